// SPDX-License-Identifier: GPL-2.0-or-later
// Who made an article, as its own text credits it: "NPR's Bobby Allyn contributed to this report",
// "(CNN) -- ", "Copyright © 2019 The Washington Times, LLC", "AzerNEWS reports via Politico".
// Outlets name one another all the time ("told NPR", "according to Reuters"); only these set forms
// are credits.
#pragma once

#include <string>
#include <string_view>

#include "indexer/metadata/outlets/asked_outlets.h"

namespace dateline {

struct Credits {
    std::string outlet;       ///< name; "" if the text credits none, or credits disagree
    std::string outlet_from;  ///< which form of credit, for Article::derived
    std::string source;       ///< credited source, often an agency
    std::string source_from;

    bool operator==(const Credits&) const = default;
};

/// A wire service's credit is the source, never the outlet: 267 of the 289 articles of one
/// collection that end "The Associated Press contributed to this report" were printed by somebody
/// else.
Credits read_credits(std::string_view text, const AskedOutlets& outlets);

}  // namespace dateline
