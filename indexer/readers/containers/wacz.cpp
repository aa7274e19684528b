// SPDX-License-Identifier: GPL-2.0-or-later
// WACZ: web archives in a zip file, beside lists and indexes of them.
#include <fmt/format.h>

#include "common/ascii.h"
#include "indexer/readers/bytes/zip_archive.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/warc_pages.h"

namespace dateline {

namespace {

bool is_warc(std::string_view name) {
    const std::string lower = ascii::lowered(name);
    return lower.ends_with(".warc") || lower.ends_with(".warc.gz");
}

}  // namespace

bool begins_wacz(const FileStart& start) {
    return start.ending == "wacz" && start.head.starts_with("PK");
}

FileEnd read_wacz(const FileBytes& file, const ItemSink& sink) {
    try {
        const ZipArchive archive(file);
        std::vector<OpenWarc> warcs;
        const std::vector<std::string> names = archive.names();
        for (std::size_t number = 0; number < names.size(); ++number)
            if (is_warc(names[number]))
                warcs.push_back([&archive, number] { return archive.open(number); });
        if (warcs.empty()) return {{{"", 0, "no web archive in it", true, ProblemKind::empty}}};
        return read_warc_pages(warcs, sink);
    } catch (const Error& error) {
        return {{{"", 0, error.what(), true}}};
    }
}

}  // namespace dateline
