// SPDX-License-Identifier: GPL-2.0-or-later
// Reads a page of ours as strictly as we write it: lower-case tags that are closed in order,
// attributes in double quotes, no loose signs. Whatever an article or a request has smuggled in
// shows as a tag, an attribute or an address that nobody wrote.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

struct HtmlTag {
    std::string name;
    std::map<std::string, std::string> attributes;  ///< as written, escapes and all
};

class StrictHtml {
public:
    explicit StrictHtml(std::string_view page) : rest_(page) { read(); }

    /// What is wrong; "" if nothing is.
    const std::string& fault() const { return fault_; }
    const std::vector<HtmlTag>& tags() const { return tags_; }
    /// How many tags are open at once, at most.
    std::size_t depth() const { return depth_; }

    /// The first thing that a page of ours never has; "" if there is none.
    std::string unsafe() const {
        static constexpr std::array<std::string_view, 50> known{
            "html",   "head",    "meta",    "title",   "link",   "script",  "body",  "a",
            "header", "footer",  "form",    "input",   "button", "label",   "p",     "pre",
            "ul",     "ol",      "li",      "div",     "span",   "section", "aside", "main",
            "nav",    "h1",      "h2",      "article", "time",   "mark",    "svg",   "g",
            "rect",   "details", "summary", "table",   "tr",     "th",      "td",    "dl",
            "dt",     "dd",      "code",    "strong",  "b",      "i",       "br",    "kbd",
            "del",    "ins"};
        for (const HtmlTag& tag : tags_) {
            if (std::ranges::find(known, tag.name) == known.end()) return "<" + tag.name + ">";
            for (const auto& [name, value] : tag.attributes) {
                if (name.starts_with("on") || name == "style" || name == "srcdoc")
                    return name + "=" + value;
                const bool leads = name == "href" || name == "src" || name == "action";
                const bool own = value.starts_with("/") && !value.starts_with("//");
                const bool away = value.starts_with("http://") || value.starts_with("https://");
                if (leads && !own && !value.starts_with("#") && !(away && tag.name == "a"))
                    return name + "=" + value;
            }
        }
        return "";
    }

private:
    static bool is_void(std::string_view name) {
        static constexpr std::array<std::string_view, 4> names{"meta", "link", "input", "br"};
        return std::ranges::find(names, name) != names.end();
    }

    std::string_view word() {
        const std::size_t end =
            std::min(rest_.find_first_not_of(
                         "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"),
                     rest_.size());
        const std::string_view found = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return found;
    }

    bool take(std::string_view sign) {
        if (!rest_.starts_with(sign)) return false;
        rest_.remove_prefix(sign.size());
        return true;
    }

    void read() {
        if (!take("<!doctype html>")) fault_ = "no doctype";
        while (!rest_.empty() && fault_.empty()) {
            if (rest_.front() == '<')
                read_tag();
            else
                read_text();
        }
        if (fault_.empty() && !open_.empty()) fault_ = "not closed: " + open_.back();
    }

    void read_text() {
        const std::size_t end = std::min(rest_.find('<'), rest_.size());
        check_escaped(rest_.substr(0, end));
        rest_.remove_prefix(end);
    }

    void check_escaped(std::string_view text) {
        if (text.find('>') != text.npos) fault_ = "a bare > in: " + std::string(text);
        for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
            const std::string_view entity = text.substr(at, 6);
            if (!entity.starts_with("&amp;") && !entity.starts_with("&lt;") &&
                !entity.starts_with("&gt;") && entity != "&quot;" && !entity.starts_with("&#39;"))
                fault_ = "a bare & in: " + std::string(text);
        }
    }

    void read_tag() {
        const std::string context(rest_.substr(0, 60));
        rest_.remove_prefix(1);
        if (take("/")) {
            const std::string name(word());
            if (!take(">") || open_.empty() || open_.back() != name) {
                fault_ = "closed out of order: " + context;
                return;
            }
            open_.pop_back();
            return;
        }
        HtmlTag tag{std::string(word()), {}};
        while (take(" ")) {
            const std::string name(word());
            std::string value;
            if (take("=")) {
                const std::size_t end = rest_.find('"', 1);
                if (!rest_.starts_with('"') || end == rest_.npos) {
                    fault_ = "an attribute without quotes: " + context;
                    return;
                }
                value = rest_.substr(1, end - 1);
                check_escaped(value);
                rest_.remove_prefix(end + 1);
            }
            if (name.empty() || !tag.attributes.emplace(name, value).second)
                fault_ = "an attribute twice or without a name: " + context;
        }
        const bool closed = tag.name == "rect" && take("/>");  // of SVG
        if (tag.name.empty() || (!closed && !take(">"))) {
            fault_ = "no tag: " + context;
            return;
        }
        if (!closed && !is_void(tag.name)) open_.push_back(tag.name);
        depth_ = std::max(depth_, open_.size());
        tags_.push_back(std::move(tag));
    }

    std::string_view rest_;
    std::string fault_;
    std::vector<HtmlTag> tags_;
    std::vector<std::string> open_;
    std::size_t depth_ = 0;
};

}  // namespace dateline
