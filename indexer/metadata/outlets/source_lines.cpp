// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/source_lines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/ascii.h"
#include "indexer/metadata/authors/author_labels.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/outlets/hosts.h"

namespace dateline {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr int most_lines = 8;
constexpr std::size_t longest_line = 2000;  // addresses in it are long
constexpr std::size_t longest_last_line = 300;
constexpr std::size_t longest_name = 48;

constexpr auto author_leads = std::to_array<std::string_view>({"Author: ", "Authors: "});

constexpr auto outlet_leads = std::to_array<std::string_view>(
    {"原文地址来自", "来自微信公众号", "来自微信号", "来自微信", "来自公号", "来自订阅号",
     "原文来自",     "本文来自",       "文章来自",   "信息源自", "源自",     "原文出自",
     "本文转自",     "转载自",         "原载于",     "来源：",   "来源:",    "来源丨",
     "来源｜",       "出自",           "转自",       "Source: ", "Outlet: ", "Publication: "});

// Those that may also stand within a line, after a comma or a full stop.
constexpr auto inner_outlet_leads = std::to_array<std::string_view>(
    {"，原文地址来自", "， 原文来自", "（原载于", "，原文来自", "，本文来自", "，文章来自",
     "，本文转自", "，转载自", "，原载于", "。原文来自", "。本文来自"});

constexpr auto url_leads = std::to_array<std::string_view>(
    {"原文", "原链接", "本文链接", "链接", "来源", "Source:", "Source ", "Original:", "Original ",
     "Originally ", "URL:", "URL ", "Link:", "Link ", "Via:", "Via ", "via:", "via："});

// Words of a link that lead to the original, wherever in the first lines it stands.
constexpr auto original_words = std::to_array<std::string_view>(
    {"原文", "原文链接", "阅读原文", "原文地址", "Original article", "original article",
     "Read the original", "View original", "view original"});

constexpr auto last_leads = std::to_array<std::string_view>(
    {"via:", "via：", "Via:", "原文：", "原文:", "原文链接", "原文地址", "作者：",
     "作者:", "来源：", "来源:", "转自", "本文转自", "本文来自", "Originally published at",
     "Originally published on", "Original:", "Original article:"});

// Kinds of account before the name of one.
constexpr auto account_kinds = std::to_array<std::string_view>(
    {"微信公众号", "微信公号", "微信订阅号", "公众号", "公号",     "订阅号", "微信号", "微信",
     "于",         "：",       ":",          " ",      "\xC2\xA0", "「",     "“",      "[",
     "《",         "【",       "（",         "(",      "◎",        "@"});

constexpr auto name_ends = std::to_array<std::string_view>(
    {"「", "“", "、", "）", ")",  "」", "”",  "]", "》", "：", ":",
     "，", ",", "。", "《", "（", "(",  "；", ";", "~",  "】", "http"});

template <std::size_t Size>
std::string_view after_lead(std::string_view line,
                            const std::array<std::string_view, Size>& leads) {
    for (const std::string_view lead : leads) {
        if (line.starts_with(lead)) return line.substr(lead.size());
    }
    return "";
}

std::string_view outlet_name(std::string_view rest) {
    for (std::size_t i = 0; i < account_kinds.size();) {
        if (rest.starts_with(account_kinds[i])) {
            rest.remove_prefix(account_kinds[i].size());
            i = 0;
        } else {
            ++i;
        }
    }
    std::size_t end = rest.size();
    end = std::min(end, rest.find(" 微信原文"));
    for (const std::string_view mark : name_ends) end = std::min(end, rest.find(mark));
    std::string_view name = ascii::trim(rest.substr(0, std::min(end, rest.size())));
    for (const std::string_view kind : {"微信公众号", "微信公号", "公众号", "公号"}) {
        if (name.ends_with(kind)) name.remove_suffix(kind.size());
    }
    if (name.size() < 2 || name.size() > longest_name) return "";
    // "github example/archive": words, not a name.
    const bool words = ascii::is_lower(name.front()) && name.find(' ') != npos;
    return words && std::ranges::none_of(name, ascii::is_wide) ? "" : name;
}

/// The host after "原文地址", where the address itself was the target of a link and is gone.
std::string_view host_of_line(std::string_view line) {
    constexpr std::string_view lead = "原文地址";
    const auto at = line.substr(0, 240).find(lead);
    if (at == npos) return "";
    std::string_view rest = ascii::trim(line.substr(at + lead.size()));
    rest = rest.substr(0, rest.find_first_of(" \n"));
    return is_host(rest) ? rest : "";
}

/// True if the name stands behind a colon: "原文来自：X", not "原文来自X：".
bool follows_colon(std::string_view line, std::string_view name) {
    const std::string_view before = ascii::trim(line.substr(0, line.find(name)));
    return !name.empty() && (before.ends_with("：") || before.ends_with(':'));
}

/// The outlet that a line names at its beginning or, in set forms, further on.
std::string_view outlet_of_line(std::string_view line) {
    if (const std::string_view rest = after_lead(line, outlet_leads); !rest.empty())
        return outlet_name(rest);
    for (const std::string_view lead : inner_outlet_leads) {
        const auto at = line.substr(0, 240).find(lead);
        if (at != npos) return outlet_name(line.substr(at + lead.size()));
    }
    return host_of_line(line);
}

std::string_view url_in(std::string_view line) {
    const auto begin = line.find("http");
    if (begin == npos) return "";
    const std::string_view url = line.substr(begin);
    if (!url.starts_with("http://") && !url.starts_with("https://")) return "";
    // A URL is ASCII; whatever stands around it is not.
    const auto end = std::ranges::find_if(url, [](char c) {
        return c <= ' ' || ascii::is_wide(c) || c == ')' || c == ']' || c == '>' || c == '"' ||
               c == 0x7f;
    });
    return url.substr(0, static_cast<std::size_t>(end - url.begin()));
}

std::vector<std::string> authors_in(std::string_view line) {
    std::string_view list = after_author_label(line);
    if (list.empty()) list = after_lead(line, author_leads);
    return list.size() <= 2 * longest_name ? authors_after_label(list) : std::vector<std::string>();
}

/// The address of a link of the bytes [begin, end) that names the original: any, or by its words;
/// a kept copy only where there is no other. A site's front page is none.
std::string linked_original(std::string_view text, std::size_t begin, std::size_t end,
                            const std::vector<Link>& links, bool any) {
    std::string copy;
    for (const Link& link : links) {
        if (link.end <= begin || link.end > end) continue;
        const std::string_view words = ascii::trim(text.substr(link.begin, link.end - link.begin));
        const auto path = link.url.find('/', link.url.find("://") + 3);
        if (path == npos || path + 1 == link.url.size()) continue;
        if (!any && std::ranges::find(original_words, words) == original_words.end()) continue;
        if (!keeps_copies(host_of_url(link.url))) return link.url;
        if (copy.empty()) copy = link.url;
    }
    return copy;
}

class SourceReader {
public:
    SourceReader(std::string_view text, const std::vector<Link>& links)
        : text_(text), links_(links) {}

