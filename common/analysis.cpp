// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis.h"

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

constexpr std::uint32_t own_bytes = 0xffffffff;  // the form is the text's own bytes
constexpr std::uint32_t most_parts = 4;          // of a compound whose parts are joined

enum class Ascii : std::uint8_t { separator, lower, upper, digit, special };

/// What an ASCII byte may be for the fast path; `special` ones, and all others, take the careful
/// path.
constexpr std::array<Ascii, 256> ascii_classes = [] {
    std::array<Ascii, 256> classes{};
    for (std::size_t c = 0; c < 256; ++c) classes[c] = c < 128 ? Ascii::separator : Ascii::special;
    for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = Ascii::lower;
    for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = Ascii::upper;
    for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Ascii::digit;
    for (const unsigned char c : {'\'', '-', '&'}) classes[c] = Ascii::special;
    return classes;
}();

Ascii ascii_class(char c) {
    return ascii_classes[static_cast<unsigned char>(c)];
}

/// French and Italian words that lose their vowel before another word: l'homme, qu'il, dell'arte.
bool is_elided(std::string_view form) {
    static constexpr std::array<std::string_view, 18> elided{
        "all", "c", "d",    "dall",   "dell", "j", "jusqu", "l", "lorsqu",
        "m",   "n", "nell", "puisqu", "qu",   "s", "sull",  "t", "un"};
    return std::ranges::binary_search(elided, form);
}

/// One pass over a text. A compound is a row of units ("well-being"), a unit one or two words.
class Scanner {
public:
    Scanner(std::string_view text, std::vector<Token>& tokens, std::string& forms,
            std::vector<std::uint32_t>& form_offsets)
        : text_(text), tokens_(tokens), forms_(forms), form_offsets_(form_offsets) {}

    /// Goes on until there are so many tokens or more, or the text ends; false then.
    bool run(std::size_t tokens) {
        while (at_ < text_.size() && tokens_.size() < tokens) {
            if (ascii_class(text_[at_]) == Ascii::separator)
                ++at_;
            else if (!ascii_word())
                compound();
        }
        resolve_forms();
        return at_ < text_.size();
    }

private:
    char byte(std::size_t offset) const { return offset < text_.size() ? text_[offset] : ' '; }

    /// The fast path: two or more ASCII letters with nothing behind them that could belong to the
    /// word.
    bool ascii_word() {
        std::size_t end = at_;
        bool upper = false;
        for (; end < text_.size(); ++end) {
            const Ascii kind = ascii_class(text_[end]);
            if (kind != Ascii::lower && kind != Ascii::upper) break;
            upper |= kind == Ascii::upper;
        }
        if (end - at_ < 2) return false;
        if (end < text_.size() && ascii_class(text_[end]) != Ascii::separator) return false;
        const std::size_t form = forms_.size();
        if (upper)
            for (std::size_t i = at_; i < end; ++i) forms_ += ascii::lower(text_[i]);
        add(at_, end, upper ? form : own_bytes, TokenKind::word);
        at_ = end;
        return true;
    }

    void add(std::size_t begin, std::size_t end, std::size_t form, TokenKind kind) {
        const auto form_length = form == own_bytes ? end - begin : forms_.size() - form;
        Token token;
        token.form = {nullptr, 0};
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.position = position_;
        token.kind = kind;
        tokens_.push_back(token);
        form_offsets_.push_back(static_cast<std::uint32_t>(form));
        form_offsets_.push_back(static_cast<std::uint32_t>(form_length));
        form_offsets_.push_back(own_bytes);  // no accented form
        form_offsets_.push_back(0);
        if (kind == TokenKind::word || kind == TokenKind::character) ++position_;
    }

