// SPDX-License-Identifier: GPL-2.0-or-later
// The one table of what an address may ask, by the long names of options, and what becomes of
// parameters when a link asks for something else.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "common/fields.h"
#include "searcher/web/http.h"

namespace dateline::web {

/// What an address may ask of a route.
enum class Asks { search, article, files };

/// What a parameter does: what is shown of it, and which links take it away.
enum class Role {
    none,      ///< there is no such parameter
    query,     ///< q
    filter,    ///< of a field
    days,      ///< since, until, on
    subject,   ///< story, copies-of, quote
    matching,  ///< which of what matches is listed, and how: all, any, copies, recent
    order,     ///< sort
    place,     ///< where in the list: offset; hit, of an article
    size,      ///< limit
    passages,  ///< passages, context
    counts,    ///< by, timeline
    explain,
    file,  ///< of an export: format, cite, csv-safe
};

/// By any name of the option.
Role role_of(std::string_view name);

/// Only what is typed, by the names of the table and without empty ones, whatever it means.
Parameters known_parameters(const Parameters& parameters);

/// Throws Error for a name that is none there, with one that is near.
void check_names(const Parameters& parameters, Asks asks);

/// The value; "" if there is none.
std::string value_of(const Parameters& parameters, std::string_view name);

/// Whether something narrows the archive: words, filters, days or a subject.
bool narrows(const Parameters& parameters);

/// Without those of the roles.
Parameters without(Parameters parameters, std::initializer_list<Role> roles);

// What changes a list goes to its first page: the place goes, too.

Parameters without(Parameters parameters, std::string_view name);
/// The one at that index.
Parameters without_one(Parameters parameters, std::size_t index);
/// With a value for the name, where it stood or at the end.
Parameters with(Parameters parameters, std::string_view name, std::string value);
/// With more of a query, which all that is found must have.
Parameters with_words(const Parameters& parameters, const std::string& words);

/// Words of a query that ask for that value of a field as a whole: `outlet:="The Verge"`; "" for a
/// value that cannot be written there, since it has a quote, or nothing but signs.
std::string value_words(const Field& field, std::string_view value);

}  // namespace dateline::web
