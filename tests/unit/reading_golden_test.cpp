// SPDX-License-Identifier: GPL-2.0-or-later
// One small file for each quirk of the archives that we have met, in tests/golden/reading/, and
// beside each the articles and problems that it must give.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <chrono>
#include <string>

#include "golden.h"
#include "indexer/files/walk.h"
#include "indexer/sync/read_articles.h"

namespace {

using namespace dateline;

constexpr std::string_view golden_ending = ".golden";

std::string list_of(const std::vector<std::string>& values) {
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : " | ") + value;
    return list;
}

std::string printed(const Article& article) {
    std::string out;
    const auto line = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) out += fmt::format("{}: {}\n", name, value);
    };
    const std::string number = number_text(article.unit, article.item_line);
    line("item in line", article.item_line == 0 || !article.item.empty() ? "" : number);
    line("item", article.item);
    line("title", article.title);
    line("summary", article.summary);
    line("authors", list_of(article.authors));
    line("outlet", article.outlet);
    line("host", article.host);
    line("credit", article.source);
    line("url", article.url);
    line("date", article.published ? to_string(*article.published) : "");
    line("instant", article.instant);
    line("section", article.section);
    line("tags", list_of(article.tags));
    line("language", article.language);
    for (const auto& [field, from] : article.derived) line("derived " + field, from);
    for (const LineMark& mark : article.lines)
        out += fmt::format("byte {} is in line {}\n", mark.offset, mark.line);
    return out + "\n" + article.body + (article.body.empty() ? "" : "\n");
}

std::string printed_reading(const Root& root, const WalkedFile& file) {
    ReadSettings settings;
    settings.today = std::chrono::year{2026} / 11 / 25;
    std::string out;
    ArticleSink sink;
    sink.put = [&](const Article& article) { out += printed(article) + "\n"; };
    const FileReading reading = read_articles({root, file, {}}, settings, sink);
    for (const Problem& problem : reading.record.problems.first)
        out += fmt::format("{} in line {}{}: {}\n", problem.fatal ? "unreadable" : "problem",
                           problem.line, problem.item.empty() ? "" : ", " + problem.item,
                           problem.message);
    if (reading.record.outcome == FileOutcome::skipped) out += "skipped\n";
    return out;
}

TEST_CASE("files with the quirks of real archives give the articles that they should") {
    const Root root{0, std::string(DATELINE_SOURCE) + "/tests/golden/reading"};
    int files = 0;
    for (const WalkedFile& file : walk_folder(root.path).files) {
        if (file.name.ends_with(golden_ending)) continue;
        check_golden("reading/" + file.path() + std::string(golden_ending),
                     printed_reading(root, file));
        ++files;
    }
    CHECK(files > 30);
}

}  // namespace
