// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/files.h"

#include <algorithm>
#include <array>
#include <sstream>

#include "common/ascii.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "searcher/render/json_values.h"
#include "searcher/render/lit_text.h"
#include "searcher/search.h"
#include "searcher/show.h"
#include "searcher/web/asked.h"
#include "searcher/web/assets.h"

namespace dateline::web {
namespace {

constexpr std::size_t most_suggestions = 10;

struct FileKind {
    std::string_view name;  ///< of the format or the style
    std::string_view ending;
    std::string_view type;
};

constexpr FileKind plain_file{"", "txt", "text/plain; charset=utf-8"};
constexpr std::array kinds{
    FileKind{"csv", "csv", "text/csv; charset=utf-8"},
    FileKind{"json", "json", "application/json"},
    FileKind{"jsonl", "jsonl", "application/x-ndjson"},
    FileKind{"md", "md", "text/markdown; charset=utf-8"},
    FileKind{"html", "html", "text/html; charset=utf-8"},
    FileKind{"bibtex", "bib", "application/x-bibtex; charset=utf-8"},
    FileKind{"ris", "ris", "application/x-research-info-systems; charset=utf-8"},
};

/// As a value behind a field in a query: words, without the sign that would end it.
bool can_be_quoted(std::string_view value) {
    return value.find('"') == value.npos && value != "*" && std::ranges::any_of(value, [](char c) {
               return ascii::is_letter(c) || ascii::is_digit(c) || ascii::is_wide(c);
           });
}

const FileKind& kind_of(const OutputSettings& output) {
    std::string_view name = row_of(output.format).name;
    if (output.format == OutputFormat::citations && output.cite == CitationStyle::bibtex)
        name = "bibtex";
    if (output.format == OutputFormat::citations && output.cite == CitationStyle::ris) name = "ris";
    for (const FileKind& kind : kinds)
        if (kind.name == name) return kind;
    return plain_file;
}

Response built_in(std::string_view type, std::string_view bytes) {
    Response response;
    response.type = type;
    response.body = bytes;
    return response;
}

}  // namespace

Response export_file(const Site& site, const Request& request) {
    Parameters parameters = request.parameters;
    const bool counts =
        !value_of(parameters, "by").empty() || !value_of(parameters, "timeline").empty();
    if (!counts && value_of(parameters, "limit").empty()) parameters.push_back({"limit", "0"});
    const Asked asked = read_asked(site, parameters, Asks::files);
    SearchResult result = search(asked.archives, asked.command.request);
    const OutputSettings& output = asked.command.output;
    RenderOptions options;
    options.cite = output.cite;
    options.guarded_cells = output.guarded_cells;
    std::ostringstream out;
    row_of(output.format).render(result, options, out);
    const FileKind& kind = kind_of(output);
    Response response;
    response.type = kind.type;
    response.body = std::move(out).str();
    response.headers.emplace_back(
        "Content-Disposition", "attachment; filename=\"dateline." + std::string(kind.ending) + '"');
    return response;
}

Response suggestions(const Site& site, const Request& request) {
    const std::string word = value_of(request.parameters, "word");
    Json list = Json::array();
    if (const std::size_t colon = word.find(':'); colon != word.npos) {
        const Field* field = find_field(ascii::lowered(word.substr(0, colon)));
        if (field != nullptr && field->facet) {
            const Asked asked = read_asked(site, {}, Asks::search);
            std::string begins = word.substr(colon + 1);
            std::erase(begins, '"');
            if (begins.starts_with('=')) begins.erase(0, 1);
            for (const std::string& value : field_values(asked.archives, field->name, begins)) {
                if (list.size() == most_suggestions) break;
                if (!can_be_quoted(value)) continue;
                list.push_back(std::string(field->name) + ":=\"" + valid_utf8(value) + '"');
            }
        }
    } else if (!word.empty()) {
        for (const Field& field : fields())
            if (field.match != Match::none && field.name.starts_with(fold_value(word)))
                list.push_back(std::string(field.name) + ':');
    }
    Response response;
    response.type = "application/json";
    response.body = list.dump();
    return response;
}

Response style_sheet(const Site& /*site*/, const Request& /*request*/) {
    return built_in("text/css; charset=utf-8", style_sheet_text());
}

Response script(const Site& /*site*/, const Request& /*request*/) {
    return built_in("text/javascript; charset=utf-8", script_text());
}

Response icon(const Site& /*site*/, const Request& /*request*/) {
    return built_in("image/svg+xml", icon_text());
}

}  // namespace dateline::web
