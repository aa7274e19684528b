// SPDX-License-Identifier: GPL-2.0-or-later
// The table of formats: how each is recognized, by content first, by name second, and what reads
// it. A new format is its reader, declared in readers.h, and a row.
#pragma once

#include <string_view>

#include "indexer/readers/readers.h"

namespace dateline {

/// Which encoding a format's bytes are in.
enum class Encoded {
    as_found,   ///< byte order marks, UTF-8, else Windows-1252
    as_stated,  ///< the same, unless the text says another
    in_parts,   ///< each part has its own: the reader gets the bytes
    not_text,   ///< told by its bytes and read from them
};

struct FormatRow {
    Format format = Format::unknown;
    bool (*begins)(std::string_view text) = nullptr;  ///< nullptr: it has no mark of its own
    Reading (*read)(std::string_view text) = nullptr;
    Encoded encoded = Encoded::as_found;
};

/// The row of a format other than `unknown`.
const FormatRow& format_row(Format format);

/// The format of bytes that are no text, or not alone; `unknown` if they are of none.
Format format_of_bytes(std::string_view bytes);

/// The format of a decoded text; `unknown` if it is never an article.
Format format_of_text(std::string_view name, std::string_view text);

}  // namespace dateline
