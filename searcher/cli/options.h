// SPDX-License-Identifier: GPL-2.0-or-later
// The searcher's command line, checked: arguments -> what is asked, and how it is to be shown.
// Nothing is opened or looked up here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/terminal.h"
#include "searcher/archives/named_folder.h"
#include "searcher/cli/config.h"
#include "searcher/cli/following_options.h"
#include "searcher/render/render.h"
#include "searcher/request.h"
#include "searcher/study.h"

namespace dateline {

enum class LinkChoice { automatic, always, never };

struct OutputSettings {
    OutputFormat format = OutputFormat::text;
    bool zero_bytes = false;  ///< with `files`: names end in '\0', not in a line break
    CitationStyle cite = CitationStyle::apa;  ///< with `citations`
    ColorChoice color = ColorChoice::automatic;
    LinkChoice links = LinkChoice::automatic;
    bool pager = true;           ///< if it does not fit on the terminal
    bool guarded_cells = false;  ///< with `csv`: none begins as a formula does
    Colors colors = {};
    std::vector<const ListColumn*> columns = {};  ///< with `list`
    std::string editor = "";                      ///< "" for the environment's

    bool operator==(const OutputSettings&) const = default;
};

enum class OpenTarget { nothing, file, url };

struct SearchCommand {
    std::optional<std::string> text;      ///< to be printed instead of a search: help, version
    std::optional<std::string> show;      ///< id or path of one article, instead of a search
    std::optional<Study> study;           ///< of one article, instead of a search
    std::optional<std::string> complete;  ///< name of a field whose values to list, for shells
    bool completes_searches = false;      ///< not a field's: the names of saved searches
    std::optional<Following> following;   ///< of saved searches, instead of a search
    SearchRequest request;                ///< with --open N: asks for hit N alone
    OutputSettings output;
    std::vector<NamedFolder> archives;      ///< none: the usual place, or the environment's
    OpenTarget open = OpenTarget::nothing;  ///< what to open of the one hit
    std::vector<std::string> notes;         ///< for the user, as SearchResult::notes
    bool strict = false;       ///< it is a failure if one of several archives did not answer
    bool bare_count = false;   ///< one number is printed, and nothing else
    bool tell_rest = false;    ///< the usual limit may cut the list, which the format does not show
    bool tell_advice = false;  ///< nor what might help where nothing is found
};

/// What a command without words, filters and counts is.
enum class NothingAsked { is_an_error, is_everything };

/// Reads the arguments (without the program's name) and, unless --no-config is among them, the
/// configuration. Throws Error that names the option and what is allowed. `today` gives way to a
/// hidden --today, for tests.
SearchCommand read_search_command(std::span<const std::string_view> arguments, Day today,
                                  const ConfigSource& config = {},
                                  NothingAsked nothing = NothingAsked::is_an_error);

}  // namespace dateline
