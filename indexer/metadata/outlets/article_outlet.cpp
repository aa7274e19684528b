// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/outlets/article_outlet.h"

#include <algorithm>

#include "common/ascii.h"
#include "common/origin.h"
#include "indexer/metadata/authors/byline.h"
#include "indexer/metadata/authors/organizations.h"
#include "indexer/metadata/authors/person_names.h"
#include "indexer/metadata/outlets/hosts.h"
#include "indexer/metadata/outlets/sender.h"
#include "indexer/metadata/titles.h"

namespace dateline {
namespace {

constexpr std::size_t longest_outlet = 120;
constexpr std::size_t longest_source = 800;  // it may be a list of writers

struct Named {
    std::string name;
    std::string host;  ///< "" if not known
    const Outlet* known = nullptr;
};

/// "Valley Times", but not "Jane Doe, Staff Writer".
bool names_outlet(const std::string& value) {
    return sounds_like_outlet(value) &&
           !is_person_name(std::string_view(value).substr(0, value.find(',')));
}

/// "Jane Doe", and "Editorial Board" beside its outlet's name.
bool is_writer(std::string_view name) {
    return is_person_name(name) || is_staff_name(name);
}

/// "Reuters" and "AFP", but not the user name "ani".
bool written_as_name(std::string_view name) {
    constexpr std::size_t longest_initials = 4;
    return ascii::is_upper(name.front()) &&
           (name.size() > longest_initials || std::ranges::none_of(name, ascii::is_lower));
}

/// A URL, also without its scheme, as pages link to others: //example.org/a.
bool is_address(std::string_view value) {
    if (is_url(value)) return true;
    return value.starts_with("//") && is_host(value.substr(2, value.find('/', 2) - 2));
}

class OutletReader {
public:
    OutletReader(const OutletClues& clues, Article& article) : clues_(clues), article_(article) {}

    // The order of trust; a name that is only made from a host gives way to the folder's default.
    void read() {
        read_url();
        read_host();
        for (const StatedField& field : clues_.stated.all(Meaning::outlet)) read_outlet(field, "");
        for (const StatedField& field : clues_.stated.all(Meaning::source)) read_source(field);
        for (const StatedField& field : clues_.stated.all(Meaning::sender))
            take_sender(read_sender(field.raw->values.front()));
        // A name beside an address in the text says more than the address, often a copy's.
        if (url_of_line_) read_source_line(clues_.lines.outlet);
        if (article_.outlet.empty()) take_outlet_of_host();
        read_source_line(clues_.lines.outlet);
        read_credits();
        for (const StatedField& field : clues_.defaults.all(Meaning::outlet)) {
            read_outlet(field, clues_.defaults_from);
        }
        take_agencies();
        if (article_.source == article_.outlet) {
            article_.source.clear();
            article_.derived.erase("credit");
        }
        take_other_names();
    }

private:
    void read_url() {
        for (const StatedField& field : clues_.stated.all(Meaning::url)) take_url(field, "");
        for (const StatedField& field : clues_.stated.all(Meaning::source))
            take_url(field, text_of(Origin::source));
        if (article_.url.empty() && is_url(clues_.identity)) {
            article_.url = clues_.identity;
            article_.derived["url"] = text_of(Origin::identity);
        }
        if (article_.url.empty() && !clues_.lines.url.empty()) {
            article_.url = clues_.lines.url;
            article_.derived["url"] = text_of(Origin::source_line);
            url_of_line_ = true;
        }
    }

    void take_url(const StatedField& field, std::string_view from) {
        if (!article_.url.empty()) return;
        const auto& values = field.raw->values;
        const auto url = std::ranges::find_if(values, is_address);
        if (url == values.end()) return;
        const bool bare = url->starts_with("//");
        article_.url = bare ? "https:" + *url : *url;
        if (bare) article_.derived["url"] = text_of(Origin::url_scheme);
        if (!from.empty()) article_.derived["url"] = from;
    }

