// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/file_record.h"

#include <utility>

namespace dateline {

namespace {

/// One number tells whether the article could not be read, and the kind.
std::uint64_t severity_and_kind(const Problem& problem) {
    return static_cast<std::uint64_t>(problem.kind) << 1U | (problem.fatal ? 1U : 0U);
}

ProblemKind kind_of(std::uint64_t number) {
    const std::uint64_t kind = number >> 1U;
    return kind < static_cast<std::uint64_t>(ProblemKind::kinds) ? static_cast<ProblemKind>(kind)
                                                                 : ProblemKind::other;
}

PlaceUnit unit_of(std::uint64_t number) {
    return number < place_units ? static_cast<PlaceUnit>(number) : PlaceUnit::line;
}

void put_keys(std::string& bytes, const OutletKeys& asked) {
    put_number(bytes, asked.many() ? OutletKeys::most + 1 : asked.keys().size());
    for (const std::uint16_t key : asked.keys()) put_number(bytes, key);
}

OutletKeys keys_of(ByteSource& source) {
    OutletKeys asked;
    const std::uint64_t count = source.number();
    if (count > OutletKeys::most) {
        asked.set_many();
        return asked;
    }
    for (std::uint64_t i = 0; i < count; ++i)
        asked.add(static_cast<std::uint16_t>(source.number()));
    return asked;
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
    if (record.container) put_number(bytes, record.item_context);
    put_keys(bytes, record.asked);
    put_number(bytes, record.problems.first.size());
    for (const Problem& problem : record.problems.first) {
        put_number(bytes, problem.line);
        put_number(bytes, severity_and_kind(problem));
        put_text(bytes, problem.message);
        put_number(bytes, static_cast<std::uint64_t>(problem.unit));
        put_text(bytes, problem.item);
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
    if (record.container) record.item_context = source.number();
    record.asked = keys_of(source);
    for (std::uint64_t count = source.number(); count > 0; --count) {
        Problem problem;
        problem.line = static_cast<std::uint32_t>(source.number());
        const std::uint64_t number = source.number();
        problem.fatal = (number & 1U) != 0;
        problem.kind = kind_of(number);
        problem.message = source.text();
        problem.unit = unit_of(source.number());
        problem.item = source.text();
        record.problems.first.push_back(std::move(problem));
    }
    record.problems.more = source.number();
    record.problems.fatal = source.number() != 0;
    return record;
}

}  // namespace dateline
