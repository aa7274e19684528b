// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/said_verbs.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include "common/analysis.h"

namespace dateline {
namespace {

struct Row {
    SpeechRole role;
    std::string_view words;  ///< folded, between blanks; with accents where these tell apart
};

const std::vector<Row> english{
    {SpeechRole::verb,
     "said says say saying wrote writes writing written added adds adding tweeted tweets "
     "tweeting argued argues arguing explained explains explaining noted notes noting declared "
     "declares declaring replied replies replying continued continues continuing announced "
     "announces announcing claimed claims claiming testified testifies testifying recalled "
     "recalls recalling insisted insists insisting reiterated reiterates reiterating stated "
     "states stating stressed stresses stressing emphasized emphasizes acknowledged "
     "acknowledges acknowledging admitted admits conceded concedes concluded concludes "
     "concluding complained complains commented comments remarked remarks responded responds "
     "responding observed observes predicted predicts predicting promised promises promising "
     "pledged pledges vowed vows vowing quipped quips joked jokes joking lamented laments "
     "confirmed confirms denied denies denying suggested suggests suggesting posted posts "
     "reported reports revealed reveals recounted boasted boasts boasting contended contends "
     "countered counters asserted asserts asserting maintained maintains mused muses proclaimed "
     "proclaims reasoned shouted shouts shouting yelled yells yelling cried cries whispered "
     "exclaimed sighed snapped chanted alleged alleges opined wondered wonders repeated repeats "
     "elaborated clarified affirmed fumed thundered begins began concurred agreed agrees "
     "deadpanned retorted intoned estimated volunteered read reads reading "
     "concurs interjected implored pleaded disclosed remembered remembers"},
    {SpeechRole::hearer_verb,
     "told tells telling tell asked asks asking urged urges urging warned warns warning "
     "cautioned reminded assured informed advised questioned challenged texted emailed messaged "
     "begged thanked"},
    {SpeechRole::weak_verb,
     "called calls calling described describes describing referred refers referring criticized "
     "criticizes criticizing praised praises praising blasted blasts blasting slammed slams "
     "slamming accused accuses accusing dubbed labeled denounced denouncing condemned "
     "condemning hailed hailing mocked mocking ridiculed dismissed dismissing characterized "
     "rejected rejecting demanded demanding ordered ruled ruling found finds wants wanted "
     "believed believes thought think thinks feels felt hopes hoped expressed expressing "
     "spoke speaking talked talking spoken touted touting defended defending compared comparing "
     "branded decried decrying ripped attacked attacking tore blamed blames blaming advocated "
     "sang sings indicated indicates indicating put puts putting deemed considers "
     "considered lauded offered offering invoked invoking voiced raised "
     "painted promoted threatened threatening proposed proposes likened bragged bragging "
     "lambasted chided bemoaned welcomed encouraged encouraging recommended apologized "
     "underscored hinted pointed pointing answered answers "
     "answering signaled credited"},
    {SpeechRole::echo,
     "quoted quotes quoting quote quotation cited cites citing chant chants chanting phrase "
     "phrases slogan slogans headline headlines headlined hashtag motto mantra refrain titled "
     "entitled nicknamed catchphrase"},
    {SpeechRole::work,
     "author coauthor book memoir novel film movie documentary song album play podcast essay"},
    {SpeechRole::noun, "family ally assembly rally reply supply monopoly july italy"},
    {SpeechRole::source, "according"},
    {SpeechRole::third_person, "he she"},
    {SpeechRole::pronoun, "they i we it you"},
    {SpeechRole::article, "the a an his her their its our my your this these those"},
    {SpeechRole::determiner,
     "some many several one two three four five six seven eight nine ten dozens hundreds "
     "thousands another each both few most other others"},
    {SpeechRole::helper,
     "had has have am was is are were be been being also then later once just even never not "
     "now still again recently often simply further first would will could should may might did "
     "does do himself herself themselves reportedly repeatedly famously always today yesterday "
     "earlier ever"},
    {SpeechRole::who, "who whom whose"},
    {SpeechRole::relative,
     "which that when where while because if as since although though whether "
     "what how why after before until"},
    {SpeechRole::joiner, "and or but nor yet"},
    {SpeechRole::preposition,
     "of in at on for from with by to about into over under against during through between "
     "among amid near off without toward towards within like via out up down around outside "
     "inside"},
    {SpeechRole::particle, "de van von der den bin ibn al el la le di da du del dos ben ter"},
    {SpeechRole::title,
     "mr mrs ms miss dr sen sens senator senators rep reps representative congressman "
     "congresswoman gov governor president former vice mayor judge justice justices chief "
     "secretary prof "
     "professor gen general col colonel capt captain lt sgt maj cmdr adm admiral rev reverend "
     "sir lord lady queen prince princess pope father sheriff detective officer chairman "
     "chairwoman director minister prime ambassador attorney republican democratic gop democrat "
     "speaker majority minority leader whip pm member undersecretary deputy assistant commissioner "
     "superintendent "
     "manager coordinator editor economist strategist "
     "spokesman spokeswoman spokesperson ceo executive host anchor correspondent columnist "
     "commentator contributor analyst pollster researcher us d r"},
    {SpeechRole::office,
     "state staff defense education energy labor commerce agriculture transportation treasury"},
    {SpeechRole::organisation,
     "party house senate congress department committee court post times news journal union "
     "university college council press company inc corp group agency bank administration "
     "cnn nbc abc cbs msnbc npr fbi cia nsa irs epa cdc fox reuters politico twitter facebook "
     "google state city county street america american americans democrats republicans act "
     "association institute center centre foundation commission service office bureau board "
     "campaign conference network magazine church league team white supreme national "
     "united international federal"},
    {SpeechRole::day,
     "monday tuesday wednesday thursday friday saturday sunday january february march april "
     "june august september october november december sept oct nov day "
     "week month year night morning afternoon evening weekend minutes moments hours days weeks "
     "months years"},
    {SpeechRole::opening,
     "so however meanwhile there here despite instead no yes all only well such perhaps indeed "
     "rather similarly moreover nevertheless otherwise whereas last next thus hence "
     "more"},
};

const std::vector<Row> german{
    {SpeechRole::verb,
     "sagte sagten sagt sagen gesagt erklarte erklarten erklart betonte betont betonten schrieb "
     "schreibt geschrieben meinte meint berichtete berichtet fugte warnte warnt forderte "
     "fordert kritisierte kritisiert kundigte versicherte versichert behauptete behauptet "
     "bekraftigte erlauterte erlautert fragte fragt antwortete antwortet erwiderte sprach "
     "spricht rief ruft kommentierte kommentiert raumte teilte beklagte beteuerte bestatigte "
     "bestatigt urteilte twitterte lobte mahnte mahnt monierte zitierte stellte verkundete "
     "verlangte hiess heisst erganzte erganzt konstatierte prognostizierte argumentierte "
     "argumentiert ausserte unterstrich"},
    {SpeechRole::quote_verb, "so"},
    {SpeechRole::source, "laut zufolge nach"},
    {SpeechRole::third_person, "er sie"},
    {SpeechRole::pronoun, "es wir ich man"},
    {SpeechRole::article,
     "der die das den dem des ein eine einer eines einem einen sein seine ihr ihre dieser diese "
     "viele mehrere beide kein keine"},
    {SpeechRole::helper,
     "hat hatte haben hatten habe ist war wird wurde auch dann noch zudem dazu spater bereits "
     "gestern heute jetzt weiter ferner daraufhin wiederum dagegen sich hinzu nun"},
    {SpeechRole::relative, "dass welche welcher wenn weil als ob wie wo nachdem wahrend"},
    {SpeechRole::joiner, "und oder aber sondern doch"},
    {SpeechRole::preposition,
     "in im am an auf bei beim mit vom zu zum zur aus fur gegen uber unter vor durch seit "
     "gegenuber um"},
    {SpeechRole::particle, "von van de al el bin"},
    {SpeechRole::title,
     "herr frau dr prof prasident prasidentin kanzler kanzlerin bundeskanzler bundeskanzlerin "
     "minister ministerin aussenminister aussenministerin finanzminister innenminister "
     "verteidigungsminister wirtschaftsminister ministerprasident sprecher sprecherin chef "
     "chefin parteichef generalsekretar politiker politikerin abgeordnete abgeordneter"},
    {SpeechRole::day,
     "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar marz april mai "
     "juni juli august september oktober november dezember"},
    {SpeechRole::opening, "da dort hier denn damit dabei trotzdem"},
};

const std::vector<Row> french{
    {SpeechRole::verb,
     "dit disait disent declare declarait declarent affirme affirmait affirment explique "
     "expliquait expliquent ajoute ajoutait ecrit ecrivait souligne soulignait precise "
     "precisait estime estimait indique indiquait assure assurait lance lancait repond repondu "
     "repondait raconte racontait annonce annoncait confie denonce denoncait deplore rappelle "
     "rappele rappelait insiste martele conclut conclu regrette reconnait reconnu previent "
     "prevenu promet promis demande soutient soutenu note notait observe commente tweete "
     "poursuit poursuivi tranche resume reagi reagit temoigne plaide juge nuance ironise"},
    {SpeechRole::source, "selon"},
    {SpeechRole::third_person, "il elle"},
    {SpeechRole::pronoun, "ils elles on nous je"},
    {SpeechRole::article,
     "le la les l un une des ce cet cette ces son sa ses leur leurs plusieurs certains"},
    {SpeechRole::helper,
     "a ont avait avaient est sont t aussi alors encore ensuite deja pour ainsi egalement "
     "notamment ne pas s se lui hier"},
    {SpeechRole::who, "qui"},
    {SpeechRole::relative, "que qu dont lorsque quand comme si parce"},
    {SpeechRole::joiner, "et ou mais"},
    {SpeechRole::preposition,
     "de du d en dans au aux sur sous avec par contre apres avant chez lors vers sans"},
    {SpeechRole::particle, "van von ben el al"},
    {SpeechRole::title,
     "m mme mlle dr president presidente ministre senateur senatrice depute deputee maire"},
    {SpeechRole::day,
     "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin "
     "juillet aout septembre octobre novembre decembre"},
    {SpeechRole::opening, "or puis car donc"},
};

const std::vector<Row> spanish{
    {SpeechRole::verb,
     "dijo dice dicho dijeron dicen decia declaro declarado declara afirmo afirma afirmado "
     "afirmaron explico explica explicado agrego agrega agregado anadio anade anadido escribio "
     "escribe escrito senalo senala senalado aseguro asegura asegurado sostuvo sostiene "
     "sostenido indico indica indicado manifesto manifiesta manifestado subrayo subraya "
     "subrayado advirtio advierte advertido respondio responde respondido anuncio anuncia "
     "anunciado reconocio reconoce reconocido insistio insiste insistido destaco destaca "
     "destacado comento comenta comentado denuncio denuncia denunciado preciso precisa recordo "
     "recuerda relato relata apunto apunta concluyo concluye expreso expresa expresado pregunto "
     "pregunta prometio confeso critico considero considera opino opina lamento lamenta reitero "
     "reitera exclamo remarco enfatizo conto cuenta detallo pidio"},
    {SpeechRole::source, "segun"},
    {SpeechRole::third_person, "él ella"},
    {SpeechRole::pronoun, "ellos ellas nosotros yo"},
    {SpeechRole::article,
     "el la los las un una unos unas su sus este esta estos estas ese esa varios muchos"},
    {SpeechRole::helper,
     "ha han habia habian es fue tambien luego despues ya ademas asi se le les lo me nos no hoy "
     "ayer"},
    {SpeechRole::relative, "que cuando donde como si porque cuyo"},
    {SpeechRole::who, "quien quienes"},
    {SpeechRole::joiner, "y e o u pero"},
    {SpeechRole::preposition,
     "de del en a al con por para sobre contra desde hasta entre sin tras durante ante"},
    {SpeechRole::particle, ""},
    {SpeechRole::title,
     "sr sra don dona dr dra presidente presidenta ministro ministra senador senadora diputado "
     "diputada alcalde alcaldesa"},
    {SpeechRole::day,
     "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio "
     "julio agosto septiembre octubre noviembre diciembre"},
    {SpeechRole::opening, "entonces"},
};

// Characters and pairs of them, as analysis.h gives them.
const std::vector<Row> chinese{
    {SpeechRole::verb,
     "说 称 道 問 问 說 稱 表示 指出 强调 強調 认为 認為 告诉 告訴 写道 寫道 回应 回應 宣布 透露 "
     "补充 補充 坦言 直言 重申 呼吁 呼籲 警告 解释 解釋 介绍 "
     "介紹 声称 聲稱 批评 批評 感叹 感嘆"},
    {SpeechRole::source, "据 據"},
    {SpeechRole::pronoun, "他 她 它 我 他们 她们 我们 他們 她們 我們"},
    {SpeechRole::helper, "还 也 则 又 就 曾 再 并 還 則 並 都"},
    {SpeechRole::preposition,
     "在 对 對 向 于 於 今天 昨天 昨日 今日 日前 近日 当天 當天 周一 周二 周三 周四 周五 周六 周日 "
     "接受 随后 隨後 通过 通過 为 為"},
};

bool is_verb(SpeechRole role) {
    return role == SpeechRole::verb || role == SpeechRole::hearer_verb;
}

}  // namespace

class SpeechWords {
public:
    explicit SpeechWords(const std::vector<Row>& rows) {
        for (const Row& row : rows)
            for (std::size_t at = 0; at < row.words.size();) {
                const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
                if (end > at) roles_.emplace(row.words.substr(at, end - at), row.role);
                at = end + 1;
            }
    }

