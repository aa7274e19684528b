// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/match/article_words.h"

#include <algorithm>
#include <map>
#include <span>

#include "common/analysis.h"
#include "common/folding.h"
#include "common/sentences.h"
#include "common/stemmer.h"

namespace dateline {
namespace {

// Names, and the ends of titles and summaries too long for their room, have no positions in the
// index. Here they stand behind everything else, each so far apart that no phrase runs from one to
// the next. Each field of names has a room, and its other names the second half of it.
constexpr std::uint32_t long_title_position = unplaced;
constexpr std::uint32_t long_summary_position = 0xD0000000;
constexpr std::uint32_t name_room = 2000;  // for each of several names, of which half stays free

const std::vector<const Field*>& name_fields() {
    static const std::vector<const Field*> rows = [] {
        std::vector<const Field*> found;
        for (const Field& row : fields())
            if (row.match == Match::names) found.push_back(&row);
        return found;
    }();
    return rows;
}

std::uint32_t field_room() {
    return (UINT32_MAX - names_position) / static_cast<std::uint32_t>(name_fields().size());
}

/// A text with its place among the positions and among the bytes of its zone. What does not fit
/// before `limit` goes on at `overflow`, if there is one.
struct ZoneText {
    std::string_view text;
    std::uint32_t position = 0;
    std::uint32_t limit = 0;
    std::uint32_t overflow = 0;
    std::uint32_t offset = 0;
};

using Offsets = std::vector<std::uint32_t>;

/// Tokenizing and stemming reuse memory and remember stems, and neither may be shared between
/// threads.
struct Tools {
    Tokenizer tokenizer;
    std::map<std::string, Stemmer, std::less<>> stemmers;

    Stemmer& stemmer(std::string_view language) {
        const auto known = stemmers.find(language);
        if (known != stemmers.end()) return known->second;
        return stemmers.emplace(std::string(language), Stemmer(language)).first->second;
    }
};

Tools& tools_of_thread() {
    thread_local Tools tools;
    return tools;
}

/// Finds the wanted words of one article, text by text.
class WordReader {
public:
    WordReader(const WantedWords& wanted, std::string_view language)
        : wanted_(wanted),
          stemmer_(tools_of_thread().stemmer(language)),
          english_(language == "en") {
        words_.language = language;
        words_.of_word.resize(wanted.size());
    }

    /// `sentences` and `paragraphs` are byte offsets in the text.
    void read(const ZoneText& zone, const Offsets& sentences, const Offsets& paragraphs) {
        auto sentence = sentences.begin();
        auto paragraph = paragraphs.begin();
        const auto read_token = [&](const Token& token) {
            std::uint32_t position = zone.position + token.position;
            if (position >= zone.limit) {
                if (zone.overflow == 0) return;
                position += zone.overflow - zone.limit;
            }
            mark(sentence, sentences.end(), token.begin, position, words_.sentences);
            mark(paragraph, paragraphs.end(), token.begin, position, words_.paragraphs);
            look_up(token, {.first = position,
                            .last = position,
                            .begin = zone.offset + token.begin,
                            .end = zone.offset + token.end});
        };
        tools_of_thread().tokenizer.for_each_part(zone.text, [&](std::span<const Token> tokens) {
            std::ranges::for_each(tokens, read_token);
        });
    }

    void read_body(const std::string& body) {
        words_.sentence_offsets = sentence_starts(body);
        const std::size_t before = words_.paragraphs.size();
        read({body, body_position, unplaced}, words_.sentence_offsets, paragraph_starts(body));
        if (words_.paragraphs.size() > before + 2) words_.lead_end = words_.paragraphs[before + 2];
    }

    /// One behind the other, as they are shown; gives the names joined, of which the offsets are.
    std::string read_names(const Values& names, std::uint32_t position) {
        const std::uint32_t last = position + field_room() / 2 - name_room;
        std::string joined;
        for (const std::string& name : names) {
            if (position > last) break;
            if (!joined.empty()) joined += author_separator;
            const auto offset = static_cast<std::uint32_t>(joined.size());
            read({name, position, position + name_room / 2, 0, offset}, {0}, {0});
            joined += name;
            position += name_room;
        }
        return joined;
    }

    ArticleWords& words() { return words_; }

private:
    /// Marks the position if bounds begin at or before it; bounds without words fall together.
    static void mark(Offsets::const_iterator& bound, Offsets::const_iterator end,
                     std::uint32_t offset, std::uint32_t position, Offsets& marks) {
        if (bound == end || *bound > offset) return;
        while (bound != end && *bound <= offset) ++bound;
        if (position < unplaced || position >= names_position) marks.push_back(position);
    }

