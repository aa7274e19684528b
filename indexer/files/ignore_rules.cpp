// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/files/ignore_rules.h"

#include <algorithm>
#include <optional>

#include "common/text_parts.h"

namespace dateline {
namespace {

/// Takes the part up to the next slash off `path`.
std::string_view take_part(std::string_view& path) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    return part;
}

/// What one element of a glob (a character, `?` or a class) says to a character.
struct Element {
    bool matches = false;
    std::size_t length = 0;  ///< of the element
};

/// `[a-z]` at the beginning of the glob; nothing if it does not end, which matches no file.
std::optional<Element> match_class(std::string_view glob, unsigned char character) {
    std::size_t at = 1;
    const bool inverted = at < glob.size() && (glob[at] == '!' || glob[at] == '^');
    if (inverted) ++at;
    bool found = false;
    for (const std::size_t first = at; at < glob.size(); ++at) {
        if (glob[at] == ']' && at > first) return Element{found != inverted, at + 1};
        if (glob[at] == '\\' && at + 1 < glob.size()) ++at;
        const auto low = static_cast<unsigned char>(glob[at]);
        auto high = low;
        if (at + 2 < glob.size() && glob[at + 1] == '-' && glob[at + 2] != ']') {
            at += 2;
            if (glob[at] == '\\' && at + 1 < glob.size()) ++at;
            high = static_cast<unsigned char>(glob[at]);
        }
        found = found || (low <= character && character <= high);
    }
    return std::nullopt;
}

Element match_element(std::string_view glob, char character) {
    if (glob[0] == '?') return {true, 1};
    if (glob[0] == '[')
        return match_class(glob, static_cast<unsigned char>(character))
            .value_or(Element{false, glob.size()});
    const bool quoted = glob[0] == '\\' && glob.size() > 1;
    return {glob[quoted ? 1 : 0] == character, quoted ? std::size_t{2} : std::size_t{1}};
}

/// One part of a path against one part of a glob. When something does not fit, the last star takes
/// one character more; no earlier star needs to be tried again.
bool part_matches(std::string_view glob, std::string_view part) {
    std::optional<std::pair<std::size_t, std::size_t>> star;  // after it in the glob; in the part
    std::size_t at = 0;
    std::size_t next = 0;
    while (next < part.size()) {
        if (at < glob.size() && glob[at] == '*') {
            star = {++at, next};
            continue;
        }
        const Element element =
            at < glob.size() ? match_element(glob.substr(at), part[next]) : Element{};
        if (element.matches) {
            at += element.length;
            ++next;
        } else if (star) {
            next = ++star->second;
            at = star->first;
        } else {
            return false;
        }
    }
    return glob.find_first_not_of('*', at) == std::string_view::npos;
}

std::string_view without_end_blanks(std::string_view line) {
    while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    while (line.size() > 1 && line.back() == ' ' && line[line.size() - 2] != '\\')
        line.remove_suffix(1);
    return line == " " ? "" : line;
}

std::optional<IgnoreRule> parse_rule(std::string_view line) {
    IgnoreRule rule;
    if (line.starts_with('#')) return std::nullopt;
    rule.keeps = line.starts_with('!');
    if (rule.keeps) line.remove_prefix(1);
    rule.folders_only = line.ends_with('/');
    if (rule.folders_only) line.remove_suffix(1);
    rule.anywhere = line.find('/') == std::string_view::npos;
    if (line.starts_with('/')) line.remove_prefix(1);
    if (line.empty()) return std::nullopt;
    rule.glob = line;
    return rule;
}

bool rule_matches(const IgnoreRule& rule, std::string_view path, bool is_folder) {
    if (rule.folders_only && !is_folder) return false;
    if (!rule.anywhere) return glob_matches(rule.glob, path);
    const std::size_t slash = path.rfind('/');
    return part_matches(rule.glob, slash == std::string_view::npos ? path : path.substr(slash + 1));
}

IgnoreRules rules_of(const std::vector<std::string>& patterns) {
    IgnoreRules rules;
    for (const std::string& pattern : patterns)
        if (auto rule = parse_rule(pattern)) rules.push_back(std::move(*rule));
    return rules;
}

}  // namespace

IgnoreRules parse_ignore_rules(std::string_view text) {
    IgnoreRules rules;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    while (!text.empty()) {
        if (auto rule = parse_rule(without_end_blanks(take_line(text))))
            rules.push_back(std::move(*rule));
    }
    return rules;
}

IgnoreVerdict ignore_verdict(const IgnoreRules& rules, std::string_view path, bool is_folder) {
    for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule)
        if (rule_matches(*rule, path, is_folder))
            return rule->keeps ? IgnoreVerdict::kept : IgnoreVerdict::ignored;
    return IgnoreVerdict::none;
}

/// The same way with parts in place of characters and `**` in place of the star.
bool glob_matches(std::string_view glob, std::string_view path) {
    std::optional<std::pair<std::string_view, std::string_view>> star;
    while (!path.empty()) {
        if (glob == "**") return true;
        if (glob.starts_with("**/")) {
            glob.remove_prefix(3);
            star = {glob, path};
            continue;
        }
        std::string_view glob_rest = glob;
        std::string_view path_rest = path;
        if (!glob.empty() && part_matches(take_part(glob_rest), take_part(path_rest))) {
            glob = glob_rest;
            path = path_rest;
        } else if (star) {
            take_part(star->second);
            glob = star->first;
            path = star->second;
        } else {
            return false;
        }
    }
    return glob.empty();
}

FilterRules::FilterRules(const FileFilter& filter)
    : include_(rules_of(filter.include)), exclude_(rules_of(filter.exclude)) {}

bool FilterRules::excludes(std::string_view path, bool is_folder) const {
    return ignore_verdict(exclude_, path, is_folder) == IgnoreVerdict::ignored;
}

bool FilterRules::includes_file(std::string_view path) const {
    if (include_.empty()) return true;
    if (ignore_verdict(include_, path, false) == IgnoreVerdict::ignored) return true;
    for (std::size_t slash = path.rfind('/'); slash != std::string_view::npos && slash > 0;
         slash = path.rfind('/', slash - 1))
        if (ignore_verdict(include_, path.substr(0, slash), true) == IgnoreVerdict::ignored)
            return true;
    return false;
}

std::string path_line(std::string_view path) {
    std::string line;
    for (const char c : path) {
        if (c == '\\' || c == '\n') line += '\\';
        line += c == '\n' ? 'n' : c;
    }
    return line;
}

std::string path_from_line(std::string_view line) {
    std::string path;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escape = line[i] == '\\' && i + 1 < line.size();
        if (escape) ++i;
        path += escape && line[i] == 'n' ? '\n' : line[i];
    }
    return path;
}

std::string encode_filter(const FileFilter& filter) {
    std::string text;
    for (const std::string& pattern : filter.include) text += "+" + pattern + "\n";
    for (const std::string& pattern : filter.exclude) text += "-" + pattern + "\n";
    for (const std::string& name : filter.named) text += "=" + path_line(name) + "\n";
    return text;
}

FileFilter decode_filter(std::string_view text) {
    FileFilter filter;
    while (!text.empty()) {
        const std::string_view line = take_line(text);
        if (line.starts_with('+')) filter.include.emplace_back(line.substr(1));
        if (line.starts_with('-')) filter.exclude.emplace_back(line.substr(1));
        if (line.starts_with('=')) filter.named.insert(path_from_line(line.substr(1)));
    }
    return filter;
}

}  // namespace dateline
