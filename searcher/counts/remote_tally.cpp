// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/counts/remote_tally.h"

#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/fields.h"

namespace dateline {
namespace {

/// Two values of an article, each "" if it has none.
struct Keys {
    std::string first;
    std::string second;
};

Xapian::Enquire enquire_of(const Archive& archive, const Xapian::Query& query) {
    Xapian::Enquire enquire(archive.database);
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return enquire;
}

/// The values in two slots of all articles of the query: a list is sorted by one and collapsed by
/// the other, of which as many may be equal as there are articles, so that none is left out.
std::unordered_map<Xapian::docid, Keys> keys_of(const Archive& archive, const Xapian::Query& query,
                                                Xapian::valueno first, Xapian::valueno second) {
    const Xapian::doccount all = archive.database.get_doccount();
    Xapian::Enquire enquire = enquire_of(archive, query);
    enquire.set_sort_by_value(first, false);
    enquire.set_collapse_key(second, all);
    const Xapian::MSet found = enquire.get_mset(0, all);
    std::unordered_map<Xapian::docid, Keys> keys;
    for (auto hit = found.begin(); hit != found.end(); ++hit)
        keys[*hit] = {hit.get_sort_key(), hit.get_collapse_key()};
    return keys;
}

/// Fields by their values alone; gives how many articles there are.
std::uint64_t add_values(const Archive& archive, const Xapian::Query& query, Tally& tally) {
    Xapian::Enquire enquire = enquire_of(archive, query);
    std::vector<std::pair<FieldTally*, std::unique_ptr<Xapian::ValueCountMatchSpy>>> spies;
    for (FieldTally& field : tally.fields) {
        if (field.row->of_archive) continue;
        spies.emplace_back(&field, std::make_unique<Xapian::ValueCountMatchSpy>(field.row->slot));
        enquire.add_matchspy(spies.back().second.get());
    }
    const std::uint64_t articles =
        enquire.get_mset(0, 0, archive.database.get_doccount()).get_matches_lower_bound();
    for (const auto& [field, spy] : spies) {
        std::uint64_t known = 0;
        for (auto value = spy->values_begin(); value != spy->values_end(); ++value) {
            for (const std::string& one : values_in_slot(*value, *field->row))
                field->counts[one] += value.get_termfreq();
            known += value.get_termfreq();
        }
        field->unknown += articles - known;
    }
    for (FieldTally& field : tally.fields)
        if (field.row->of_archive && articles > 0) field.counts[archive.name] += articles;
    return articles;
}

void add_days(const Archive& archive, const Xapian::Query& query, std::uint64_t articles,
              Tally& tally) {
    const auto days = keys_of(archive, query, first_day_slot, last_day_slot);
    std::unordered_map<Xapian::docid, Keys> columns;
    if (tally.column != nullptr && !tally.column->of_archive)
        columns = keys_of(archive, query, tally.column->slot, last_day_slot);
    for (const auto& [docid, keys] : days) {
        DatedCount* count = dated_count(tally, keys.first + keys.second);
        if (count == nullptr) continue;
        --articles;
        ++count->articles;
        if (tally.column == nullptr) continue;
        const Values values = tally.column->of_archive
                                  ? Values{archive.name}
                                  : values_in_slot(columns[docid].first, *tally.column);
        for (const std::string& value : values) ++count->parts[value];
    }
    tally.undated += articles;
}

}  // namespace

void add_remote_counts(const Archive& archive, const Xapian::Query& query, bool by_days,
                       Tally& tally) {
    const std::uint64_t articles = add_values(archive, query, tally);
    if (by_days) add_days(archive, query, articles, tally);
}

}  // namespace dateline