    /// forms_ may have moved while it grew, so the views are made last.
    void resolve_forms() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            const std::uint32_t* offsets = &form_offsets_[4 * i];
            const std::string_view forms = forms_;
            tokens_[i].form = offsets[0] == own_bytes ? text_.substr(tokens_[i].begin, offsets[1])
                                                      : forms.substr(offsets[0], offsets[1]);
            if (offsets[2] != own_bytes) tokens_[i].accented = forms.substr(offsets[2], offsets[3]);
        }
    }

    /// Units held together by hyphens or ampersands; two to four are also joined.
    void compound() {
        const std::size_t first = tokens_.size();
        const std::uint32_t first_position = position_;
        std::uint32_t units = 0;
        bool letters = false;
        for (;;) {
            const std::size_t before = tokens_.size();
            letters |= unit();
            if (tokens_.size() == before) break;
            ++units;
            const std::size_t joiner = joiner_length();
            if (joiner == 0) break;
            at_ += joiner;
        }
        if (units >= 2 && letters && tokens_.size() - first <= most_parts)
            add_joined(first, first_position);
    }

    /// Bytes of a hyphen or ampersand here with a letter or digit right behind it, else 0.
    std::size_t joiner_length() const {
        if (at_ >= text_.size() || tokens_.back().end != at_) return 0;
        const Character here = character_at(text_, at_);
        if (here.kind != CharClass::hyphen && text_[at_] != '&') return 0;
        if (at_ + here.length >= text_.size()) return 0;
        const CharClass next = character_at(text_, at_ + here.length).kind;
        return next == CharClass::letter || next == CharClass::digit ? here.length : 0;
    }

    void add_joined(std::size_t first, std::uint32_t position) {
        const std::size_t form = forms_.size();
        for (std::size_t i = first; i < tokens_.size(); ++i) {
            const std::uint32_t* offsets = &form_offsets_[4 * i];
            if (offsets[0] == own_bytes)
                forms_.append(text_.substr(tokens_[i].begin, offsets[1]));
            else
                forms_.append(std::string(forms_, offsets[0], offsets[1]));
        }
        add(tokens_[first].begin, tokens_.back().end, form, TokenKind::joined);
        tokens_.back().position = position;
        // Behind the first part, whose position it shares.
        std::rotate(tokens_.begin() + static_cast<std::ptrdiff_t>(first) + 1, tokens_.end() - 1,
                    tokens_.end());
        std::rotate(form_offsets_.begin() + 4 * (static_cast<std::ptrdiff_t>(first) + 1),
                    form_offsets_.end() - 4, form_offsets_.end());
    }

    /// One unit from here; false if it has no letters. Always moves on by a byte at least.
    bool unit() {
        if (acronym()) return true;
        if (character_at(text_, at_).kind == CharClass::cjk) return cjk_run();
        begin_word();
        for (bool more = true; more && at_ < text_.size();) {
            const Character c = character_at(text_, at_);
            switch (c.kind) {
                case CharClass::letter:
                case CharClass::digit:
                    take(c);
                    break;
                case CharClass::mark:
                case CharClass::ignorable:
                    if (word_end_ > word_begin_)
                        take(c);
                    else
                        more = false;
                    break;
                case CharClass::apostrophe:
                    more = take_apostrophe(c);
                    break;
                case CharClass::separator:
                    more = take_in_number();
                    break;
                case CharClass::hyphen:
                case CharClass::cjk:
                    more = false;
                    break;
            }
        }
        if (at_ == word_begin_) at_ += character_at(text_, at_).length;
        return end_word();
    }

    void begin_word() {
        word_begin_ = word_end_ = at_;
        form_begin_ = forms_.size();
        accented_.clear();
        has_letter_ = has_accent_ = has_point_ = false;
    }

    void take(const Character& c) {
        forms_ += c.folded;
        accented_ += c.accented;
        has_accent_ |= c.folded != c.accented;
        has_letter_ |= c.kind == CharClass::letter;
        at_ += c.length;
        if (c.kind != CharClass::ignorable) word_end_ = at_;
    }

    /// An apostrophe between letters stays (don't) or ends an elided word (l'homme).
    bool take_apostrophe(const Character& c) {
        if (!has_letter_ || at_ + c.length >= text_.size()) return false;
        if (character_at(text_, at_ + c.length).kind != CharClass::letter) return false;
        if (is_elided(std::string_view(forms_).substr(form_begin_))) {
            end_word();
            at_ += c.length;
            begin_word();
        } else {
            apostrophe_ = at_;
            take(c);
        }
        return true;
    }

    /// The point of 3.5, and the commas of 1,000,000, which are dropped.
    bool take_in_number() {
        const char mark = text_[at_];
        if (has_letter_ || has_accent_ || word_end_ != at_ || at_ == word_begin_) return false;
        if (!ascii::is_digit(text_[at_ - 1]) || !ascii::is_digit(byte(at_ + 1))) return false;
        if (mark == ',' && thousands_follow()) {
            ++at_;
            word_end_ = at_;
            return true;
        }
        if (mark != '.' || has_point_ || !is_decimal()) return false;
        forms_ += '.';
        accented_ += '.';
        has_point_ = true;
        word_end_ = ++at_;
        return true;
    }

    /// ",ddd" and no fourth digit, behind one to three digits or another such group.
    bool thousands_follow() const {
        const bool group = ascii::is_digit(byte(at_ + 1)) && ascii::is_digit(byte(at_ + 2)) &&
                           ascii::is_digit(byte(at_ + 3)) && !ascii::is_digit(byte(at_ + 4));
        const auto comma = text_.substr(word_begin_, at_ - word_begin_).rfind(',');
        const std::size_t before = comma == std::string_view::npos ? at_ - word_begin_ : 3;
        return group && before <= 3 && !has_point_;
    }

    /// One point only: 1.8.7 and 26.02.2026 are no decimals, their numbers are found apart.
    bool is_decimal() const {
        if (word_begin_ > 0 && text_[word_begin_ - 1] == '.' && word_begin_ > 1 &&
            ascii::is_digit(text_[word_begin_ - 2]))
            return false;
        std::size_t end = at_ + 1;
        while (ascii::is_digit(byte(end))) ++end;
        return byte(end) != '.' || !ascii::is_digit(byte(end + 1));
    }

    /// Adds the word read so far, without a possessive 's; false if it has no letters.
    bool end_word() {
        std::string_view form = std::string_view(forms_).substr(form_begin_);
        std::size_t end = word_end_;
        if (form.size() > 2 && form.ends_with("'s")) {
            forms_.resize(forms_.size() - 2);
            accented_.resize(accented_.size() - 2);
            end = apostrophe_;
        }
        if (forms_.size() == form_begin_) return false;
        add(word_begin_, end, form_begin_, TokenKind::word);
        if (has_accent_) {
            form_offsets_[form_offsets_.size() - 2] = static_cast<std::uint32_t>(forms_.size());
            form_offsets_.back() = static_cast<std::uint32_t>(accented_.size());
            forms_ += accented_;
        }
        return has_letter_;
    }

    /// U.S., U.N., a.m.: single letters with points between them; the last point is not needed.
    bool acronym() {
        std::size_t end = at_;
        std::size_t letters = 0;
        while (ascii::is_letter(byte(end)) && byte(end + 1) == '.') {
            end += 2;
            ++letters;
        }
        if (letters == 0) return false;
        const bool one_more = ascii::is_letter(byte(end)) && !continues_word(end + 1);
        if (one_more) {
            ++end;
            ++letters;
        }
        if (letters < 2 || (!one_more && continues_word(end))) return false;
        const std::size_t form = forms_.size();
        for (std::size_t i = at_; i < end; ++i)
            if (text_[i] != '.') forms_ += ascii::lower(text_[i]);
        add(at_, end, form, TokenKind::word);
        at_ = end;
        skip_possessive();
        return true;
    }

    bool continues_word(std::size_t offset) const {
        if (offset >= text_.size()) return false;
        const CharClass kind = character_at(text_, offset).kind;
        return kind == CharClass::letter || kind == CharClass::digit || kind == CharClass::mark;
    }

    /// U.S.'s: the 's would otherwise be a word of its own.
    void skip_possessive() {
        if (at_ >= text_.size()) return;
        const Character c = character_at(text_, at_);
        if (c.kind != CharClass::apostrophe) return;
        const std::size_t s = at_ + c.length;
        if (ascii::lower(byte(s)) == 's' && !continues_word(s + 1)) at_ = s + 1;
    }

    bool cjk_run() {
        while (at_ < text_.size()) {
            const Character c = character_at(text_, at_);
            if (c.kind != CharClass::cjk) break;
            const std::size_t begin = at_;
            const std::size_t form = forms_.size();
            forms_ += c.folded;
            at_ += c.length;
            add(begin, at_, form, TokenKind::character);
            if (at_ >= text_.size()) break;
            const Character next = character_at(text_, at_);
            if (next.kind != CharClass::cjk) break;
            const std::size_t pair = forms_.size();
            forms_ += c.folded;
            forms_ += next.folded;
            add(begin, at_ + next.length, pair, TokenKind::bigram);
            --tokens_.back().position;
        }
        return true;
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::string& forms_;
    std::vector<std::uint32_t>& form_offsets_;
    std::size_t at_ = 0;
    std::uint32_t position_ = 0;

    // The word being read.
    std::size_t word_begin_ = 0;
    std::size_t word_end_ = 0;
    std::size_t apostrophe_ = 0;  // the last one inside it
    std::size_t form_begin_ = 0;
    std::string accented_;
    bool has_letter_ = false;
    bool has_accent_ = false;
    bool has_point_ = false;
};

}  // namespace

