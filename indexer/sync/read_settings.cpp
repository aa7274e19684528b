// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/read_settings.h"

#include <fmt/format.h>

#include "common/file_stamp.h"

namespace dateline {

const Outlets& ReadSettings::outlets() const {
    static const Outlets built_in;
    return own_outlets == nullptr ? built_in : *own_outlets;
}

std::uint64_t ReadSettings::context(const Defaults& defaults) const {
    return content_hash(
        fmt::format("{} {} {}", readers_version, content_hash(outlets_text), defaults.hash));
}

void ReadSettings::heed_stop() const {
    if (stop != nullptr && *stop) throw Interrupted{};
}

ReadSettings read_settings(const std::string& outlets) {
    ReadSettings settings;
    settings.outlets_text = outlets;
    if (outlets.empty()) return settings;
    auto own = std::make_shared<Outlets>();
    settings.notes = own->extend(outlets);
    settings.own_outlets = std::move(own);
    return settings;
}

}  // namespace dateline
