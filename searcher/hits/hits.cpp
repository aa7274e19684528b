// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/hits/hits.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/fields.h"
#include "common/fingerprint.h"
#include "common/stored_article.h"
#include "searcher/passages/passages.h"

namespace dateline {
namespace {

std::string join_names(const std::vector<std::string>& names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

std::vector<Span> inside(const std::vector<Span>& spans, std::uint32_t offset) {
    std::vector<Span> moved;
    for (const Span& span : spans) moved.push_back({span.begin - offset, span.end - offset});
    return moved;
}

void add_passages(const SearchPlan& plan, const SearchRequest& request, const ArchivePlace& place,
                  Hit& hit) {
    add_text(place, hit.article);
    const Evidence evidence = find_evidence(plan.question, hit.article, request.passages);
    hit.title.lit = evidence.title;
    hit.outlet.lit = evidence.outlet;
    hit.authors.lit = evidence.authors;
    if (request.whole) {
        hit.summary = {hit.article.summary, evidence.summary};
        hit.text = LitText{std::move(hit.article.body), evidence.body};
        return;
    }
    for (const Passage& passage : evidence.passages) {
        const auto length = passage.span.end - passage.span.begin;
        hit.passages.push_back({{hit.article.body.substr(passage.span.begin, length),
                                 inside(passage.lit, passage.span.begin)},
                                passage.line,
                                passage.span,
                                passage.cut_before,
                                passage.cut_after});
    }
    hit.more_passages = evidence.more_passages;
    hit.article.body.clear();
}

/// An item has that of its container.
FileStamp stored_stamp(const Xapian::Database& database, const Article& article) {
    if (article.item_line == 0) return article.file;
    const std::string stamp =
        database.get_metadata(container_stamp_key(article.root, article.path));
    return stamp.empty() ? FileStamp{} : decode_stamp(stamp);
}

}  // namespace

Hit make_hit(const SearchPlan& plan, const SearchRequest& request, const ListedArticle& listed,
             FileCheck& files) {
    const ArchivePlace place = plan.archives.at(listed.ranked.docid);
    const Archive& archive = place.archive;
    Hit hit;
    hit.score = listed.ranked.score;
    hit.lacking = listed.lacking;
    hit.article = display_of(place);
    hit.title.text = hit.article.title;
    hit.outlet.text = hit.article.outlet;
    hit.authors.text = join_names(hit.article.authors);
    hit.all_authors = std::ranges::any_of(request.filters, [](const FieldFilter& filter) {
        return field(filter.field).zone == Zone::authors;
    });
    const std::vector<Root>& roots = archive.info.roots;
    const auto root = std::ranges::find(roots, hit.article.root, &Root::number);
    hit.file = root == roots.end() ? hit.article.path : whole_path(*root, hit.article.path);
    if (archive.remote) hit.machine = archive.remote->machine();
    if (request.check_files && !archive.remote)
        hit.state = files.state_of(archive.folder, hit.file,
                                   [&] { return stored_stamp(archive.database, hit.article); });
    if (request.for_citations)
        hit.text_hash =
            decode_fingerprint(plan.archives.value_of(listed.ranked.docid, fingerprint_slot)).text;
    if (request.with_passages) add_passages(plan, request, place, hit);
    return hit;
}

}  // namespace dateline
