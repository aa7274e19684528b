// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/analysis.h"

#include <array>

#include "common/ascii.h"
#include "common/code_points.h"
#include "common/token_list.h"
#include "common/word_rules.h"

namespace dateline {
namespace {

constexpr std::uint32_t most_parts = 4;  // of a compound whose parts are joined

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
/// One pass over a text. A compound is a row of units ("well-being"), a unit one or two words.
class Scanner {
public:
    Scanner(std::string_view text, std::vector<Token>& tokens, std::string& forms,
            std::vector<std::uint32_t>& form_offsets)
        : text_(text), tokens_(text, tokens, forms, form_offsets), forms_(forms) {}

    /// Goes on until there are so many tokens or more, or the text ends; false then.
    bool run(std::size_t tokens) {
        while (at_ < text_.size() && tokens_.size() < tokens) {
            if (ascii_class(text_[at_]) == Ascii::separator)
                ++at_;
            else if (!ascii_word())
                compound();
        }
        tokens_.resolve_forms();
        return at_ < text_.size();
    }

private:
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
        tokens_.add(at_, end, upper ? form : TokenList::own_bytes, TokenKind::word);
        at_ = end;
        return true;
    }

    /// Units held together by hyphens or ampersands; two to four are also joined.
    void compound() {
        const std::size_t first = tokens_.size();
        const std::uint32_t position = tokens_.position();
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
            tokens_.add_joined(first, position);
    }

    /// Bytes of a hyphen or ampersand here with a letter or digit right behind it, else 0.
    std::size_t joiner_length() const {
        if (at_ >= text_.size() || tokens_.last_end() != at_) return 0;
        const Character here = character_at(text_, at_);
        if (here.kind != CharClass::hyphen && text_[at_] != '&') return 0;
        if (at_ + here.length >= text_.size()) return 0;
        const CharClass next = character_at(text_, at_ + here.length).kind;
        return next == CharClass::letter || next == CharClass::digit ? here.length : 0;
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
        if (!ascii::is_digit(text_[at_ - 1])) return false;
        if (mark == ',' && !has_point_ && thousands_follow(text_, word_begin_, at_)) {
            ++at_;
            word_end_ = at_;
            return true;
        }
        if (mark != '.' || has_point_ || !is_decimal(text_, word_begin_, at_)) return false;
        forms_ += '.';
        accented_ += '.';
        has_point_ = true;
        word_end_ = ++at_;
        return true;
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
        tokens_.add(word_begin_, end, form_begin_, TokenKind::word);
        if (has_accent_) tokens_.add_accented(accented_);
        return has_letter_;
    }

    /// U.S., U.N., a.m.
    bool acronym() {
        const std::size_t end = acronym_end(text_, at_);
        if (end == at_) return false;
        const std::size_t form = forms_.size();
        for (std::size_t i = at_; i < end; ++i)
            if (text_[i] != '.') forms_ += ascii::lower(text_[i]);
        tokens_.add(at_, end, form, TokenKind::word);
        at_ = end;
        skip_possessive();
        return true;
    }

    /// U.S.'s: the 's would otherwise be a word of its own.
    void skip_possessive() {
        if (at_ >= text_.size()) return;
        const Character c = character_at(text_, at_);
        if (c.kind != CharClass::apostrophe) return;
        const std::size_t s = at_ + c.length;
        if (s < text_.size() && ascii::lower(text_[s]) == 's' && !continues_word(text_, s + 1))
            at_ = s + 1;
    }

    bool cjk_run() {
        while (at_ < text_.size()) {
            const Character c = character_at(text_, at_);
            if (c.kind != CharClass::cjk) break;
            const std::size_t begin = at_;
            const std::size_t form = forms_.size();
            forms_ += c.folded;
            at_ += c.length;
            tokens_.add(begin, at_, form, TokenKind::character);
            if (at_ >= text_.size()) break;
            const Character next = character_at(text_, at_);
            if (next.kind != CharClass::cjk) break;
            const std::size_t pair = forms_.size();
            forms_ += c.folded;
            forms_ += next.folded;
            tokens_.add(begin, at_ + next.length, pair, TokenKind::bigram);
        }
        return true;
    }

    std::string_view text_;
    TokenList tokens_;
    std::string& forms_;
    std::size_t at_ = 0;

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

}  // namespace dateline