    void look_up(const Token& token, const Occurrence& place) {
        if (wanted_.may_be_exact(token.form)) add(wanted_.exact(token.form), place);
        if (token.kind == TokenKind::character || !may_have_stem(token.form)) return;
        add(wanted_.stem(stemmer_.stem(token.form)), place);
        if (token.accented.empty()) return;
        // As in the index, a word has the stem of its accented form too.
        add(wanted_.stem(fold_value(stemmer_.stem(token.accented))), place);
    }

    bool may_have_stem(std::string_view form) const {
        return english_ ? wanted_.may_have_english_stem(form) : wanted_.has_stems();
    }

    void add(std::optional<std::uint32_t> word, const Occurrence& place) {
        if (word) words_.of_word[*word].push_back(place);
    }

    const WantedWords& wanted_;
    Stemmer& stemmer_;
    bool english_;
    ArticleWords words_;
};

std::size_t length_bit(std::string_view form) {
    return std::min<std::size_t>(form.size(), 63);
}

std::optional<std::uint32_t> find(const std::unordered_map<std::string_view, std::uint32_t>& words,
                                  std::string_view word) {
    const auto found = words.find(word);
    return found == words.end() ? std::nullopt : std::optional(found->second);
}

unsigned char first_byte(std::string_view word) {
    return word.empty() ? 0 : static_cast<unsigned char>(word[0]);
}

/// The first two letters of a word, which Porter2 leaves as they are but for a y: dying, die.
std::size_t beginning(std::string_view word) {
    const unsigned char second = word.size() < 2 ? 0 : static_cast<unsigned char>(word[1]);
    return std::size_t{first_byte(word)} << 8 | (second == 'y' ? 'i' : second);
}

const Field& name_field_at(std::uint32_t position) {
    const std::uint32_t room = (position - names_position) / field_room();
    return *name_fields()[std::min<std::size_t>(room, name_fields().size() - 1)];
}

}  // namespace

Zone zone_of(std::uint32_t position) {
    if (position >= names_position) {
        const std::uint32_t place = (position - names_position) % field_room();
        return place < field_room() / 2 ? name_field_at(position).zone : Zone::hidden;
    }
    if (position >= long_summary_position) return Zone::summary;
    if (position >= long_title_position) return Zone::title;
    if (position >= body_position) return Zone::body;
    return position >= summary_position ? Zone::summary : Zone::title;
}

bool stands_in(const Field& field, std::uint32_t position) {
    return position < names_position ? zone_of(position) == field.zone
                                     : &name_field_at(position) == &field;
}

bool has_places(const Field& field) {
    return field.match == Match::words || field.match == Match::names;
}

std::uint32_t first_position(const Field& field) {
    switch (field.zone) {
        case Zone::title:
            return title_position;
        case Zone::summary:
            return summary_position;
        case Zone::body:
            return body_position;
        case Zone::outlet:
        case Zone::authors:
        case Zone::hidden:
            break;
    }
    const auto row = std::ranges::find(name_fields(), &field);
    return names_position + static_cast<std::uint32_t>(row - name_fields().begin()) * field_room();
}

std::uint32_t WantedWords::add(const Matcher& term) {
    const bool stem = term.form == TermForm::stem;
    const auto [word, is_new] = (stem ? stems_ : exact_).emplace(term.text, size_);
    if (is_new) ++size_;
    if (stem && term.text.size() > 2)
        stem_begins_.set(beginning(term.text));
    else if (stem)  // all that is left of a word: what followed is not known
        for (std::size_t second = 0; second < 256; ++second)
            stem_begins_.set(std::size_t{first_byte(term.text)} << 8 | second);
    else
        exact_lengths_[first_byte(term.text)] |= std::uint64_t{1} << length_bit(term.text);
    return word->second;
}

std::optional<std::uint32_t> WantedWords::exact(std::string_view form) const {
    return find(exact_, form);
}

std::optional<std::uint32_t> WantedWords::stem(std::string_view stem) const {
    return find(stems_, stem);
}

bool WantedWords::may_be_exact(std::string_view form) const {
    return (exact_lengths_[first_byte(form)] >> length_bit(form) & 1) != 0;
}

bool WantedWords::may_have_english_stem(std::string_view form) const {
    return stem_begins_[beginning(form)];
}

ArticleWords find_words(const WantedWords& wanted, const Article& article) {
    WordReader reader(wanted, article.language.empty() ? "en" : std::string_view(article.language));
    // In order of position, so that the lists are nearly in order too. As in the index, a title and
    // a summary are one sentence each.
    reader.read({article.title, title_position, summary_position, long_title_position}, {0}, {0});
    reader.read({article.summary, summary_position, body_position, long_summary_position}, {0},
                {0});
    reader.read_body(article.body);
    for (const Field* row : name_fields()) {
        std::string names = reader.read_names(row->get(article), first_position(*row));
        if (row->zone == Zone::authors) reader.words().authors = std::move(names);
        if (row->other_names != nullptr)
            reader.read_names(article.*row->other_names, first_position(*row) + field_room() / 2);
    }
    return std::move(reader.words());
}

}  // namespace dateline
