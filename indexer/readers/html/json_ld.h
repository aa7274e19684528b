// SPDX-License-Identifier: GPL-2.0-or-later
// Schema.org's description of an article, as pages carry it in JSON-LD.
#pragma once

#include <cstdint>
#include <string_view>

#include "indexer/readers/html/page_fields.h"

namespace dateline {

/// The fields of the first article in it (NewsArticle, BlogPosting and so on), whether it stands
/// alone, in a list or in a @graph, with that line; empty if there is none or it is not valid JSON.
PageFields json_ld_fields(std::string_view json, std::uint32_t line);

}  // namespace dateline
