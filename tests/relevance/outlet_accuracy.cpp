// SPDX-License-Identifier: GPL-2.0-or-later
// A developer's measure: how often the credits in the text alone give the outlet, and how often
// rightly.
//
//     dateline-outlet-accuracy ARTICLES.jsonl.gz [--wrong]
//
// Each line of the file is an object with text, outlet, outlet_domain and url; the last three are
// hidden from the rule and only compared. Two names are one outlet if Outlets knows them as one.
#include <zlib.h>

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "indexer/metadata/outlets/credits.h"
#include "indexer/metadata/outlets/hosts.h"
#include "indexer/metadata/outlets/outlets.h"

namespace {

using namespace dateline;

struct Tally {
    int articles = 0;
    int spoken = 0;
    int right = 0;
};

struct FormTally {
    int spoken = 0;
    int right = 0;
};

bool same_outlet(const Outlets& outlets, const std::string& credited, const nlohmann::json& row) {
    const std::string stated = row.value("outlet", "");
    if (stated == credited) return true;
    const Outlet* by_credit = outlets.by_name(credited);
    if (by_credit == nullptr) return false;
    if (outlets.by_name(stated) == by_credit) return true;
    return outlets.by_host(plain_host(row.value("outlet_domain", ""))).outlet == by_credit;
}

bool next_line(gzFile file, std::string& line) {
    line.clear();
    char buffer[1 << 16];
    while (gzgets(file, buffer, sizeof buffer) != nullptr) {
        line += buffer;
        if (line.back() == '\n') return true;
    }
    return !line.empty();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("usage: dateline-outlet-accuracy ARTICLES.jsonl.gz [--wrong]\n", stderr);
        return 2;
    }
    const bool show_wrong = argc > 2 && std::string_view(argv[2]) == "--wrong";
    const gzFile file = gzopen(argv[1], "rb");
    if (file == nullptr) return 2;
    const Outlets outlets;
    Tally all;
    std::map<std::string, FormTally> forms;
    for (std::string line; next_line(file, line);) {
        const auto row = nlohmann::json::parse(line);
        const std::string text = row.value("text", "");
        ++all.articles;
        const Credits credits = read_credits(text, AskedOutlets(outlets));
        if (credits.outlet.empty()) continue;
        const bool right = same_outlet(outlets, credits.outlet, row);
        ++all.spoken;
        all.right += right;
        ++forms[credits.outlet_from].spoken;
        forms[credits.outlet_from].right += right;
        if (show_wrong && !right) {
            std::printf("%s\t%s\t(%s)\t%s\t...%s\n", row.value("id", "").c_str(),
                        credits.outlet.c_str(), credits.outlet_from.c_str(),
                        (row.value("outlet", "") + " " + row.value("outlet_domain", "")).c_str(),
                        text.substr(text.size() - std::min<std::size_t>(text.size(), 150)).c_str());
        }
    }
    gzclose(file);
    for (const auto& [form, tally] : forms) {
        std::printf("%-24s speaks %5d, right %5d\n", form.c_str(), tally.spoken, tally.right);
    }
    std::printf("%d articles; speaks for %d (%.1f %%), right in %d (%.1f %%)\n", all.articles,
                all.spoken, 100.0 * all.spoken / std::max(1, all.articles), all.right,
                100.0 * all.right / std::max(1, all.spoken));
}
