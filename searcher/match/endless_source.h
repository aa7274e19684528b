// SPDX-License-Identifier: GPL-2.0-or-later
// A part of a query that no article is in and that never comes to its end, for OP_MAX. In Xapian
// 1.4.22 an OP_MAX whose last parts end at the same article is asked once more, for its largest
// weight, of a part that it has deleted, if the query around it was replaced by a simpler one in
// the same step: it crashed `the*` on a sound index. With this among its parts the last ones never
// end together.
#pragma once

#include <xapian.h>

#include <string>

namespace dateline {

/// Only where something else decides which articles are looked at: it stands at a number that is
/// none.
class EndlessSource : public Xapian::PostingSource {
public:
    void init(const Xapian::Database& database) override;
    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return 0; }
    Xapian::doccount get_termfreq_max() const override { return 0; }
    void next(double /*least*/) override {}
    void skip_to(Xapian::docid /*docid*/, double /*least*/) override {}
    bool check(Xapian::docid /*docid*/, double /*least*/) override { return true; }
    bool at_end() const override { return false; }
    Xapian::docid get_docid() const override;
    double get_weight() const override { return 0; }
    PostingSource* clone() const override;
    std::string get_description() const override { return "EndlessSource"; }
};

}  // namespace dateline
