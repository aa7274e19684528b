// SPDX-License-Identifier: GPL-2.0-or-later
// What stands in the text of articles and is no news, however new its words: captions with the
// credit of their picture, and how a poll was made. By marks and words of English alone.
#pragma once

#include <string_view>

namespace dateline {

/// Whether a paragraph, or a sentence of a long one, has the credit of a picture: "(AP Photo/…)".
bool has_picture_credit(std::string_view text);

/// Whether a sentence tells how a poll was made: "a margin of error of …", but not what it says: "a
/// lead within the margin of error of …".
bool is_poll_method(std::string_view sentence);

}  // namespace dateline
