// SPDX-License-Identifier: GPL-2.0-or-later
#include <set>

#include "common/folding.h"
#include "searcher/gather/gather.h"
#include "searcher/pile/family.h"

namespace dateline {

Gathered gather_copies(const GatherSources& from, Xapian::docid article) {
    CopyFinder& copies = from.copies;
    Gathered made;
    const Family family =
        family_in_time(from.archives, copies, copies.families_of({article}).front());
    for (const FamilyMember& member : family.members) {
        made.articles.push_back(member.docid);
        CopyShare& share = made.copies[member.docid];
        share.kind = member.kind;
        share.first = &member == &family.members.front();
        share.tied = family.tied;
        share.undated = family.undated;
        share.runs = member.runs;
    }
    for (const Copy& copy : copies.copies_of(article)) {
        if (made.copies.contains(copy.docid)) continue;
        made.articles.push_back(copy.docid);
        const Overlap both = overlap(copies.text_of(article), copies.text_of(copy.docid));
        CopyShare& share = made.copies[copy.docid];
        share.kind = copy.kind;
        share.runs = both;
    }
    return made;
}

HitCopies hit_copies(const Archives& archives, CopyFinder& copies, const ListedArticle& listed) {
    HitCopies made;
    Family family = family_in_time(archives, copies, listed.copies);
    if (!archives.several())
        for (FamilyMember& member : family.members) member.article.archive.clear();
    const FamilyMember& first = family.members.front();
    made.tied = family.tied;
    made.undated = family.undated;
    made.is_first = first.docid == listed.ranked.docid;
    if (first.article.published)
        made.first = {id_shown(first.article), first.article.outlet, first.article.published};
    std::set<std::string> outlets{""};
    std::string own;
    for (const FamilyMember& member : family.members) {
        const std::string outlet = fold_value(member.article.outlet);
        outlets.insert(outlet);
        if (&member != &first) ++made.kinds[member.kind];
        if (member.docid == listed.ranked.docid)
            own = outlet;
        else
            made.ids.push_back(id_shown(member.article));
    }
    outlets.erase("");
    outlets.erase(own);
    made.outlets = outlets.size();
    return made;
}

}  // namespace dateline
