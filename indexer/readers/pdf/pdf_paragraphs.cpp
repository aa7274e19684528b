// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf/pdf_paragraphs.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <unordered_map>

#include "common/ascii.h"
#include "common/text_parts.h"

namespace dateline {

namespace {

constexpr auto hyphens = std::to_array<std::string_view>({"-", "\xC2\xAD", "\xE2\x80\x90"});

std::string_view hyphen_at_end(std::string_view text) {
    for (const std::string_view hyphen : hyphens)
        if (text.ends_with(hyphen)) return text.substr(text.size() - hyphen.size());
    return {};
}

/// The words of the document, with how often each stands within a line.
class Vocabulary {
public:
    explicit Vocabulary(const std::vector<PdfLine>& lines) {
        for (const PdfLine& line : lines) {
            std::string_view rest = line.text;
            while (!rest.empty()) {
                const std::string word = plain(take_part(rest, ' '));
                if (!word.empty()) ++counts_[word];
            }
        }
    }

    std::size_t count(std::string_view word) const {
        const auto found = counts_.find(plain(word));
        return found == counts_.end() ? 0 : found->second;
    }

private:
    static std::string plain(std::string_view word) {
        const auto is_mark = [](char c) {
            return !ascii::is_letter(c) && !ascii::is_digit(c) && !ascii::is_wide(c);
        };
        while (!word.empty() && is_mark(word.front())) word.remove_prefix(1);
        while (!word.empty() && is_mark(word.back())) word.remove_suffix(1);
        return ascii::lowered(word);
    }

    std::unordered_map<std::string, std::size_t> counts_;
};

std::string_view last_word(std::string_view text) {
    constexpr std::size_t longest = 100;
    text = text.substr(text.size() - std::min(text.size(), longest));
    const std::size_t blank = text.rfind(' ');
    return blank == text.npos ? text : text.substr(blank + 1);
}

std::string_view first_word(std::string_view text) {
    return text.substr(0, text.find(' '));
}

/// Whether the hyphen between the two ends of lines belongs to the word.
bool keeps_hyphen(std::string_view left, std::string_view right, const Vocabulary& words) {
    const std::string joined = std::string(left) + std::string(right);
    const std::string hyphenated = std::string(left) + "-" + std::string(right);
    if (words.count(joined) > 0) return false;
    if (words.count(hyphenated) > 0) return true;
    // Two words of their own, "rising-star": they stand elsewhere, too.
    return left.size() > 2 && right.size() > 2 && words.count(left) > 1 && words.count(right) > 1;
}

void join(std::string& text, std::string_view next, const Vocabulary& words) {
    const std::string_view hyphen = hyphen_at_end(text);
    const std::string_view right = first_word(next);
    if (hyphen.empty() || right.empty() || ascii::is_upper(right.front()) ||
        ascii::is_digit(right.front())) {
        const bool compound =
            !hyphen.empty() && text.size() > 1 && text[text.size() - hyphen.size() - 1] != ' ';
        if (!compound) text += ' ';
        text += next;
        return;
    }
    const std::string left(
        last_word(std::string_view(text).substr(0, text.size() - hyphen.size())));
    if (left.empty()) {
        text += ' ';
    } else if (hyphen != "-" || !keeps_hyphen(left, right, words)) {
        text.resize(text.size() - hyphen.size());
    }
    text += next;
}

bool same_size(int a, int b) {
    return std::abs(a - b) * 8 <= std::max(a, b);
}

bool centred_alike(const PdfLine& a, const PdfLine& b) {
    return std::abs((a.left + a.right) - (b.left + b.right)) < a.size && a.left != b.left;
}

bool begins_small(std::string_view text) {
    return !text.empty() && ascii::is_lower(text.front());
}

class ParagraphBuilder {
public:
    explicit ParagraphBuilder(const std::vector<PdfLine>& lines) : lines_(lines), words_(lines) {}