    void read_host() {
        std::string host = host_of_url(article_.url);
        if (host.empty()) host = plain_host(clues_.stated.first(Meaning::host));
        if (!is_host(host)) return;
        const HostedOutlet hosted = clues_.outlets.by_host(host);
        host_outlet_ = hosted.outlet;
        article_.host = hosted.outlet != nullptr ? std::string(hosted.host) : host;
    }

    /// What a value names, whether it is written as a name, a host or a URL.
    Named named(std::string_view value) const {
        const std::string host = is_url(value)    ? host_of_url(value)
                                 : is_host(value) ? plain_host(value)
                                                  : "";
        if (const Outlet* known = clues_.outlets.by_name(host.empty() ? value : host)) {
            return {known->name, host, known};
        }
        if (host.empty()) return {std::string(value), "", nullptr};
        return {is_url(value) ? name_from_host(host) : std::string(value), host, nullptr};
    }

    void set_outlet(const Named& outlet, std::string_view from) {
        article_.outlet = outlet.name;
        if (!from.empty()) article_.derived["outlet"] = from;
        if (!article_.host.empty()) return;
        if (outlet.known != nullptr && !outlet.known->hosts.empty()) {
            article_.host = outlet.known->hosts.front();
            article_.derived["host"] = text_of(Origin::host_of_outlet);
        } else if (!outlet.host.empty()) {
            article_.host = outlet.host;
        }
    }

    void read_outlet(const StatedField& field, std::string_view from) {
        for (const std::string& raw : field.raw->values) {
            const std::string value = plain_inline(raw);
            if (!article_.outlet.empty() || value.empty() || value.size() > longest_outlet)
                continue;
            set_outlet(named(value), from);
        }
    }

    /// `source` is the word that people use for all three.
    void read_source(const StatedField& field) {
        for (const std::string& raw : field.raw->values) {
            const std::string value = plain_inline(raw);
            if (value.empty() || value.size() > longest_source) continue;
            if (is_url(value)) {
                if (article_.outlet.empty() && value != article_.url)
                    set_outlet(named(value), text_of(Origin::host_of_source));
                continue;
            }
            read_source_name(value);
        }
    }

    void read_source_name(const std::string& value) {
        const Named source = named(value);
        if (source.name == article_.outlet) return;
        const bool has_outlet = !article_.outlet.empty() || host_outlet_ != nullptr;
        const bool other = host_outlet_ != nullptr && source.known != host_outlet_;
        if (source.known != nullptr) {
            const bool prints_agency = source.known->agency && other;
            if (!article_.outlet.empty() || prints_agency) {
                set_source(source.name);
            } else {
                set_outlet(source, text_of(Origin::source_known));
            }
        } else if (article_.outlet.empty() && (!source.host.empty() || names_outlet(value))) {
            set_outlet(source, text_of(Origin::source_outlet));
        } else if (has_outlet || !article_.host.empty()) {
            read_people(value, has_outlet);
        } else {
            set_outlet(source, text_of(Origin::source));
        }
    }

    /// Where the outlet is known, `source` is who wrote it, unless it sounds like an outlet ("Jane
    /// Doe, Staff Writer" does not) or a body; where there is but a host, it must be people's
    /// names.
    void read_people(const std::string& value, bool has_outlet) {
        const std::vector<std::string> names = authors_of({value});
        const bool people = !names.empty() && !names_organization(value) &&
                            (has_outlet ? std::ranges::any_of(names, is_writer) ||
                                              std::ranges::none_of(names, sounds_like_outlet)
                                        : std::ranges::all_of(names, is_person_name));
        if (!people && !has_outlet) {
            set_outlet(named(value), text_of(Origin::source));
        } else if (people && article_.authors.empty()) {
            article_.authors = names;
            article_.derived["author"] = text_of(Origin::source_person);
        } else if (names != article_.authors) {
            set_source(value);
        }
    }