    SourceLines read() {
        std::size_t at = 0;
        for (int i = 0; i < most_lines && at < text_.size(); ++i) {
            const std::size_t end = std::min(text_.find('\n', at), text_.size());
            if (end - at <= longest_line) read_line(at, end);
            at = std::min(text_.find_first_not_of('\n', end), text_.size());
        }
        read_last_lines(at);
        return std::move(result_);
    }

private:
    void read_line(std::size_t begin, std::size_t end) {
        const std::string_view line = ascii::trim(text_.substr(begin, end - begin));
        if (result_.authors.empty()) result_.authors = authors_in(line);
        const std::string_view outlet = outlet_of_line(line);
        if (result_.outlet.empty()) {
            result_.outlet = outlet;
            result_.may_be_title = follows_colon(line, result_.outlet);
        }
        const bool of_url = !after_lead(line, url_leads).empty();
        if (result_.url.empty() && of_url) result_.url = url_in(line);
        if (result_.url.empty()) {
            const auto name =
                outlet.empty() ? begin : static_cast<std::size_t>(outlet.data() - text_.data());
            const bool names_original = of_url || !outlet.empty();
            result_.url = linked_original(text_, name, end, links_, names_original);
        }
    }

    /// Lines behind an article say it more briefly than sentences that begin with the same words.
    void read_last_lines(std::size_t first) {
        std::size_t end = text_.size();
        for (int i = 0; i < most_lines && end > first; ++i) {
            const std::size_t break_before = text_.rfind('\n', end - 1);
            const std::size_t begin = break_before == npos ? 0 : break_before + 1;
            if (begin < first) break;
            const std::string_view line = text_.substr(begin, end - begin);
            if (line.size() <= longest_last_line && line.find("。") == npos &&
                !after_lead(line, last_leads).empty())
                read_line(begin, end);
            end = begin == 0 ? 0 : text_.find_last_not_of('\n', begin - 1) + 1;
        }
    }

    std::string_view text_;
    const std::vector<Link>& links_;
    SourceLines result_;
};

}  // namespace

SourceLines read_source_lines(std::string_view text, const std::vector<Link>& links) {
    return SourceReader(text, links).read();
}

}  // namespace dateline
