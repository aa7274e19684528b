// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/file_record.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace dateline {

namespace {

struct StoredMessage {
    std::string_view begins;
    ProblemKind kind;
};

/// Messages are stored without their kind, and each kind has its own beginnings.
constexpr StoredMessage stored_messages[] = {
    {"date ", ProblemKind::bad_date},
    {"the date ", ProblemKind::future_date},
    {"front matter ", ProblemKind::front_matter},
    {"the file is empty", ProblemKind::empty},
    {"cut after ", ProblemKind::cut},
    {"compressed file is damaged or cut off", ProblemKind::cut},
    {"not UTF-8, ", ProblemKind::encoding},
    {"zero bytes left out", ProblemKind::encoding},
};

ProblemKind kind_of_stored(std::string_view message) {
    const auto* row = std::ranges::find_if(stored_messages, [&](const StoredMessage& stored) {
        return message.starts_with(stored.begins);
    });
    return row == std::end(stored_messages) ? ProblemKind::other : row->kind;
}

}  // namespace

void FileProblems::add(Problem problem) {
    fatal = fatal || problem.fatal;
    if (first.size() < most)
        first.push_back(std::move(problem));
    else
        ++more;
}

void encode_record(std::string& bytes, const FileRecord& record) {
    put_text(bytes, encode_stamp(record.stamp));
    put_number(bytes, record.context);
    put_number(bytes, static_cast<std::uint64_t>(record.outcome));
    put_number(bytes, record.articles);
    put_number(bytes, record.container ? 1 : 0);
    put_number(bytes, record.problems.first.size());
    for (const Problem& problem : record.problems.first) {
        put_number(bytes, problem.line);
        put_number(bytes, problem.fatal ? 1 : 0);
        put_text(bytes, problem.message);
    }
    put_number(bytes, record.problems.more);
    put_number(bytes, record.problems.fatal ? 1 : 0);
}

FileRecord decode_record(ByteSource& source) {
    FileRecord record;
    record.stamp = decode_stamp(source.text());
    record.context = source.number();
    record.outcome = static_cast<FileOutcome>(source.number());
    record.articles = source.number();
    record.container = source.number() != 0;
    for (std::uint64_t count = source.number(); count > 0; --count) {
        Problem problem;
        problem.line = static_cast<std::uint32_t>(source.number());
        problem.fatal = source.number() != 0;
        problem.message = source.text();
        problem.kind = kind_of_stored(problem.message);
        record.problems.first.push_back(std::move(problem));
    }
    record.problems.more = source.number();
    record.problems.fatal = source.number() != 0;
    return record;
}

}  // namespace dateline
