// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/document/document.h"

#include <algorithm>
#include <array>

#include "common/fields.h"
#include "common/fingerprint.h"
#include "common/folding.h"
#include "common/sentences.h"
#include "common/stored_article.h"
#include "indexer/document/sketch.h"

namespace dateline {
DocumentBuilder::DocumentBuilder(Vocabulary& vocabulary)
    : vocabulary_(vocabulary),
      sentence_marker_(vocabulary.intern(sentence_marker)),
      paragraph_marker_(vocabulary.intern(paragraph_marker)) {}

/// The stems of a form in the current language, from the cache or found now.
DocumentBuilder::Word DocumentBuilder::word(const Token& token, std::uint32_t form) {
    if (token.kind == TokenKind::character) return {};
    if (!token.accented.empty()) {
        // The accents decide too: étudiée has another stem than etudiee.
        const auto [known, fresh] = language_->accented.try_emplace(std::string(token.accented));
        if (fresh) known->second = find_stems(token, form);
        return known->second;
    }
    const Word known = term(form).stems;
    if (known.stem != no_number) return known;
    const Word found = find_stems(token, form);
    term(form).stems = found;
    return found;
}

/// What is known of a term in the current language; valid until a new term is asked for.
DocumentBuilder::Term& DocumentBuilder::term(std::uint32_t number) {
    std::vector<Term>& terms = language_->terms;
    if (number >= terms.size()) terms.resize(std::max<std::size_t>(vocabulary_.size(), number + 1));
    return terms[number];
}

DocumentBuilder::Word DocumentBuilder::find_stems(const Token& token, std::uint32_t form) {
    Word found;
    found.stem = vocabulary_.intern(make_term(stem_prefix, language_->stemmer.stem(token.form)));
    note_form(found.stem, form);
    if (token.accented.empty()) return found;
    const std::string folded = fold_value(language_->stemmer.stem(token.accented));
    const std::uint32_t other = vocabulary_.intern(make_term(stem_prefix, folded));
    if (other == found.stem) return found;
    found.accented_stem = other;
    note_form(other, form);
    return found;
}

void DocumentBuilder::note_form(std::uint32_t stem, std::uint32_t form) {
    if (vocabulary_.term(stem).substr(stem_prefix.size()) != vocabulary_.term(form))
        new_forms_.emplace_back(stem, form);
}

std::uint32_t DocumentBuilder::intern_form(std::string_view form, const TermKey& key) {
    constexpr std::size_t surely_short = 100;  // fits a term without being cut
    return form.size() <= surely_short ? vocabulary_.intern(form, key)
                                       : vocabulary_.intern(make_term("", form));
}

/// The entry of the document under way for a term; made if this is its first occurrence. Valid
/// until the next one is made.
DocumentBuilder::Entry& DocumentBuilder::entry(std::uint32_t number) {
    Term& known = term(number);
    if (known.document != document_number_) {
        known.document = document_number_;
        known.entry = static_cast<std::uint32_t>(entries_.size());
        entries_.push_back({.term = number});
    }
    return entries_[known.entry];
}

void DocumentBuilder::add_position(std::uint32_t term, std::uint32_t position) {
    Entry& place = entry(term);
    if (place.last_position >= position) return;
    place.last_position = position;
    ++place.positions;
    occurrences_.push_back({static_cast<std::uint32_t>(&place - entries_.data()), position});
}

/// Has what is known of a term fetched from memory.
void DocumentBuilder::prefetch(std::uint32_t term) const {
    if (term < language_->terms.size()) __builtin_prefetch(&language_->terms[term], 1);
}

/// Words of free text: exact forms with positions, stems with weight. Returns the number of words.
/// Their places are all over the memory, so they take their steps in batches, and each step has
/// fetched what the next one reads.
std::uint32_t DocumentBuilder::add_tokens(std::span<const Token> tokens, const TextPlace& place) {
    constexpr std::size_t batch = 16;
    std::array<TermKey, batch> keys;
    std::array<std::uint32_t, batch> forms;
    std::array<Word, batch> stems;
    std::uint32_t words = 0;
    for (; !tokens.empty(); tokens = tokens.subspan(std::min(batch, tokens.size()))) {
        const auto part = tokens.first(std::min(batch, tokens.size()));
        for (std::size_t i = 0; i < part.size(); ++i) keys[i] = vocabulary_.prepare(part[i].form);
        for (std::size_t i = 0; i < part.size(); ++i)
            prefetch(forms[i] = intern_form(part[i].form, keys[i]));
        for (std::size_t i = 0; i < part.size(); ++i)
            prefetch((stems[i] = word(part[i], forms[i])).stem);
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (!add_word(part[i], forms[i], stems[i], place)) continue;
            ++words;
            words_.push_back(keys[i].hash());
        }
    }
    return words;
}

