// SPDX-License-Identifier: GPL-2.0-or-later
// An article as bytes in the index: the display fields as the document's data, the body apart from
// them under a key of its own, so that listing ten titles never reads ten bodies.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/article.h"
#include "common/fields.h"

namespace dateline {

/// All of the article but `body` and `lines`: the stored fields of the table, what was derived, the
/// file; no stamp for an item, whose file has one for all (container_stamp_key).
std::string encode_display(const Article& article);

/// The inverse; throws Error if the bytes are not from encode_display, or one of them has changed.
Article decode_display(std::string_view bytes);

/// `body` and `lines`, compressed.
std::string encode_text(const Article& article);

/// Sets `body` and `lines`; throws Error if the bytes are not from encode_text, or one of them has
/// changed. An article without a body has bytes too, so that a text that was lost is told.
void decode_text(std::string_view bytes, Article& article);

/// The key (of Xapian's user metadata) under which a document's text is kept; sorts by docid.
std::string text_key(std::uint32_t docid);

/// The key under which the stamp of a file of many articles is kept: it is that of all of them, so
/// it does not stand in each.
std::string container_stamp_key(std::uint32_t root, std::string_view path);

}  // namespace dateline
