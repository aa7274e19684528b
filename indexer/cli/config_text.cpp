// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/cli/config_text.h"

#include <fmt/format.h>

#include "common/config_file.h"
#include "common/counted.h"
#include "common/error.h"
#include "indexer/metadata/outlets/outlets.h"

namespace dateline {
namespace {

std::string outlets_from(const std::optional<std::string>& text) {
    if (!text) return "no such file; the built-in outlets count";
    try {
        Outlets own;
        const std::size_t known = own.all().size();
        const std::vector<std::string> unknown = own.extend(*text);
        std::string said = fmt::format(
            "{} beside {} built in", counted(own.all().size() - known, "new outlet", "new outlets"),
            grouped(known));
        for (const std::string& key : unknown) said += "; " + key;
        return said;
    } catch (const Error& error) {
        return std::string("wrong: ") + error.what();
    }
}

}  // namespace

std::string config_text(const IndexPlaces& places) {
    return setting_line("index", places.index, places.index_from) +
           setting_line("config", places.config,
                        places.has_config ? "of it, index counts" : "no such file") +
           setting_line("outlets", places.outlets_path, outlets_from(places.outlets));
}

}  // namespace dateline
