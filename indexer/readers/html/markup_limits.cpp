// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html/markup_limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/code_points.h"
#include "indexer/readers/html/start_tags.h"
#include "indexer/readers/next_place.h"

namespace dateline {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// The markup, copied once something is to be changed; changes come in its order.
class Copy {
public:
    Copy(std::string_view markup, std::string& storage) : markup_(markup), storage_(storage) {
        storage_.clear();
    }

    bool is_changed() const { return copied_ > 0; }

    /// Blanks instead of what stands there; line ends stay.
    void blank(std::size_t begin, std::size_t end) {
        if (end <= copied_) return;
        copy_to(std::max(begin, copied_));
        for (; copied_ < end; ++copied_) storage_ += markup_[copied_] == '\n' ? '\n' : ' ';
    }

    void insert(std::size_t at, std::string_view piece) {
        copy_to(std::max(at, copied_));
        storage_ += piece;
    }

    std::string_view finish() {
        if (!is_changed()) return markup_;
        copy_to(markup_.size());
        return storage_;
    }

private:
    void copy_to(std::size_t end) {
        storage_ += markup_.substr(copied_, end - copied_);
        copied_ = end;
    }

    std::string_view markup_;
    std::string& storage_;
    std::size_t copied_ = 0;
};

class Limiter {
public:
    Limiter(std::string_view markup, Copy& copy, std::vector<Problem>& problems)
        : markup_(markup), copy_(copy), problems_(problems) {}

    void limit_html() {
        for (std::size_t at = next(0); at < markup_.size(); at = next(at)) {
            if (!begins_html_tag(markup_, at)) {
                at = behind_html_other(markup_, at);
                continue;
            }
            const StartTag tag = read_html_tag(markup_, at);
            cut(tag);
            at = behind_html_content(markup_, tag);
        }
    }

    // In XML no tag goes beyond the next '<', so what stands around one does not matter, except
    // that sections of character data are to be known.
    void limit_xml() {
        NextPlace ends("-->");
        std::size_t other_end = 0;  // of the comment or section that `at` is in
        for (std::size_t at = next(0); at < markup_.size(); at = next(at)) {
            split_section(at);
            blank_dashes(at);
            const std::string_view rest = markup_.substr(at);
            if (at >= other_end && rest.starts_with("<!--")) {
                other_end = std::min(ends.in(markup_, at), markup_.size());
                dashes_at_ = at + 4;
                comment_end_ = other_end;
            } else if (at >= other_end && rest.starts_with(section_begin)) {
                other_end = std::min(markup_.find(section_end, at), markup_.size());
                split_at_ = at + section_begin.size() + longest_section;
                section_end_ = other_end;
            }
            if (!begins_xml_tag(markup_, at)) {
                ++at;
                continue;
            }
            const StartTag tag = read_xml_tag(markup_, at);
            cut(tag);
            at = tag.end;
        }
        split_section(markup_.size());
        blank_dashes(markup_.size());
    }

private:
    static constexpr std::string_view section_begin = "<![CDATA[";
    static constexpr std::string_view section_end = "]]>";
    static constexpr std::size_t longest_section = std::size_t{32} * 1024;

    std::size_t next(std::size_t at) const { return markup_.find('<', at); }

    void cut(const StartTag& tag) {
        if (tag.cut_from == npos) return;
        if (!told_) {
            const std::string_view before = markup_.substr(0, tag.cut_from);
            const auto lines = std::count(before.begin(), before.end(), '\n');
            problems_.push_back(
                {"", static_cast<std::uint32_t>(lines) + 1,
                 fmt::format("an element with more than {} attributes; the others are left out",
                             most_attributes),
                 false});
        }
        told_ = true;
        copy_.blank(tag.cut_from, tag.end);
    }

    // Parts the section where it has become too long before `end`; not within a character.
    void split_section(std::size_t end) {
        for (; split_at_ < std::min(end, section_end_); split_at_ += longest_section) {
            split_at_ = character_begin(markup_, split_at_);
            copy_.insert(split_at_, section_end);
            copy_.insert(split_at_, section_begin);
        }
    }

    // Two hyphens within a comment are an error, with which libxml2 keeps all that is before them.
    void blank_dashes(std::size_t end) {
        const bool whole = end >= comment_end_;
        const std::string_view seen = markup_.substr(0, whole ? comment_end_ + 1 : end);
        for (std::size_t at = seen.find("--", dashes_at_); at != npos;
             at = seen.find("--", dashes_at_)) {
            copy_.blank(at, std::min(at + 2, comment_end_));
            dashes_at_ = at + 2;
        }
        if (seen.size() > dashes_at_) dashes_at_ = seen.size() - 1;
    }

    std::string_view markup_;
    Copy& copy_;
    std::vector<Problem>& problems_;
    bool told_ = false;
    std::size_t split_at_ = 0;     // where the section is parted next
    std::size_t section_end_ = 0;  // 0: no section yet
    std::size_t dashes_at_ = 0;    // of the comment, where two hyphens are looked for next
    std::size_t comment_end_ = 0;
};

}  // namespace

std::string_view within_limits(std::string_view markup, Markup kind, std::string& storage,
                               std::vector<Problem>& problems) {
    Copy copy(markup, storage);
    Limiter limiter(markup, copy, problems);
    kind == Markup::html ? limiter.limit_html() : limiter.limit_xml();
    return copy.finish();
}

}  // namespace dateline
