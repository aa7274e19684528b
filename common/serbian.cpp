// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/serbian.h"

#include <algorithm>
#include <iterator>

namespace dateline {
namespace {

struct Letter {
    std::string_view cyrillic;
    std::string_view latin;
};

// clang-format off
constexpr Letter letters[] = {
    {"а", "a"}, {"б", "b"}, {"в", "v"}, {"г", "g"},  {"д", "d"}, {"ђ", "d"},  {"е", "e"}, {"ж", "z"},
    {"з", "z"}, {"и", "i"}, {"ј", "j"}, {"к", "k"},  {"л", "l"}, {"љ", "lj"}, {"м", "m"}, {"н", "n"},
    {"њ", "nj"}, {"о", "o"}, {"п", "p"}, {"р", "r"}, {"с", "s"}, {"т", "t"},  {"ћ", "c"}, {"у", "u"},
    {"ф", "f"}, {"х", "h"}, {"ц", "c"}, {"ч", "c"},  {"џ", "dz"}, {"ш", "s"}, {"đ", "d"},
};
// clang-format on

}  // namespace

std::string serbian_in_latin(std::string_view form) {
    constexpr std::size_t bytes = 2;  // of each letter
    std::string latin;
    for (std::size_t at = 0; at < form.size();) {
        const auto found = std::ranges::find(letters, form.substr(at, bytes), &Letter::cyrillic);
        const bool known = found != std::end(letters);
        latin += known ? found->latin : form.substr(at, 1);
        at += known ? bytes : 1;
    }
    return latin;
}

}  // namespace dateline
