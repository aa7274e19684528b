// SPDX-License-Identifier: GPL-2.0-or-later
// Names of authors: out of the values of keys, and out of lines such as "By Jane Doe and John Roe".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::size_t most_authors = 64;

/// Each author of the values, once, in order: "By A and B" is split; [[links]] and e-mail addresses
/// beside a name are taken off; handles and slugs (amy-mok) stay as typed; "unknown" is nobody.
/// Most_authors and one more, if there are more.
std::vector<std::string> authors_of(const std::vector<std::string>& values);

/// The authors in what follows a label such as "作者：": Chinese names need no comma between them.
std::vector<std::string> authors_after_label(std::string_view list);

/// The authors that a whole line names, or none if it is not a byline: "By Jane Doe", "Akbar Novruz
/// Read more", "作者：方可成".
std::vector<std::string> authors_of_line(std::string_view line);

}  // namespace dateline
