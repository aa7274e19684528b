// SPDX-License-Identifier: GPL-2.0-or-later
// The bytes of a text file of any size, unpacked, and as UTF-8 if a byte order mark says that they
// are UTF-16. Bytes of other encodings go by as they are: who cuts the text into items decodes
// them.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/bytes/unpacked_bytes.h"

namespace dateline {

class UnpackedText {
public:
    explicit UnpackedText(BlockSource source) : bytes_(std::move(source)) {}

    /// The next bytes, which live until the next call; "" at the end.
    std::string_view next();
    /// See UnpackedBytes.
    bool damaged() const { return bytes_.damaged(); }

private:
    enum class Encoding { unknown, as_is, utf16_little, utf16_big };

    std::string_view next_wide();

    UnpackedBytes bytes_;
    Encoding encoding_ = Encoding::unknown;
    std::string rest_;  // of UTF-16, not yet decoded
    std::string text_;
};

}  // namespace dateline
