// SPDX-License-Identifier: GPL-2.0-or-later
// Article -> IndexedDocument: everything the index keeps of an article, as plain values without any
// Xapian handle. Both writers (indexer/writers/) take it, so that they can be compared document by
// document.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/analysis.h"
#include "common/article.h"
#include "common/fields.h"
#include "common/shingles.h"
#include "common/stemmer.h"
#include "indexer/document/signature_chooser.h"
#include "indexer/document/slot_values.h"
#include "indexer/document/vocabulary.h"

namespace dateline {

/// A term of a document. Its positions are `positions[first_position .. + position_count)`,
/// increasing.
struct Posting {
    std::uint32_t term = 0;  ///< number in the Vocabulary
    std::uint32_t wdf =
        0;  ///< within-document frequency; only stems of free text and the length have any
    std::uint32_t first_position = 0;
    std::uint32_t position_count = 0;

    bool operator==(const Posting&) const = default;
};

struct IndexedDocument {
    std::string id;                 ///< the article's; also a posting, "Q" + id
    std::vector<Posting> postings;  ///< one per term, in no particular order
    std::vector<std::uint32_t> positions;
    std::vector<SlotValue> values;  ///< by increasing slot, no empty values
    std::string data;               ///< display fields (encode_display)
    std::string text;               ///< body, kept apart (encode_text)
};

/// Builds documents. Not thread-safe: one builder and one vocabulary per worker.
class DocumentBuilder {
public:
    explicit DocumentBuilder(Vocabulary& vocabulary);

    /// Tokenizes, stems (in the article's language, English if not known) and encodes; sets
    /// `article.words`. Reuses the returned value's memory: it lives until the next call.
    const IndexedDocument& build(Article& article);

    /// (stem term, exact form) for each distinct pair seen since the last call, as numbers of the
    /// vocabulary; a form that equals its stem is left out. They become the index's synonyms.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> take_new_forms();

    /// Codes of the languages met so far, sorted.
    std::vector<std::string> languages() const;

private:
    static constexpr std::uint32_t no_number = 0xffffffff;

    /// The stems of a form, as term numbers, found once.
    struct Word {
        std::uint32_t stem = no_number;           ///< not yet found, or none: single characters
        std::uint32_t accented_stem = no_number;  ///< of the form with accents, where it differs
    };
    /// What is known of a term: one place in memory for all that a word of the text asks.
    struct Term {
        Word stems;
        std::uint32_t document = 0;  ///< the last one that has it, and there
        std::uint32_t entry = 0;     ///< its place in entries_
    };
    struct Language {
        Stemmer stemmer;
        std::vector<Term> terms;                         ///< by number
        std::unordered_map<std::string, Word> accented;  ///< by the form with its accents
        SignatureChooser signatures;
        std::uint32_t length_term;  ///< number
    };
    /// A term of the document under way.
    struct Entry {
        std::uint32_t term = 0;
        std::uint32_t wdf = 0;
        std::uint32_t positions = 0;      ///< how many
        std::uint32_t last_position = 0;  ///< 0: none yet
    };
    struct Occurrence {
        std::uint32_t entry = 0;
        std::uint32_t position = 0;
    };
    /// Where words stand and what they count. Position 0: nowhere.
    struct TextPlace {
        std::uint32_t position;
        std::uint32_t end_position;
        std::uint32_t weight;
    };

    /// Where sentences or paragraphs begin in the body (bytes), and how many were marked.
    struct Starts {
        std::uint32_t marker;
        std::vector<std::uint32_t> offsets;
        std::size_t marked = 0;
    };

    Word word(const Token& token, std::uint32_t form);
    Word find_stems(const Token& token, std::uint32_t form);
    std::uint32_t intern_form(std::string_view form, const TermKey& key);
    Term& term(std::uint32_t number);
    void note_form(std::uint32_t stem, std::uint32_t form);
    Entry& entry(std::uint32_t number);
    void add_position(std::uint32_t term, std::uint32_t position);
    void prefetch(std::uint32_t term) const;
    std::uint32_t add_text(std::string_view text, const TextPlace& place);
    std::uint32_t add_tokens(std::span<const Token> tokens, const TextPlace& place);
    bool add_word(const Token& token, std::uint32_t form, const Word& stems,
                  const TextPlace& place);
    void mark_starts(std::span<const Token> tokens, Starts& starts);
    std::uint32_t add_body(const std::string& body);
    void add_words(Article& article);
    void add_field_words(const Field& row, const Values& values);
    void add_names(const Field& row, Values values, const Article& article);
    void add_fields(const Article& article);
    void add_signature();
    void add_length();
    void add_sketch();
    void add_fingerprint(const Article& article);
    void choose_language(const std::string& code);
    void collect_postings();

    Vocabulary& vocabulary_;
    Tokenizer tokenizer_;
    std::map<std::string, Language> languages_;
    Language* language_ = nullptr;
    std::uint32_t sentence_marker_;
    std::uint32_t paragraph_marker_;

    std::uint32_t document_number_ = 0;
    std::vector<Entry> entries_;  ///< of the document under way, by first sight
    std::vector<Occurrence> occurrences_;
    std::vector<StemCount> stems_;      ///< with a frequency
    std::vector<std::uint64_t> words_;  ///< of the text that was added last, as hashes
    std::vector<Shingle> shingles_;
    IndexedDocument document_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> new_forms_;
};

}  // namespace dateline
