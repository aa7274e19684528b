// SPDX-License-Identifier: GPL-2.0-or-later
// The names of an audit's groups: for people and in JSON.
#pragma once

#include <string_view>

#include "indexer/inspect/audit.h"

namespace dateline {

inline constexpr std::string_view finding_heading(FindingKind kind) {
    switch (kind) {
        case FindingKind::unreadable:
            return "Not read";
        case FindingKind::bad_front_matter:
            return "Front matter that is not right";
        case FindingKind::bad_date:
            return "Dates that are impossible, ambiguous or not understood";
        case FindingKind::future_date:
            return "Dates in the future";
        case FindingKind::undated:
            return "Without a date";
        case FindingKind::no_title:
            return "Without a title";
        case FindingKind::no_outlet:
            return "Without an outlet";
        case FindingKind::no_url:
            return "Without a URL";
        case FindingKind::same_url:
            return "With the URL of another article";
        case FindingKind::empty_body:
            return "Without text";
        case FindingKind::cut_body:
            return "Cut off, as it seems";
        case FindingKind::bad_encoding:
            return "Not in UTF-8";
        case FindingKind::other:
            return "Other problems";
    }
    return "";
}

inline constexpr std::string_view finding_name(FindingKind kind) {
    switch (kind) {
        case FindingKind::unreadable:
            return "unreadable";
        case FindingKind::bad_front_matter:
            return "front_matter";
        case FindingKind::bad_date:
            return "bad_date";
        case FindingKind::future_date:
            return "future_date";
        case FindingKind::undated:
            return "undated";
        case FindingKind::no_title:
            return "no_title";
        case FindingKind::no_outlet:
            return "no_outlet";
        case FindingKind::no_url:
            return "no_url";
        case FindingKind::same_url:
            return "same_url";
        case FindingKind::empty_body:
            return "empty_body";
        case FindingKind::cut_body:
            return "cut_body";
        case FindingKind::bad_encoding:
            return "encoding";
        case FindingKind::other:
            return "other";
    }
    return "";
}

}  // namespace dateline
