// SPDX-License-Identifier: GPL-2.0-or-later
// Reads an Atom feed as strictly as a feed of ours is to be written: the schema of RFC 4287
// (atom.rng), what its prose and the W3C's feed validator ask for beyond that, and no markup that
// could do anything in a reader of feeds. Addresses are to be absolute, markup written out.
#pragma once

#include <string>
#include <vector>

namespace dateline {

struct AtomEntry {
    std::string id, title, updated;
    std::string content;  ///< text, HTML, or of type="xhtml" the markup within its div
    std::string link;     ///< of the first alternate link; "" if there is none
};

struct AtomFeed {
    std::string id, title, updated;
    std::vector<AtomEntry> entries;  ///< in the order of the document
};

/// Everything that is wrong with it; nothing if it is as it should be.
std::vector<std::string> atom_faults(const std::string& xml);

/// In the order of the feed; parts that are missing are "".
AtomFeed read_atom(const std::string& xml);

}  // namespace dateline