/// Positions at or above `end_position` are not kept (a title longer than its room).
bool DocumentBuilder::add_word(const Token& token, std::uint32_t form, const Word& stems,
                               const TextPlace& place) {
    // Parts of a compound count; their joined form and single characters only make it findable.
    const bool counts = token.kind == TokenKind::word || token.kind == TokenKind::bigram;
    const std::uint32_t position = place.position + token.position;
    if (place.position != 0 && position < place.end_position)
        add_position(form, position);
    else
        entry(form);
    for (const std::uint32_t stem : {stems.stem, stems.accented_stem})
        if (stem != no_number) entry(stem).wdf += counts ? place.weight : 0;
    return token.kind == TokenKind::word || token.kind == TokenKind::character;
}

std::uint32_t DocumentBuilder::add_text(std::string_view text, const TextPlace& place) {
    std::uint32_t words = 0;
    tokenizer_.for_each_part(
        text, [&](std::span<const Token> tokens) { words += add_tokens(tokens, place); });
    return words;
}

/// Marks those of the body's next tokens with which sentences or paragraphs begin.
void DocumentBuilder::mark_starts(std::span<const Token> tokens, Starts& starts) {
    for (const Token& token : tokens)
        for (;
             starts.marked < starts.offsets.size() && starts.offsets[starts.marked] <= token.begin;
             ++starts.marked)
            add_position(starts.marker, body_position + token.position);
}

std::uint32_t DocumentBuilder::add_body(const std::string& body) {
    const TextPlace place{body_position, no_number, field("body").weight};
    Starts sentences{sentence_marker_, sentence_starts(body)};
    Starts paragraphs{paragraph_marker_, paragraph_starts(body)};
    std::uint32_t words = 0;
    words_.clear();
    tokenizer_.for_each_part(body, [&](std::span<const Token> tokens) {
        words += add_tokens(tokens, place);
        mark_starts(tokens, sentences);
        mark_starts(tokens, paragraphs);
    });
    return words;
}

/// What is about the stems: those are the terms that have a frequency.
void DocumentBuilder::add_signature() {
    stems_.clear();
    for (const Entry& e : entries_)
        if (e.wdf > 0) stems_.push_back({e.term, e.wdf});
    const Signature signature = language_->signatures.choose(vocabulary_, stems_);
    if (!signature.empty())
        document_.values.push_back({signature_slot, encode_signature(signature)});
}

void DocumentBuilder::add_length() {
    std::uint32_t length = 0;
    for (const StemCount& stem : stems_) length += stem.wdf;
    entry(language_->length_term).wdf = length;
}

/// Of the body alone: copies have titles of their own.
void DocumentBuilder::add_sketch() {
    shingles_of(words_, shingles_);
    for (const std::uint32_t place : sketch_places(shingles_))
        entry(vocabulary_.intern(sketch_term(shingles_[place])));
}

/// Of the shingles that add_sketch() found.
void DocumentBuilder::add_fingerprint(const Article& article) {
    document_.values.push_back(
        {fingerprint_slot, encode_fingerprint(fingerprint_of(article, shingles_))});
}

void DocumentBuilder::choose_language(const std::string& code) {
    auto found = languages_.find(code);
    if (found == languages_.end())
        found = languages_
                    .emplace(code, Language{Stemmer(code, Stemmer::Cache::none),
                                            {},
                                            {},
                                            SignatureChooser(code),
                                            vocabulary_.intern(make_term(length_prefix, code))})
                    .first;
    language_ = &found->second;
}

void DocumentBuilder::add_words(Article& article) {
    article.words = 0;
    if (!title_repeats_body(article))
        article.words += add_text(article.title, {title_position, summary_position, title_weight});
    article.words +=
        add_text(article.summary, {summary_position, body_position, field("summary").weight});
    article.words += add_body(article.body);
    // Bare words find names too, without weight and without positions.
    for (const Field& row : fields())
        if (row.match == Match::names && row.zone != Zone::hidden)
            for (const std::string& name : row.get(article)) add_text(name, {0, 0, 0});
}

const IndexedDocument& DocumentBuilder::build(Article& article) {
    ++document_number_;
    entries_.clear();
    occurrences_.clear();
    choose_language(article.language.empty() ? "en" : article.language);

    add_words(article);
    add_fields(article);
    document_.values = slot_values(article);
    add_signature();
    add_length();
    add_sketch();
    add_fingerprint(article);
    document_.id = article.id;
    document_.data = encode_display(article);
    document_.text = encode_text(article);
    collect_postings();
    return document_;
}

/// Deals the occurrences out to their terms.
void DocumentBuilder::collect_postings() {
    document_.postings.clear();
    std::uint32_t first = 0;
    for (const Entry& e : entries_) {
        document_.postings.push_back({e.term, e.wdf, first, 0});
        first += e.positions;
    }
    document_.positions.resize(first);
    for (const Occurrence& occurrence : occurrences_) {
        Posting& posting = document_.postings[occurrence.entry];
        document_.positions[posting.first_position + posting.position_count++] =
            occurrence.position;
    }
}

std::vector<std::string> DocumentBuilder::languages() const {
    std::vector<std::string> codes;
    for (const auto& [code, language] : languages_) codes.push_back(code);
    return codes;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> DocumentBuilder::take_new_forms() {
    return std::exchange(new_forms_, {});
}

}  // namespace dateline
