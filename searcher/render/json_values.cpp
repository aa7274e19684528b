// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/json_values.h"

#include <cmath>

#include "searcher/render/lit_text.h"

namespace dateline {

Json json_texts(const std::vector<std::string>& texts) {
    Json list = Json::array();
    for (const std::string& text : texts) list.push_back(valid_utf8(text));
    return list;
}

double rounded(double number) {
    return std::round(number * 1e4) / 1e4;
}

}  // namespace dateline
