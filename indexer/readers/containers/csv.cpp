// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of articles: a header row that names a column of texts, and an article a row.
#include <algorithm>

#include "common/text_parts.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/unpacked_text.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/csv_rows.h"
#include "indexer/readers/containers/tally.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t most_columns = 1000;  // as many keys has an object

std::string decoded(std::string_view bytes, std::vector<Problem>& problems) {
    std::string storage;
    return std::string(decode_text(bytes, "", storage, problems));
}

class CsvReader {
public:
    explicit CsvReader(const ItemSink& sink) : sink_(sink) {}

    bool take_row(std::string_view row, std::uint32_t line) {
        const bool first = columns_.empty();
        if (first && !take_header(row)) return false;
        if (only_links_) ++tally_.links;
        if (first || only_links_) return true;
        bytes_.assign(header_).append("\n").append(row);
        return sink_({bytes_, line, PlaceUnit::line, "", [&] { return read_row(row); }});
    }

    FileEnd end(std::vector<Problem> problems) {
        if (!is_table_) return {{}, false};
        return end_of(tally_, "rows", std::move(problems));
    }

private:
    /// False if no column can hold a text or a link: it is a table of something else.
    bool take_header(std::string_view row) {
        std::vector<Problem> ignored;
        header_ = decoded(row, ignored);
        delimiter_ = csv_delimiter(header_);
        for (const std::string& cell : csv_cells(header_, delimiter_))
            columns_.push_back(field_key(cell));
        if (columns_.size() > most_columns) return false;
        // Databases of events have no header row, and the address of a page in each.
        only_links_ = std::ranges::any_of(csv_cells(header_, delimiter_), [](const auto& cell) {
            return cell.starts_with("http://") || cell.starts_with("https://");
        });
        const bool has_column = std::ranges::any_of(columns_, [](const std::string& name) {
            return names_text(name) || name == "url" || name == "link";
        });
        is_table_ = only_links_ || (delimiter_ != 0 && has_column);
        return is_table_;
    }

    Reading read_row(std::string_view row) {
        Reading reading;
        std::vector<Problem> problems;
        const std::vector<std::string> cells = csv_cells(decoded(row, problems), delimiter_);
        Json object = Json::object();
        for (std::size_t at = 0; at < std::min(cells.size(), columns_.size()); ++at)
            if (!columns_[at].empty()) object[columns_[at]] = cells[at];
        tally_.add(article_of(object), reading);
        // What is wrong with the encoding is so in all rows, and said once.
        if (!problems.empty() && !told_) reading.problems.push_back(std::move(problems.front()));
        told_ = told_ || !problems.empty();
        return reading;
    }

    const ItemSink& sink_;
    std::string header_;
    char delimiter_ = 0;
    std::vector<std::string> columns_;
    bool is_table_ = false;
    bool only_links_ = false;
    std::string bytes_;
    Tally tally_;
    bool told_ = false;
};

}  // namespace

bool begins_csv(const FileStart& start) {
    return start.ending == "csv" || start.ending == "tsv" || start.ending == "tab";
}

FileEnd read_csv(const FileBytes& file, const ItemSink& sink) {
    CsvReader reader(sink);
    CsvRows rows(
        [&](std::string_view row, std::uint32_t line) { return reader.take_row(row, line); },
        longest_item);
    UnpackedText input(blocks_of(file));
    for (std::string_view block = input.next(); !block.empty(); block = input.next())
        if (!rows.add(block)) break;
    rows.finish();
    std::vector<Problem> problems = rows.take_problems();
    if (input.damaged()) problems.push_back(damaged_packing());
    return reader.end(std::move(problems));
}

}  // namespace dateline
