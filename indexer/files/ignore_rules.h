// SPDX-License-Identifier: GPL-2.0-or-later
// Which files the owner does not want in the index: the lines of a `.datelineignore`, and the
// patterns of --include and --exclude. Patterns are gitignore's. Functions of their arguments
// alone; the walk (indexer/files/walk.h) asks them.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr const char* ignore_name = ".datelineignore";

/// One pattern. It matches paths relative to the folder that its file is in.
struct IgnoreRule {
    std::string glob;           ///< without the signs that the other members stand for
    bool keeps = false;         ///< `!glob`: what matches is not ignored after all
    bool folders_only = false;  ///< `glob/`
    bool anywhere = false;      ///< without a slash inside: the last part of a path is matched

    bool operator==(const IgnoreRule&) const = default;
};

using IgnoreRules = std::vector<IgnoreRule>;

/// The rules of a file: one a line, blank lines and lines that begin with `#` aside; blanks at a
/// line's end do not count unless a `\` stands before them.
IgnoreRules parse_ignore_rules(std::string_view text);

enum class IgnoreVerdict { none, ignored, kept };

/// What the last rule that matches says. `path` has no slash at either end.
IgnoreVerdict ignore_verdict(const IgnoreRules& rules, std::string_view path, bool is_folder);

/// `*` and `?` match within one part of a path, `[a-z]` and `[!a-z]` one character, `**` as a whole
/// part any number of parts (at the end: one at least), `\` takes the next character as it is.
/// Takes at most as many steps as glob and path have bytes, multiplied.
bool glob_matches(std::string_view glob, std::string_view path);

/// What of a root is to be indexed, as said with --include and --exclude, or by naming files of it.
struct FileFilter {
    std::vector<std::string> include;  ///< patterns; none: all files
    std::vector<std::string> exclude;
    std::set<std::string> named = {};  ///< files that lie in it, and no others; none: all

    bool operator==(const FileFilter&) const = default;
    bool empty() const { return include.empty() && exclude.empty() && named.empty(); }
};

/// The filter as rules, and the question to them.
class FilterRules {
public:
    FilterRules() = default;
    explicit FilterRules(const FileFilter& filter);

    bool excludes(std::string_view path, bool is_folder) const;
    /// True if the file, or a folder that it is in, is meant by an include pattern.
    bool includes_file(std::string_view path) const;

private:
    IgnoreRules include_;
    IgnoreRules exclude_;
};

/// A path on one line: line breaks and backslashes behind a backslash.
std::string path_line(std::string_view path);
std::string path_from_line(std::string_view line);

/// As it is kept in the index: a line each, `+pattern`, `-pattern` or `=name`, whose line
/// breaks are escaped.
std::string encode_filter(const FileFilter& filter);
FileFilter decode_filter(std::string_view text);

}  // namespace dateline
