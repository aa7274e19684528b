// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/ledger.h"

#include "common/bytes.h"
#include "common/fields.h"

namespace dateline {
namespace {

void encode_record(std::string& bytes, const FileRecord& record) {
    put_text(bytes, record.name);
    put_text(bytes, encode_stamp(record.stamp));
    put_number(bytes, record.context);
    put_number(bytes, static_cast<std::uint64_t>(record.outcome));
    put_number(bytes, record.ids.size());
    for (const std::string& id : record.ids) put_text(bytes, id);
    put_number(bytes, record.problems.size());
    for (const Problem& problem : record.problems) {
        put_number(bytes, problem.line);
        put_number(bytes, problem.fatal ? 1 : 0);
        put_text(bytes, problem.message);
    }
}

FileRecord decode_record(ByteSource& source) {
    FileRecord record;
    record.name = source.text();
    record.stamp = decode_stamp(source.text());
    record.context = source.number();
    record.outcome = static_cast<FileOutcome>(source.number());
    for (std::uint64_t count = source.number(); count > 0; --count)
        record.ids.emplace_back(source.text());
    for (std::uint64_t count = source.number(); count > 0; --count) {
        Problem problem;
        problem.line = static_cast<std::uint32_t>(source.number());
        problem.fatal = source.number() != 0;
        problem.message = source.text();
        record.problems.push_back(std::move(problem));
    }
    return record;
}

}  // namespace

std::string encode_folder(const std::string& folder, const FolderRecords& records) {
    std::string bytes;
    put_text(bytes, folder);
    put_number(bytes, records.size());
    for (const auto& [name, record] : records) encode_record(bytes, record);
    return bytes;
}

void decode_folder(std::string_view bytes, std::string& folder, FolderRecords& records) {
    ByteSource source(bytes);
    folder = source.text();
    records.clear();
    for (std::uint64_t count = source.number(); count > 0; --count) {
        FileRecord record = decode_record(source);
        std::string name = record.name;
        records.emplace_hint(records.end(), std::move(name), std::move(record));
    }
}

const FileRecord* Ledger::find(const std::string& folder, const std::string& name) const {
    const auto records = folders_.find(folder);
    if (records == folders_.end()) return nullptr;
    const auto record = records->second.find(name);
    return record == records->second.end() ? nullptr : &record->second;
}

std::uint64_t Ledger::articles() const {
    std::uint64_t count = 0;
    for (const auto& [folder, records] : folders_)
        for (const auto& [name, record] : records) count += record.ids.size();
    return count;
}

void Ledger::put(const std::string& folder, FileRecord record) {
    changed_.insert(folder);
    std::string name = record.name;
    folders_[folder].insert_or_assign(std::move(name), std::move(record));
}

void Ledger::erase(const std::string& folder, const std::string& name) {
    const auto records = folders_.find(folder);
    if (records == folders_.end()) return;
    changed_.insert(folder);
    records->second.erase(name);
    if (records->second.empty()) folders_.erase(records);
}

void Ledger::load(std::string_view bytes) {
    std::string folder;
    FolderRecords records;
    decode_folder(bytes, folder, records);
    folders_.insert_or_assign(std::move(folder), std::move(records));
}

void Ledger::save_changes(
    const std::function<void(const std::string&, const std::string&)>& set_metadata) {
    for (const std::string& folder : changed_) {
        const auto records = folders_.find(folder);
        set_metadata(make_term(key_prefix(root_), folder),
                     records == folders_.end() ? "" : encode_folder(folder, records->second));
    }
    changed_.clear();
}

void Ledger::touch_all() {
    for (const auto& [folder, records] : folders_) changed_.insert(folder);
}

std::string Ledger::key_prefix(std::uint32_t root) {
    return "f" + std::to_string(root) + ":";
}

}  // namespace dateline
