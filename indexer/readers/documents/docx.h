// SPDX-License-Identifier: GPL-2.0-or-later
// How Word documents are told from other ZIP archives.
#pragma once

#include <string_view>

namespace dateline {

/// A ZIP archive that has a Word document's text in it.
bool begins_docx(std::string_view bytes);

}  // namespace dateline