    void take_sender(const Sender& sender) {
        if (!sender.host.empty() && article_.host.empty()) {
            if (is_host(sender.host)) article_.host = sender.host;
            host_outlet_ = clues_.outlets.by_host(sender.host).outlet;
            if (!article_.host.empty()) article_.derived["host"] = text_of(Origin::host_of_sender);
        }
        const std::string& name = sender.name;
        const std::vector<std::string> names = authors_of({name});
        const bool people = !names.empty() && std::ranges::all_of(names, is_person_name);
        if (people && article_.authors.empty()) return set_writers(names);
        const bool may_be_outlet = !sender.address.empty() && !name.empty();
        if (!may_be_outlet || !article_.outlet.empty() || host_outlet_ != nullptr) return;
        set_outlet(named(name), text_of(Origin::sender));
        // "Konstantin <letter@fouryears.eu>": a writer with a short name, or an outlet whose
        // letters another firm sends. It counts as both.
        const bool known = sounds_like_outlet(name) || clues_.outlets.by_name(name) != nullptr;
        if (!known && !is_in_address(sender) && article_.authors.empty()) set_writers({name});
    }

    void set_writers(const std::vector<std::string>& names) {
        article_.authors = names;
        article_.derived["author"] = text_of(Origin::sender_person);
    }

    void take_outlet_of_host() {
        if (article_.host.empty() || keeps_copies(article_.host)) return;
        if (host_outlet_ != nullptr)
            return set_outlet({host_outlet_->name, "", host_outlet_}, text_of(Origin::host_of_url));
        if (!clues_.defaults.all(Meaning::outlet).empty()) return;
        set_outlet({name_from_host(article_.host), "", nullptr}, text_of(Origin::made_from_host));
    }

    void read_source_line(std::string_view name) {
        const bool says_title = clues_.lines.may_be_title && article_.title.starts_with(name);
        if (!article_.outlet.empty() || name.empty() || says_title) return;
        Named outlet = named(name);
        if (outlet.known == nullptr && is_host(name)) outlet.name = name_from_host(outlet.host);
        set_outlet(outlet, text_of(Origin::source_line));
    }

    void read_credits() {
        const Credits& credits = clues_.credits;
        const std::string from(text_of(Origin::credit));
        if (article_.outlet.empty() && !credits.outlet.empty()) {
            set_outlet(named(credits.outlet), from + credits.outlet_from);
        }
        if (article_.source.empty() && !credits.source.empty()) {
            article_.source = credits.source;
            article_.derived["credit"] = from + credits.source_from;
        }
    }

    /// An agency is no person: as an author of what another outlet prints it is the source.
    void take_agencies() {
        if (article_.outlet.empty()) return;
        std::erase_if(article_.authors, [&](const std::string& author) {
            const Outlet* agency =
                written_as_name(author) ? clues_.outlets.by_name(author) : nullptr;
            if (agency == nullptr || !agency->agency || agency->name == article_.outlet)
                return false;
            set_source(agency->name);
            return true;
        });
        if (article_.authors.empty()) article_.derived.erase("author");
    }

    /// What else people call it: by the names of the outlet at its host, and its own short ones.
    void take_other_names() {
        if (article_.outlet.empty()) return;
        for (const Outlet* known : {host_outlet_, clues_.outlets.by_name(article_.outlet)}) {
            if (known == nullptr) continue;
            add_other_name(known->name);
            for (const std::string& alias : known->aliases) add_other_name(alias);
        }
    }

    void add_other_name(const std::string& name) {
        auto& names = article_.outlet_names;
        if (name != article_.outlet && std::ranges::find(names, name) == names.end())
            names.push_back(name);
    }

    void set_source(const std::string& name) {
        if (article_.source.empty()) article_.source = name;
    }

    const OutletClues& clues_;
    Article& article_;
    const Outlet* host_outlet_ = nullptr;
    bool url_of_line_ = false;
};

}  // namespace

void resolve_outlet(const OutletClues& clues, Article& article) {
    OutletReader(clues, article).read();
}

}  // namespace dateline
