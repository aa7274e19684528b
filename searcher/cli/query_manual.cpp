// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/query_manual.h"

#include "common/fields.h"
#include "searcher/query/operators.h"

namespace dateline {
namespace {

/// As the table of operators has it.
Entry example(MatcherKind kind) {
    const Operator& row = operator_of(kind);
    return {std::string(row.example), std::string(row.help)};
}

Section words() {
    return {
        "WORDS",
        {"Words side by side are all looked for; articles that have all of them come first, then "
         "those that have some. Very common words (the, of) are left out among others, and a note "
         "says so."},
        {{"strike", "All forms of the word: strike, strikes, striking."},
         {"=strikes",
          "This form only; =na\u00EFve only with these accents, =\"na\u00EFve "
          "person\" too."},
         {"surveil*", "Words that begin so; w?rd and *word work too."},
         {"journalist~", "Words that are spelt nearly so; word~2 allows two edits."},
         example(MatcherKind::phrase),
         {"well-being", "Also wellbeing and well being."},
         {"hegseth -politico",
          "Articles about the one without the other. NOT politico is the same."},
         {"+rail strike",
          "Must have rail, even among articles that have only some of the words."}}};
}

Section combining() {
    return {"OPERATORS",
            {"AND, OR and NOT are operators in capitals only. NOT and OR bind the operands next to "
             "them; "
             "AND binds tighter than OR; parentheses group."},
            {example(MatcherKind::all),
             example(MatcherKind::any),
             {"(strike OR walkout) rail", "Either of the two, and rail."},
             example(MatcherKind::except)}};
}

Section proximity() {
    return {"PROXIMITY",
            {"Each side may be a word, a phrase or a group in parentheses."},
            {example(MatcherKind::near),
             example(MatcherKind::before),
             example(MatcherKind::same_sentence),
             example(MatcherKind::same_paragraph),
             example(MatcherKind::not_near),
             {"(strike OR walkout) w/5 (rail OR port)", "Any of the one near any of the other."}}};
}

Section places() {
    return {
        "WHERE AND HOW OFTEN",
        {},
        {{"title:pentagon", "In the title."},
         example(MatcherKind::lead),
         example(MatcherKind::first_words),
         example(MatcherKind::at_least),
         example(MatcherKind::capitals),
         {"outlet:\"The Verge\"",
          "Of that outlet, by words of its name, another name or its host."},
         {"outlet:=\"The Verge\"", "Of that name alone, as a whole; outlet:=\"new york *\" too."},
         {"outlet:(npr OR bbc)", "Of either."},
         {"date:2021..2023-06", "Published between, both included; date:>=2021, date:yesterday."},
         {"length:>800", "Longer than 800 words."},
         example(MatcherKind::stated)}};
}

Section elsewhere() {
    return {
        "COMING FROM ELSEWHERE",
        {"How the forms of Nexis, Factiva, ProQuest, Google and Lucene are written here. AND, OR "
         "and NOT are the same in all. near5, adj5, NEAR/5, AROUND(5), w/s, w/p, HEADLINE(a), "
         "TI(a), PUB(a) and all that is written with parentheses work as typed; site:, intitle:, "
         "hd=, wc>, a/F50/ and NEAR without a number give an error that names the form that does; "
         "atleast3 a, a same b and surveil! are words, and a note says so. !a is -a."},
        {{"\"a b\"", "Nexis and Factiva a b; the others the same."},
         {"a NOT b", "Nexis a AND NOT b; Google and Lucene a -b, Lucene a !b, which work too."},
         {"a w/5 b",
          "Nexis a /5 b, too; Factiva a near5 b; ProQuest a NEAR/5 b; Google a AROUND(5) b; Lucene "
          "\"a b\"~5."},
         {"a pre/5 b", "Factiva a adj5 b; ProQuest a PRE/5 b."},
         {"a /s b", "Nexis a w/s b."},
         {"a /p b", "Nexis a w/p b; Factiva a same b."},
         {"atleast3(a)", "Nexis ATLEAST3(a); Factiva atleast3 a."},
         {"surveil*", "Nexis surveil!; the others the same. wom?n is the same in all."},
         {"word~1", "Lucene the same."},
         {"title:a", "Nexis HEADLINE(a); Factiva hd=a; ProQuest TI(a); Google intitle:a."},
         {"hlead:a", "Nexis HLEAD(a); Factiva hlp=a."},
         {"lead:a", "Nexis LEAD(a); Factiva lp=a."},
         {"author:a", "Nexis BYLINE(a); Factiva by=a; ProQuest AU(a)."},
         {"outlet:a", "Nexis PUBLICATION(a); Factiva sn=a; ProQuest PUB(a); Google site:a."},
         {"section:a", "Nexis SECTION(a); Factiva se=a."},
         {"language:en", "Factiva la=en; ProQuest LA(en)."},
         {"tag:a", "Factiva ns=a; ProQuest SU(a)."},
         {"date:>2021",
          "Nexis DATE(>2021); Factiva pd=; ProQuest PD(); Google after:2021; "
          "Lucene date:[2021 TO *]."},
         {"length:>800", "Nexis LENGTH(>800); Factiva wc>800."},
         {"caps(US)", "Nexis ALLCAPS(US)."},
         {"first50(a)", "Factiva a/F50/."}}};
}

Section limits() {
    return {
        "LIMITS",
        {"A query has at most 4096 bytes, 128 words and 32 levels of parentheses; a word with "
         "wildcards stands for its 64 commonest words, and a note says when there were more. An "
         "error shows the place in the query and what to type instead; nothing is dropped in "
         "silence."}};
}

Section field_table() {
    Section section{
        "FIELDS",
        {"A field's name and a colon before a word, phrase or group. Names may be written in "
         "any case. The options --outlet, --author and so on narrow in the same way."}};
    for (const Field& field : fields()) {
        if (field.match == Match::none) continue;
        std::string name = std::string(field.name) + ":";
        if (!field.alias.empty()) name.append(", ").append(field.alias).append(":");
        section.entries.push_back({std::move(name), std::string(field.help)});
    }
    return section;
}

Section of_queries(Section section) {
    section.has_queries = true;
    return section;
}

}  // namespace

Program query_manual() {
    return {
        .name = "dateline-query",
        .summary = "what can be asked of an archive of news articles",
        .manual_section = '7',
        .description = {"A query is what is left of dateline-search's arguments when its options "
                        "are taken away, "
                        "joined by blanks. Case, accents and the kind of quotes, apostrophes and "
                        "dashes do not "
                        "matter.",
                        "The shell takes quotes, asterisks and parentheses for itself; put a query "
                        "with such signs "
                        "into single quotes: dateline-search '\"supply chain risk\" (npr OR bbc)'. "
                        "With --explain "
                        "the program shows how it read the query."},
        .sections = {of_queries(words()), of_queries(combining()), of_queries(proximity()),
                     of_queries(places()), elsewhere(), limits(), field_table()},
        .see_also = {"dateline-search(1)", "dateline-web(1)", "dateline-index(1)"},
    };
}

}  // namespace dateline
