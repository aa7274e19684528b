// SPDX-License-Identifier: GPL-2.0-or-later
// Pages saved by the browser extension SingleFile: one HTML file with all pictures in it, whose
// head comment tells the address. Before the page is parsed, what is no text of it goes: pictures
// written into attributes, and the notes and bars that the extension adds.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// The extension's head comment, also in its old form, within the first bytes.
bool begins_single_file(std::string_view text);

/// A page that unpacks itself: its text is in the ZIP archive within the file. Takes bytes.
bool begins_self_extracting_page(std::string_view bytes);

/// The address in the head comment, or "". The day of saving there is no day of publication.
std::string_view single_file_url(std::string_view text);

/// The page without long data: URIs and without the extension's own elements, in one pass. Lines
/// stay where they are, but for those within such elements.
std::string without_attachments(std::string_view html);

}  // namespace dateline
