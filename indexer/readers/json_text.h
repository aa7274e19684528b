// SPDX-License-Identifier: GPL-2.0-or-later
// Which value of a JSON object, or of a table's row, is the article's text: of those under a name
// that means a text the longest, and where there is none a value of long prose.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/parse_json.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// A key as names are compared: in lower case, without blanks, `_` and `-`.
std::string bare_key(std::string_view key);

/// True for the keys under which a text may stand: "text", "Full Text", "fields.bodyText".
bool names_text(std::string_view key);

/// True for the keys of what may be as long as a text and is none: summaries, comments, notes.
bool is_beside_text(std::string_view key);

/// Several sentences.
bool is_prose(std::string_view text);

/// A string, number or boolean as a text; "" for others.
std::string scalar_text(const Json& value);

/// The first ten of the names, as a problem lists them.
std::string listed_names(const std::vector<std::string>& names);

/// Gathers an object's candidates, whose values have to live as long.
class ObjectText {
public:
    /// True if the key, in lower case, is that of a text, if an empty one.
    bool offer(std::string_view key, const Json& value);
    /// Of an object's own members under other keys.
    void offer_prose(std::string_view key, const Json& value);

    /// Sets text, links and heading. The key of prose that was taken; "" if none was.
    std::string move_into(RawArticle& article);

private:
    struct Candidate {
        const Json* value = nullptr;
        std::size_t rank = 0;  ///< of its key in the table
    };

    std::vector<Candidate> candidates_;
    const Json* prose_ = nullptr;
    std::string prose_key_;
};

}  // namespace dateline
