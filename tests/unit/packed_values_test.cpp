// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/packed_values.h"

#include <doctest/doctest.h>

namespace dateline {

TEST_CASE("several values in one come back, but for a control character") {
    for (const Values& values :
         {Values{}, Values{"Ann Lee"}, Values{"Ann Lee", "Bob, Jr.", "\u738B"}})
        CHECK(unpack_values(pack_values(values)) == values);
    CHECK(unpack_values(pack_values({"a\x1f"
                                     "b",
                                     "c"})) == Values{"a b", "c"});
}

}  // namespace dateline