const std::vector<Token>& Tokenizer::tokens(std::string_view text) {
    clear();
    Scanner(text, tokens_, forms_, form_offsets_).run(SIZE_MAX);
    return tokens_;
}

void Tokenizer::for_each_part(std::string_view text, const Sink& sink) {
    constexpr std::size_t part = 256;
    clear();
    Scanner scanner(text, tokens_, forms_, form_offsets_);
    for (bool more = true; more; clear()) {
        more = scanner.run(part);
        sink(tokens_);
    }
}

void Tokenizer::clear() {
    tokens_.clear();
    forms_.clear();
    form_offsets_.clear();
}

std::string fold_value(std::string_view value) {
    std::string folded;
    bool blank = false;
    for (std::size_t at = 0; at < value.size();) {
        const Character c = character_at(value, at);
        if (c.kind == CharClass::separator && c.length == 1 &&
            (value[at] == ' ' || (value[at] >= '\t' && value[at] <= '\r'))) {
            blank = !folded.empty();
        } else if (c.kind != CharClass::ignorable) {
            if (blank) folded += ' ';
            blank = false;
            if (c.kind == CharClass::separator)
                folded += value.substr(at, c.length);
            else
                folded += c.folded;
        }
        at += c.length;
    }
    return folded;
}

bool is_emphatic(std::string_view word) {
    std::size_t letters = 0;
    bool points = false;
    bool ended = false;  // by a comma or the like, with which a sentence goes on
    for (std::size_t at = 0; at < word.size();) {
        const Character c = character_at(word, at);
        const std::string_view bytes = word.substr(at, c.length);
        if (c.kind == CharClass::letter) {
            ++letters;
            if (ended || bytes == c.accented) return false;  // not a capital
        } else if (c.kind == CharClass::separator && bytes != ".") {
            ended = true;
        }
        points |=
            bytes == "." && at + 1 < word.size() && ascii::is_letter(word[at + 1]) && letters > 0;
        at += c.length;
    }
    return letters >= 2 || points;
}

}  // namespace dateline