    std::vector<PdfParagraph> build() {
        for (std::size_t at = 0; at < lines_.size(); ++at) {
            const PdfLine& line = lines_[at];
            if (at == 0 || begins_paragraph(at)) {
                paragraphs_.push_back(
                    {line.text, line.page, line.top, line.size, line.text.size()});
                leading_ = 0;
            } else {
                if (follows_below(lines_[at - 1], line)) leading_ = line.top - lines_[at - 1].top;
                join(paragraphs_.back().text, line.text, words_);
            }
        }
        return std::move(paragraphs_);
    }

private:
    static bool follows_below(const PdfLine& before, const PdfLine& line) {
        return line.page == before.page && line.top > before.top && line.left < before.right &&
               before.left < line.right;
    }

    bool begins_paragraph(std::size_t at) const {
        constexpr std::size_t longest = 50'000;
        const PdfLine& before = lines_[at - 1];
        const PdfLine& line = lines_[at];
        if (!same_size(before.size, line.size) || paragraphs_.back().text.size() > longest)
            return true;
        if (!follows_below(before, line)) {
            // The next column or page: a sentence may go on there.
            return ends_sentence(before.text) || !begins_small(line.text);
        }
        const int gap = line.top - before.top;
        const int most_gap = leading_ > 0 ? leading_ * 5 / 4 : line.size * 17 / 10;
        if (gap > most_gap) return true;
        const bool indented = line.left > before.left + line.size * 6 / 10;
        if (indented && !centred_alike(before, line)) return true;
        return !centred_alike(before, line) && had_room(at);
    }

    /// Whether the line's first word would have fitted behind the line before: then that one ended
    /// because its paragraph did.
    bool had_room(std::size_t at) const {
        const PdfLine& before = lines_[at - 1];
        const PdfLine& line = lines_[at];
        if (!hyphen_at_end(before.text).empty()) return false;
        const auto length = static_cast<int>(std::min<std::size_t>(line.text.size(), 1000));
        const auto word =
            static_cast<int>(std::min<std::size_t>(first_word(line.text).size(), 1000));
        const int needed = length == 0 ? 0 : (line.right - line.left) * word / length + line.size;
        const int column = column_right(at);
        // Where letters differ in width, lines that were counted by letters end early.
        const bool ragged = begins_small(line.text) && !ends_sentence(before.text) &&
                            (before.right - before.left) * 4 > (column - before.left) * 3;
        return !ragged && column - before.right > needed;
    }

    /// Where lines of that column end, as far as the lines near by tell.
    int column_right(std::size_t at) const {
        constexpr std::size_t near = 12;
        const PdfLine& line = lines_[at];
        int right = line.right;
        const std::size_t end = std::min(lines_.size(), at + near);
        for (std::size_t i = at - std::min(at, near); i < end; ++i) {
            const PdfLine& other = lines_[i];
            if (other.part == line.part && same_size(other.size, line.size) &&
                std::abs(other.left - line.left) < 3 * line.size)
                right = std::max(right, other.right);
        }
        return right;
    }

    const std::vector<PdfLine>& lines_;
    Vocabulary words_;
    std::vector<PdfParagraph> paragraphs_;
    int leading_ = 0;  // of the paragraph's lines so far
};

}  // namespace

bool ends_sentence(std::string_view text) {
    constexpr auto closing = std::to_array<std::string_view>({"\"", "'", ")", "]", "”", "’", "»"});
    for (const std::string_view mark : closing)
        if (text.ends_with(mark)) {
            text.remove_suffix(mark.size());
            break;
        }
    constexpr auto ends =
        std::to_array<std::string_view>({".", "!", "?", ":", "…", "。", "！", "？"});
    return std::ranges::any_of(ends, [&](auto end) { return text.ends_with(end); });
}

int body_size(const std::vector<PdfLine>& lines) {
    std::map<int, std::size_t> letters;
    for (const PdfLine& line : lines) letters[line.size] += line.text.size();
    const auto most =
        std::ranges::max_element(letters, {}, [](const auto& each) { return each.second; });
    return most == letters.end() ? 100 : most->first;
}

std::vector<PdfParagraph> pdf_paragraphs(const std::vector<PdfLine>& lines) {
    return ParagraphBuilder(lines).build();
}

}  // namespace dateline
