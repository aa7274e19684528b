// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/matching.h"

#include <algorithm>

#include "common/fields.h"
#include "searcher/match/search_plan.h"
#include "searcher/ranking/ranked_list.h"

namespace dateline {
namespace {

constexpr std::size_t day_bytes = undated_key.size();

/// Collects the articles that Xapian finds in one archive, from slots alone.
class Collector : public Xapian::MatchSpy {
public:
    Collector(const AskedArchives& archives, std::vector<MatchingArticle>& found)
        : archives_(archives), found_(found) {}

    void enter(std::size_t archive) {
        archive_ = archive;
        name_ = archives_.asked.size() > 1 ? archives_.open.each()[archive].name : "";
    }

    void operator()(const Xapian::Document& document, double) override {
        std::string order = document.get_value(order_slot);
        std::string id = order.substr(std::min(day_bytes, order.size()));
        found_.push_back({archives_.open.docid_of(archive_, document.get_docid()),
                          {name_, std::move(id)},
                          std::move(order),
                          decode_fingerprint(document.get_value(fingerprint_slot))});
    }

private:
    const AskedArchives& archives_;
    std::vector<MatchingArticle>& found_;
    std::size_t archive_ = 0;
    std::string name_;
};

/// The archive that a place names, if it is open; a single one has no name.
const Archive* archive_of(const AskedArchives& archives, const ArticlePlace& place) {
    const std::vector<Archive>& open = archives.open.each();
    if (archives.asked.size() == 1) return place.archive.empty() ? &open.front() : nullptr;
    const auto found = std::ranges::find(open, place.archive, &Archive::name);
    return found == open.end() ? nullptr : &*found;
}

/// Its number in the archive's own database.
std::uint32_t docid_in(const Archive& archive, const std::string& id) {
    const std::string term = make_term(id_prefix, id);
    const auto posting = archive.database.postlist_begin(term);
    return posting == archive.database.postlist_end(term) ? 0 : *posting;
}

}  // namespace

std::vector<MatchingArticle> matching_articles(const AskedArchives& archives,
                                               const SearchRequest& request, const Node& query) {
    const SearchPlan plan(archives.open, query, request.filters, request.days);
    const Xapian::Query asked =
        plan.narrowed(matches(plan, list_mode(request, plan)), plan.dated_filter);
    std::vector<MatchingArticle> found;
    Collector collector(archives, found);
    for (std::size_t i = 0; i < archives.open.each().size(); ++i) {
        collector.enter(i);
        count_matches(archives.open.each()[i].database, asked, plan.decider(), &collector);
    }
    return found;
}

bool has_its_text(const AskedArchives& archives, const SeenArticle& record) {
    const Archive* archive = archive_of(archives, record.place);
    if (archive == nullptr)
        return archives.asked.size() > 1 &&
               std::ranges::find(archives.asked, record.place.archive, &NamedFolder::name) !=
                   archives.asked.end();
    const std::uint32_t docid = docid_in(*archive, record.place.id);
    if (docid == 0) return false;
    const Xapian::Document document = archive->database.get_document(docid);
    return have_one_text(decode_fingerprint(document.get_value(fingerprint_slot)),
                         record.fingerprint);
}

std::uint32_t docid_at(const AskedArchives& archives, const ArticlePlace& place) {
    const Archive* archive = archive_of(archives, place);
    const std::uint32_t docid = archive == nullptr ? 0 : docid_in(*archive, place.id);
    if (docid == 0) return 0;
    const std::size_t number = static_cast<std::size_t>(archive - archives.open.each().data());
    return archives.open.docid_of(number, docid);
}

}  // namespace dateline
