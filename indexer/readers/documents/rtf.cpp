// SPDX-License-Identifier: GPL-2.0-or-later
// Rich Text Format, of word processors and of news services' exports.
#include "indexer/readers/documents/rtf.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "indexer/readers/bytes/charset.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/documents/export_document.h"
#include "indexer/readers/documents/rtf_head.h"
#include "indexer/readers/documents/rtf_tokens.h"
#include "indexer/readers/documents/rtf_words.h"
#include "indexer/readers/documents/styles.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

class RtfReader {
public:
    TextDocument read(std::string_view bytes) {
        while (true) {
            const RtfToken token = take_rtf_token(bytes);
            if (token.kind == RtfToken::Kind::finished) break;
            take(token, bytes);
        }
        flush();
        end_paragraph();
        add_properties();
        mark_rtf_head(document_.paragraphs, all_looks_);
        if (too_deep_) document_.problems.push_back({"", 0, "groups are nested too deep", false});
        return std::move(document_);
    }

private:
    static constexpr std::size_t deepest = 1000;

    void take(const RtfToken& token, std::string_view& rest) {
        switch (token.kind) {
            case RtfToken::Kind::open:
                flush();
                if (groups_.size() < deepest) {
                    groups_.push_back(groups_.back());
                } else {
                    ++overflow_;
                    too_deep_ = true;
                }
                fallback_ = 0;
                break;
            case RtfToken::Kind::close:
                close();
                break;
            case RtfToken::Kind::word:
                take_word(token, rest);
                break;
            case RtfToken::Kind::byte:
                if (fallback_ > 0)
                    --fallback_;
                else
                    pending_ += static_cast<char>(*token.number);
                break;
            case RtfToken::Kind::text:
                take_text(token.text);
                break;
            case RtfToken::Kind::finished:
                break;
        }
    }

    void take_text(std::string_view text) {
        const std::size_t left_out =
            std::min<std::size_t>(static_cast<std::size_t>(fallback_), text.size());
        fallback_ -= static_cast<int>(left_out);
        pending_ += text.substr(left_out);
    }

    void close() {
        flush();
        const RtfDestination ended = groups_.back().destination;
        if (ended == RtfDestination::styles) end_style();
        if (overflow_ > 0)
            --overflow_;
        else if (groups_.size() > 1)
            groups_.pop_back();
        if (ended == RtfDestination::fonts) font_ = -1;
        fallback_ = 0;
    }

    void take_word(const RtfToken& token, std::string_view& rest) {
        if (token.text == "u") {
            flush();
            put_unit(token.number.value_or(0));
            fallback_ = groups_.back().skip;
            return;
        }
        if (token.text == "'") return;
        flush();
        fallback_ = 0;
        if (token.text == "bin") {
            rest.remove_prefix(std::min(
                static_cast<std::size_t>(std::max(token.number.value_or(0), 0)), rest.size()));
            return;
        }
        RtfGroup& group = groups_.back();
        if (token.text == "*") {
            group.destination = RtfDestination::skipped;  // unless it is one of ours, below
            return;
        }
        if (const auto destination = rtf_destination(token.text)) {
            const bool of_info = *destination >= RtfDestination::title;
            if (group.destination != RtfDestination::styles &&
                (!of_info || group.destination == RtfDestination::info))
                group.destination = *destination;
            return;
        }
        if (const std::string_view text = rtf_text(token.text); !text.empty()) return put(text);
        take_state(token.text, token.number);
    }

    void take_state(std::string_view word, std::optional<int> number) {
        RtfGroup& group = groups_.back();
        const int value = number.value_or(1);
        if (ends_rtf_paragraph(word)) {
            if (group.destination == RtfDestination::body) end_paragraph();
        } else if (word == "ansicpg") {
            code_page_ = value;
        } else if (const int page = rtf_document_page(word); page != 0) {
            code_page_ = page;
        } else if (word == "f" || word == "fcharset") {
            take_font(word, number.value_or(0));
        } else if (word == "uc") {
            group.skip = std::clamp(value, 0, 16);
        } else if (word == "v") {
            group.hidden = value != 0;
        } else if (word == "b") {
            group.bold = value != 0;
        } else if (word == "fs") {
            group.size = number.value_or(24);
        } else if (word == "plain") {
            group.hidden = group.bold = false;
            group.size = 24;
        } else if (word == "pard") {
            style_.clear();
            level_ = -1;
            centred_ = false;
        } else if (word == "qc") {
            centred_ = true;
        } else if (word == "s") {
            style_ = std::to_string(number.value_or(0));
        } else if (word == "outlinelevel") {
            level_ = number.value_or(-1);
        } else if (group.destination == RtfDestination::created) {
            if (word == "yr") created_[0] = number.value_or(0);
            if (word == "mo") created_[1] = number.value_or(0);
            if (word == "dy") created_[2] = number.value_or(0);
        }
    }

