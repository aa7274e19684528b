// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sync/ledger.h"

#include <algorithm>
#include <iterator>

#include "common/stored_article.h"

namespace dateline {
namespace {

/// Paths of one folder begin alike: each says how much of the one before it has again.
void append_record(std::string& bytes, std::string_view before,
                   const Ledger::Files::value_type& entry) {
    const auto& [path, record] = entry;
    const auto same =
        static_cast<std::size_t>(std::ranges::mismatch(before, path).in1 - before.begin());
    put_number(bytes, same);
    put_text(bytes, std::string_view(path).substr(same));
    encode_record(bytes, record);
}

}  // namespace

const FileRecord* Ledger::find(std::string_view path) const {
    const auto record = files_.find(path);
    return record == files_.end() ? nullptr : &record->second;
}

std::uint64_t Ledger::articles() const {
    std::uint64_t count = 0;
    for (const auto& [path, record] : files_) count += record.articles;
    return count;
}

void Ledger::put(std::string path, FileRecord record) {
    const auto place = files_.try_emplace(std::move(path)).first;
    note_change(place->first, record.container || place->second.container);
    place->second = std::move(record);
}

void Ledger::erase(const std::string& path) {
    const auto record = files_.find(path);
    if (record == files_.end()) return;
    note_change(path, record->second.container);
    files_.erase(record);
}

void Ledger::note_change(const std::string& path, bool container) {
    if (!parts_.contains("")) parts_.emplace("", Part{next_part_++, true});
    std::prev(parts_.upper_bound(path))->second.changed = true;
    if (container) changed_containers_.insert(path);
}

void Ledger::load(std::string_view key, std::string_view bytes) {
    ByteSource number(key.substr(key_prefix(root_).size()));
    const auto part = static_cast<std::uint32_t>(number.number());
    next_part_ = std::max(next_part_, part + 1);
    ByteSource source(bytes);
    parts_.insert_or_assign(std::string(source.text()), Part{part, false});
    std::string path;
    while (!source.at_end()) {
        const std::uint64_t same = source.number();
        if (same > path.size()) throw ByteSource::damaged();
        path.resize(same);
        path += source.text();
        files_.insert_or_assign(path, decode_record(source));
    }
}

void Ledger::save_changes(const SetMetadata& set_metadata) {
    for (auto part = parts_.begin(); part != parts_.end();) {
        const auto next = std::next(part);
        if (part->second.changed || files_.empty()) save_part(part, set_metadata);
        part = next;
    }
    for (const std::string& path : changed_containers_) {
        const FileRecord* record = find(path);
        const bool there = record != nullptr && record->container;
        set_metadata(container_stamp_key(root_, path), there ? encode_stamp(record->stamp) : "");
    }
    changed_containers_.clear();
}

/// A part that has grown too large is divided; an empty one goes, but the first only with the last.
void Ledger::save_part(Parts::iterator part, const SetMetadata& set_metadata) {
    const auto next = std::next(part);
    auto record = files_.lower_bound(part->first);
    const auto end = next == parts_.end() ? files_.end() : files_.lower_bound(next->first);
    if (record == end && (!part->first.empty() || files_.empty())) {
        set_metadata(key(part->second.number), "");
        parts_.erase(part);
        return;
    }
    const auto size = static_cast<std::size_t>(std::distance(record, end));
    const std::size_t most = size > most_records ? most_records / 2 : most_records;
    for (bool more = true; more;) {
        std::string bytes;
        put_text(bytes, part->first);
        std::string_view before;
        for (std::size_t count = 0; record != end && count < most && bytes.size() < most_bytes;
             ++count, ++record) {
            append_record(bytes, before, *record);
            before = record->first;
        }
        set_metadata(key(part->second.number), bytes);
        part->second.changed = false;
        more = record != end;
        if (more) part = parts_.emplace(record->first, Part{next_part_++, false}).first;
    }
}

std::string Ledger::key_prefix(std::uint32_t root) {
    return "f" + std::to_string(root) + ":";
}

std::string Ledger::key(std::uint32_t part) const {
    std::string key = key_prefix(root_);
    put_number(key, part);
    return key;
}

}  // namespace dateline