    SpeechRole role(std::string_view form) const {
        const auto found = roles_.find(form);
        return found == roles_.end() ? SpeechRole::none : found->second;
    }

private:
    std::unordered_map<std::string_view, SpeechRole> roles_;
};

namespace {

struct Language {
    std::string_view code;
    SpeechWords words;
};

const std::vector<Language>& all_languages() {
    static const std::vector<Language> languages{{"en", SpeechWords(english)},
                                                 {"de", SpeechWords(german)},
                                                 {"fr", SpeechWords(french)},
                                                 {"es", SpeechWords(spanish)},
                                                 {"zh", SpeechWords(chinese)}};
    return languages;
}

}  // namespace

const SpeechWords* speech_words(std::string_view language) {
    const auto& languages = all_languages();
    const auto found = std::ranges::find(languages, language.substr(0, 2), &Language::code);
    return found == languages.end() ? nullptr : &found->words;
}

SpeechRole speech_role(const SpeechWords& words, std::string_view form) {
    return words.role(form);
}

bool tells_of_speech(std::string_view text) {
    Tokenizer tokenizer;
    return std::ranges::any_of(tokenizer.tokens(text), [](const Token& token) {
        return std::ranges::any_of(all_languages(), [&](const Language& language) {
            return is_verb(language.words.role(token.form));
        });
    });
}

}  // namespace dateline
