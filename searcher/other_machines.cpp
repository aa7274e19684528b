// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/other_machines.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "searcher/remote/address.h"

namespace dateline {
namespace {

[[noreturn]] void refuse(std::string_view what) {
    throw Error(fmt::format("{} of archives on other machines cannot be told", what),
                "name archives on this one: --index DIR");
}

}  // namespace

void choose_archives(std::vector<NamedFolder>& archives, SearchRequest& request) {
    const auto remote = [](const NamedFolder& archive) { return is_remote(archive.folder); };
    if (std::ranges::none_of(archives, remote)) return;
    std::erase_if(request.filters, [&](const FieldFilter& filter) {
        if (!field(filter.field).of_archive) return false;
        std::vector<NamedFolder> named;
        for (const std::string& value : filter.values)
            for (const NamedFolder& archive : archives)
                if (fold_value(archive.name) == fold_value(value)) named.push_back(archive);
        if (named.size() != filter.values.size()) return false;
        archives = std::move(named);
        return true;
    });
}

SearchRequest suited_to(const Archives& archives, const SearchRequest& request) {
    SearchRequest suited = request;
    if (!archives.any_remote()) return suited;
    if (request.subject) refuse("stories, copies and quotations");
    if (request.counts.texts || request.copies == CopyMode::only) refuse("copies");
    suited.copies = CopyMode::show;
    return suited;
}

}  // namespace dateline
