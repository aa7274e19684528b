// SPDX-License-Identifier: GPL-2.0-or-later
// The options that name one article or words, of which the archives are asked: what belongs to
// them, or what is told of one article.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/command_line.h"
#include "searcher/request.h"
#include "searcher/study.h"

namespace dateline {

/// Whether what --open names is an id, not the rank of a hit: ids are longer than any.
bool is_id(std::string_view hit);

/// Throws Error if --open or --open-url name neither: a rank is a number.
void check_opened(const CommandLine& line);

/// The one article that is asked for by its name: --show, or --open and --open-url with an id.
std::optional<std::string> named_article(const CommandLine& typed);

/// --copies-of, --story, --story-of, --quote.
std::optional<Subject> read_subject(const CommandLine& typed);

/// --quotes, --new-in, --changes: the article that another is compared with is a word, since an
/// option takes one value. Throws Error for words or options that could not do anything beside
/// them.
std::optional<Study> read_study(const CommandLine& typed);

}  // namespace dateline
