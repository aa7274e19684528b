// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/plain_archive.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "common/analysis.h"
#include "common/code_points.h"
#include "common/fields.h"
#include "common/folding.h"
#include "common/sentences.h"
#include "common/stemmer.h"

namespace dateline::oracle {
namespace {

std::string language_of(const Article& article) {
    return article.language.empty() ? "en" : article.language;
}

Stemmer& stemmer_of(const std::string& language) {
    static std::map<std::string, Stemmer> stemmers;
    const auto known = stemmers.find(language);
    return known != stemmers.end() ? known->second
                                   : stemmers.emplace(language, Stemmer(language)).first->second;
}

/// Number of the last block that begins at or before the offset, counting blocks with words only.
class Blocks {
public:
    explicit Blocks(std::vector<std::uint32_t> starts) : starts_(std::move(starts)) {}

    std::uint32_t at(std::uint32_t offset) {
        const auto behind = std::ranges::upper_bound(starts_, offset);
        const auto block = behind - starts_.begin();
        if (block != last_) ++number_;
        last_ = block;
        return number_;
    }

private:
    std::vector<std::uint32_t> starts_;
    std::ptrdiff_t last_ = -1;
    std::uint32_t number_ = 0;
};

/// With accents, as the text has it. A compound's are those of its parts, which come behind it.
std::string accents(const std::vector<Token>& tokens, std::size_t at) {
    const auto of = [](const Token& token) {
        return std::string(token.accented.empty() ? token.form : token.accented);
    };
    if (tokens[at].kind != TokenKind::joined) return composed(of(tokens[at]));
    std::string letters;
    for (std::size_t i = at == 0 ? 0 : at - 1; i < tokens.size(); ++i) {
        if (tokens[i].begin >= tokens[at].end) break;
        const bool single =
            tokens[i].kind == TokenKind::word || tokens[i].kind == TokenKind::character;
        if (single && tokens[i].begin >= tokens[at].begin) letters += of(tokens[i]);
    }
    return composed(letters);
}

constexpr std::uint32_t title_room = summary_position - title_position;
constexpr std::uint32_t summary_room = body_position - summary_position;
constexpr std::uint32_t no_room = 0;

}  // namespace

TextPart part_of_field(std::string_view field) {
    static const std::map<std::string_view, TextPart> parts{{"title", TextPart::title},
                                                            {"author", TextPart::author},
                                                            {"outlet", TextPart::outlet},
                                                            {"section", TextPart::section},
                                                            {"tag", TextPart::tag}};
    return parts.at(field);
}

std::vector<WordId> PlainArchive::look_up(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? std::vector<WordId>{} : found->second;
}

std::vector<WordId> PlainArchive::fitting(const std::function<bool(const PlainWord&)>& fits) const {
    std::vector<WordId> found;
    for (WordId id = 0; id < words_.size(); ++id)
        if (fits(words_[id])) found.push_back(id);
    return found;
}

void PlainArchive::add(Article article) {
    const std::string language = language_of(article);
    if (std::ranges::find(languages_, language) == languages_.end()) languages_.push_back(language);
    PlainArticle& made = articles_.emplace_back();
    made.article = std::move(article);
    const Article& known = made.article;
    add_text(made, {TextPart::title, known.title, !title_repeats_body(known), title_room});
    add_text(made, {TextPart::summary, known.summary, true, summary_room});
    add_text(made, {TextPart::body, known.body});
    add_text(made, {TextPart::outlet, known.outlet, true, no_room});
    for (const std::string& name : known.outlet_names)
        add_text(made, {TextPart::outlet, name, false, no_room});
    for (const std::string& author : known.authors)
        add_text(made, {TextPart::author, author, true, no_room});
    add_text(made, {TextPart::section, known.section, false, no_room});
    for (const std::string& tag : known.tags) add_text(made, {TextPart::tag, tag, false, no_room});
    made.article.body.clear();
}

void PlainArchive::add_text(PlainArticle& article, PlainText text) {
    const std::string language = language_of(article.article);
    const bool has_blocks = text.part == TextPart::body;
    Blocks sentences(has_blocks ? sentence_starts(text.text) : std::vector<std::uint32_t>{0});
    Blocks paragraphs(has_blocks ? paragraph_starts(text.text) : std::vector<std::uint32_t>{0});
    Tokenizer tokenizer;
    const std::vector<Token>& tokens = tokenizer.tokens(text.text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        PlainWord made{std::string(token.form), accents(tokens, i), {}, language};
        if (token.kind != TokenKind::character) {
            Stemmer& stemmer = stemmer_of(language);
            made.stems.emplace_back(stemmer.stem(token.form));
            if (!token.accented.empty())
                made.stems.push_back(fold_value(stemmer.stem(token.accented)));
        }
        const WordId id = word(std::move(made), language);
        places_[id].push_back({static_cast<std::uint32_t>(articles_.size() - 1),
                               static_cast<std::uint32_t>(article.texts.size()),
                               static_cast<std::uint32_t>(text.spots.size())});
        text.spots.push_back({id, token.position, token.begin, token.end, sentences.at(token.begin),
                              paragraphs.at(token.begin)});
    }
    article.texts.push_back(std::move(text));
}

WordId PlainArchive::word(PlainWord made, const std::string& language) {
    const std::string key =
        made.form + '\n' + made.accented + '\n' + (made.stems.empty() ? "" : language);
    const auto [known, fresh] = known_.try_emplace(key, static_cast<WordId>(words_.size()));
    if (!fresh) return known->second;
    const WordId id = known->second;
    by_form_[made.form].push_back(id);
    for (std::size_t i = 0; i < made.stems.size(); ++i)
        if (i == 0 || made.stems[i] != made.stems[0]) by_stem_[made.stems[i]].push_back(id);
    words_.push_back(std::move(made));
    places_.emplace_back();
    return id;
}

}  // namespace dateline::oracle
