// SPDX-License-Identifier: GPL-2.0-or-later
// The tokens of a text while they are made: their forms lie in a string that moves as it grows, so
// the views come last. A part of analysis.h, and inline, since all of an index passes through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"

namespace dateline {

class TokenList {
public:
    static constexpr std::uint32_t own_bytes = 0xffffffff;  ///< the form is the text's own bytes

    /// Writes into memory of the caller, which is empty.
    TokenList(std::string_view text, std::vector<Token>& tokens, std::string& forms,
              std::vector<std::uint32_t>& form_offsets)
        : text_(text), tokens_(tokens), forms_(forms), offsets_(form_offsets) {}

    std::size_t size() const { return tokens_.size(); }
    std::uint32_t position() const { return position_; }  ///< of the next word
    std::size_t last_end() const { return tokens_.back().end; }

    /// A token of the text's bytes [begin, end) whose form is all of the forms from byte `form` on.
    void add(std::size_t begin, std::size_t end, std::size_t form, TokenKind kind) {
        Token token;
        token.form = {nullptr, 0};
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(end);
        token.position = kind == TokenKind::bigram ? position_ - 1 : position_;
        token.kind = kind;
        tokens_.push_back(token);
        const auto length = form == own_bytes ? end - begin : forms_.size() - form;
        offsets_.push_back(static_cast<std::uint32_t>(form));
        offsets_.push_back(static_cast<std::uint32_t>(length));
        offsets_.push_back(own_bytes);  // no accented form
        offsets_.push_back(0);
        if (kind == TokenKind::word || kind == TokenKind::character) ++position_;
    }

    /// The form with accents of the last token.
    void add_accented(std::string_view form) {
        offsets_[offsets_.size() - 2] = static_cast<std::uint32_t>(forms_.size());
        offsets_.back() = static_cast<std::uint32_t>(form.size());
        forms_ += form;
    }

    /// The tokens from number `first` on written together, behind the first, whose position it has.
    void add_joined(std::size_t first, std::uint32_t position) {
        const std::size_t form = forms_.size();
        for (std::size_t i = first; i < tokens_.size(); ++i) forms_ += std::string(form_of(i));
        add(tokens_[first].begin, tokens_.back().end, form, TokenKind::joined);
        tokens_.back().position = position;
        const auto second = static_cast<std::ptrdiff_t>(first) + 1;
        std::rotate(tokens_.begin() + second, tokens_.end() - 1, tokens_.end());
        std::rotate(offsets_.begin() + 4 * second, offsets_.end() - 4, offsets_.end());
    }

    void resolve_forms() {
        for (std::size_t i = 0; i < tokens_.size(); ++i) {
            tokens_[i].form = form_of(i);
            const std::uint32_t* accented = &offsets_[4 * i + 2];
            if (accented[0] != own_bytes)
                tokens_[i].accented = std::string_view(forms_).substr(accented[0], accented[1]);
        }
    }

private:
    std::string_view form_of(std::size_t token) const {
        const std::uint32_t* form = &offsets_[4 * token];
        return form[0] == own_bytes ? text_.substr(tokens_[token].begin, form[1])
                                    : std::string_view(forms_).substr(form[0], form[1]);
    }

    std::string_view text_;
    std::vector<Token>& tokens_;
    std::string& forms_;
    std::vector<std::uint32_t>& offsets_;
    std::uint32_t position_ = 0;
};

}  // namespace dateline
