// SPDX-License-Identifier: GPL-2.0-or-later
// Hosts of URLs, and readable names made of hosts that nobody has listed.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// True for http:// and https:// addresses; a site's own /2015/06/name.html is none.
bool is_url(std::string_view text);

/// True if the text could be the name of a host: two labels at least, without blanks:
/// "theverge.com".
bool is_host(std::string_view text);

/// True for sites that keep copies of others' pages: "archive.li". They are no outlets.
bool keeps_copies(std::string_view host);

/// The host in lower case without user, port and www., amp., m. and mobile.: "theverge.com"; of a
/// page kept by web.archive.org, that of the page. "" if the text is not a URL.
std::string host_of_url(std::string_view url);

/// A host in the same form: "WWW.TheVerge.com" -> "theverge.com".
std::string plain_host(std::string_view host);

/// A readable name: "sacramentobee.com" -> "Sacramentobee", "thefooherald.com" -> "The Foo Herald",
/// "butter-shower.tistory.com" -> "Butter Shower", "digital.gov" -> "Digital.gov".
std::string name_from_host(std::string_view host);

}  // namespace dateline