    void take_font(std::string_view word, int number) {
        if (groups_.back().destination == RtfDestination::fonts) {
            if (word == "f") font_ = number;
            if (word == "fcharset" && font_ >= 0) fonts_[font_] = rtf_code_page(number);
            return;
        }
        if (word != "f") return;
        const auto found = fonts_.find(number);
        groups_.back().code_page = found == fonts_.end() ? 0 : found->second;
    }

    /// UTF-16 as signed numbers, of which two may make a character.
    void put_unit(int number) {
        const auto unit = static_cast<char32_t>(number < 0 ? number + 65536 : number);
        std::string text;
        if (unit >= 0xD800 && unit < 0xDC00) {
            high_ = unit;
            return;
        }
        if (unit >= 0xDC00 && unit < 0xE000 && high_ != 0) {
            append_utf8(text, 0x10000 + ((high_ - 0xD800) << 10U) + (unit - 0xDC00));
        } else {
            append_utf8(text, unit);
        }
        high_ = 0;
        put(text);
    }

    /// Bytes wait until it is known that no more of the same code page follow.
    void flush() {
        if (pending_.empty()) return;
        const std::string bytes = std::exchange(pending_, {});
        const RtfGroup& group = groups_.back();
        const int page = group.code_page != 0 ? group.code_page : code_page_;
        const std::string name = page == 10000   ? "MACINTOSH"
                                 : page == 65001 ? "UTF-8"
                                                 : fmt::format("CP{}", page);
        std::string converted;
        if (std::ranges::any_of(bytes, ascii::is_wide)) converted = convert_charset(bytes, name);
        std::string storage;
        std::vector<Problem> ignored;
        put(decode_text(converted.empty() ? bytes : converted, "", storage, ignored));
    }

    void put(std::string_view text) {
        const RtfGroup& group = groups_.back();
        switch (group.destination) {
            case RtfDestination::body:
                if (group.hidden) return;
                if (paragraph_.empty()) looks_ = {centred_, group.bold, group.size};
                paragraph_ += text;
                return;
            case RtfDestination::styles:
                style_name_ += text;
                return;
            case RtfDestination::title:
                title_ += text;
                return;
            case RtfDestination::author:
                author_ += text;
                return;
            case RtfDestination::keywords:
                keywords_ += text;
                return;
            default:
                return;
        }
    }

    void end_style() {
        std::string name = ascii::lowered(ascii::trim(style_name_));
        style_name_.clear();
        if (name.ends_with(';')) name.pop_back();
        if (!name.empty() && !style_.empty())
            styles_.emplace(style_, ParagraphStyle{name, "", level_});
        style_.clear();
        level_ = -1;
    }

    void end_paragraph() {
        ++number_;
        if (!ascii::trim(paragraph_).empty()) {
            document_.paragraphs.push_back(
                {std::move(paragraph_), number_, kind_of_style(styles_, style_, level_)});
            all_looks_.push_back(looks_);
        }
        paragraph_.clear();
    }

    void add_properties() {
        add_property(document_, "document title", title_);
        add_property(document_, "document author", author_);
        add_property(document_, "keywords", keywords_);
        if (created_[0] > 1970 && created_[1] > 0 && created_[2] > 0)
            add_property(document_, "document created",
                         fmt::format("{:04}-{:02}-{:02}", created_[0], created_[1], created_[2]));
    }

    TextDocument document_;
    std::vector<RtfGroup> groups_{1};
    std::size_t overflow_ = 0;  // groups that are open beyond those
    bool too_deep_ = false;
    std::string pending_;
    std::string paragraph_;
    RtfLooks looks_;
    std::vector<RtfLooks> all_looks_;
    std::uint32_t number_ = 0;
    int fallback_ = 0;  // characters to skip behind a \u
    char32_t high_ = 0;
    int code_page_ = 1252;
    int font_ = -1;  // that the table of fonts tells of
    std::map<int, int> fonts_;
    ParagraphStyles styles_;
    std::string style_;
    std::string style_name_;
    int level_ = -1;
    bool centred_ = false;
    std::string title_, author_, keywords_;
    std::array<int, 3> created_{};
};

}  // namespace

bool begins_rtf(std::string_view bytes) {
    return bytes.starts_with("{\\rtf");
}

Reading read_rtf(std::string_view bytes) {
    return read_export_or_document(RtfReader().read(bytes));
}

}  // namespace dateline
