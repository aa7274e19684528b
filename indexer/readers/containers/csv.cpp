// SPDX-License-Identifier: GPL-2.0-or-later
// Tables of articles: an article a row. A header row names the columns; where it names none of
// texts, one of long prose is that.
#include <fmt/format.h>

#include <algorithm>

#include "common/counted.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/unpacked_text.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/csv_rows.h"
#include "indexer/readers/containers/tally.h"
#include "indexer/readers/front_matter/front_matter.h"
#include "indexer/readers/json_text.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t most_columns = 1000;  // as many keys has an object
// Within which a column of long prose must turn up where no name tells it.
constexpr std::size_t most_held = 20;
constexpr std::size_t most_held_bytes = 1024 * 1024;

class CsvReader {
public:
    explicit CsvReader(const ItemSink& sink) : sink_(sink) {}

    bool take_row(std::string_view row, std::uint32_t line, char delimiter) {
        if (columns_.empty()) return take_header(row, delimiter);
        if (only_links_) {
            ++tally_.links;
            return true;
        }
        if (is_table_) return give(row, line);
        held_.push_back({std::string(row), line});
        held_bytes_ += row.size();
        if (held_.size() < most_held && held_bytes_ < most_held_bytes) return true;
        return look_for_prose();
    }

    FileEnd end(std::vector<Problem> problems) {
        if (!is_table_ && !columns_.empty() && refusal_.empty()) look_for_prose();
        if (!refusal_.empty()) problems.push_back({"", 0, refusal_, false, ProblemKind::empty});
        if (!is_table_) return {std::move(problems), false};
        if (surplus_ > 0)
            problems.push_back(
                {"", 0,
                 fmt::format("{} more cells than the header; what is behind them is left out",
                             counted(surplus_, "row has", "rows have")),
                 false, ProblemKind::cut});
        return end_of(tally_, "rows", std::move(problems));
    }

private:
    struct Held {
        std::string row;
        std::uint32_t line = 0;
    };

    bool take_header(std::string_view row, char delimiter) {
        std::vector<Problem> ignored;
        std::string storage;
        header_ = decode_text(row, "", storage, ignored);
        delimiter_ = delimiter;
        for (const std::string& cell : csv_cells(header_, delimiter_, most_columns + 1).cells) {
            columns_.push_back(field_key(cell));
            // Databases of events have no header row, and the address of a page in each.
            only_links_ =
                only_links_ || cell.starts_with("http://") || cell.starts_with("https://");
        }
        if (only_links_) tally_.links = 1;
        if (columns_.size() > most_columns) return refuse("more than 1,000 columns");
        if (delimiter_ == 0) return refuse("no commas, semicolons, tabs or bars between columns");
        const bool has_text = std::ranges::any_of(columns_, names_text);
        is_table_ = only_links_ || has_text;
        text_is_last_ = has_text && names_text(columns_.back());
        return true;
    }

    bool refuse(std::string why) {
        refusal_ = std::move(why);
        return false;
    }

    /// The column that has most of it, by the rows held back, is that of the texts.
    bool look_for_prose() {
        std::vector<std::size_t> prose(columns_.size());
        for (const Held& held : held_) {
            std::vector<Problem> ignored;
            std::string storage;
            const std::string_view row = decode_text(held.row, "", storage, ignored);
            const CsvCells found = csv_cells(row, delimiter_, columns_.size());
            for (std::size_t at = 0; at < found.cells.size(); ++at)
                if (is_prose(found.cells[at])) prose[at] += found.cells[at].size();
        }
        for (std::size_t at = 0; at < columns_.size(); ++at)
            if (is_beside_text(columns_[at])) prose[at] = 0;
        const auto most = std::ranges::max_element(prose);
        if (*most > 0) {
            text_is_last_ = most + 1 == prose.end();
            columns_[static_cast<std::size_t>(most - prose.begin())] = "text";
        } else if (!std::ranges::any_of(columns_, is_link)) {
            return refuse("no column of texts among: " + listed_names(columns_));
        }
        is_table_ = true;
        bool more = true;
        for (const Held& held : held_) more = more && give(held.row, held.line);
        held_.clear();
        return more;
    }

    static bool is_link(const std::string& name) { return name == "url" || name == "link"; }

    bool give(std::string_view row, std::uint32_t line) {
        bytes_.assign(header_).append("\n").append(row);
        return sink_({bytes_, line, PlaceUnit::line, "", [&] { return read_row(row); }});
    }

    Reading read_row(std::string_view row) {
        Reading reading;
        std::vector<Problem> problems;
        std::string storage;
        CsvCells found =
            csv_cells(decode_text(row, "", storage, problems), delimiter_, columns_.size());
        // Commas of a text that stands last and without marks are its own.
        if (found.surplus != std::string::npos && !text_is_last_) {
            ++surplus_;
            found.cells.back().resize(found.surplus);
        }
        Json object = Json::object();
        for (std::size_t at = 0; at < found.cells.size(); ++at)
            if (!columns_[at].empty()) object[columns_[at]] = std::move(found.cells[at]);
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
    bool text_is_last_ = false;
    std::string refusal_;  // why it is no table of articles
    std::vector<Held> held_;
    std::size_t held_bytes_ = 0;
    std::string bytes_;
    Tally tally_;
    std::uint64_t surplus_ = 0;
    bool told_ = false;
};

}  // namespace

bool begins_csv(const FileStart& start) {
    return start.ending == "csv" || start.ending == "tsv" || start.ending == "tab";
}

FileEnd read_csv(const FileBytes& file, const ItemSink& sink) {
    CsvReader reader(sink);
    CsvRows rows([&](std::string_view row,
                     std::uint32_t line) { return reader.take_row(row, line, rows.delimiter()); },
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
