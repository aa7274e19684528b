// SPDX-License-Identifier: GPL-2.0-or-later
// What the formats of the agencies say of an item, stated in our keys.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/html_tree.h"
#include "indexer/readers/raw_article.h"

namespace dateline {

/// The fields of an item on their way. Values are put on one line; empty ones are left out.
class ItemFields {
public:
    explicit ItemFields(RawArticle& article) : article_(article) {}

    void say(std::string_view key, const xmlNode* from, std::string_view value);
    /// The characters of the element; a null one says nothing.
    void say_text(std::string_view key, const xmlNode* node);
    /// Only if the key has not been stated yet.
    void say_once(std::string_view key, const xmlNode* from, std::string_view value);
    /// "Ann Lee / Faktisk.no": the names alone, and not of those who only sign with their
    /// initials, "gr/bp".
    void say_byline(const xmlNode* from, std::string_view value);
    /// The day, if the value begins with the digits of a year; form letters ("YYYYMMDD") do not.
    void say_day(const xmlNode* from, std::string_view value);
    /// Who published it: a name, or a host, which is told by its point.
    void say_outlet(const xmlNode* from, std::string_view value);
    /// A subject with its code and its name, either of which may be missing: a tag. The first one
    /// that an IPTC code puts below a subject of the top level is the section, under that one's own
    /// name if it is stated later.
    void say_subject(const xmlNode* from, std::string_view code, std::string_view name);

    bool has(std::string_view key) const;

private:
    RawArticle& article_;
    std::string top_code_;  ///< of the section that has been said
};

/// Takes over what the other says under keys that the article does not have.
void supplement(RawArticle& article, RawArticle other);

/// A name of several in the header line of a wire: "dpa-tns" -> "dpa", "AP-WF" -> "AP".
std::string_view service_name(std::string_view name);

/// The section that a wire's category letter stands for: 's' is "Sports"; "" for others.
std::string_view wire_section(std::string_view letter);

}  // namespace dateline
