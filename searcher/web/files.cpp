// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/web/files.h"

#include <sstream>
#include <utility>

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

/// Ending and type of what is exported. Of citations, programs read two styles.
std::pair<std::string_view, std::string_view> kind_of(const OutputSettings& output) {
    if (output.format == OutputFormat::citations && output.cite == CitationStyle::bibtex)
        return {"bib", "application/x-bibtex; charset=utf-8"};
    if (output.format == OutputFormat::citations && output.cite == CitationStyle::ris)
        return {"ris", "application/x-research-info-systems; charset=utf-8"};
    const OutputKind& row = row_of(output.format);
    return {row.ending, row.media_type};
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
    const auto [ending, type] = kind_of(output);
    Response response;
    response.type = type;
    response.body = std::move(out).str();
    response.headers.emplace_back("Content-Disposition",
                                  "attachment; filename=\"dateline." + std::string(ending) + '"');
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
                if (const std::string words = value_words(*field, value); !words.empty())
                    list.push_back(valid_utf8(words));
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
