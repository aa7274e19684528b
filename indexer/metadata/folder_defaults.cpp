// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/folder_defaults.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "common/ascii.h"
#include "common/error.h"
#include "common/file_stamp.h"
#include "common/terminal.h"
#include "common/text_parts.h"
#include "indexer/dates/dates.h"
#include "indexer/files/walk.h"
#include "indexer/metadata/keys.h"
#include "indexer/metadata/language.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/front_matter/front_matter.h"

namespace dateline {
namespace {

constexpr off_t most_defaults_bytes = 1 << 20;
constexpr std::size_t most_faults = 5;   // that are told one by one
constexpr std::size_t most_quoted = 40;  // columns of a value

std::string parent_of(const std::string& folder) {
    const std::size_t slash = folder.rfind('/');
    return slash == std::string::npos ? "" : folder.substr(0, slash);
}

/// Nothing if there is no such file. Throws Error if it cannot be read.
std::optional<std::string> bytes_of(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        throw Error(fmt::format("cannot be read, so not heeded: {}", std::strerror(errno)));
    }
    if (!S_ISREG(status.st_mode)) throw Error("not a file, so not heeded");
    if (status.st_size > most_defaults_bytes) throw Error("larger than 1 MB, so not heeded");
    return read_bytes(path);
}

bool says_nothing(std::string_view block) {
    while (!block.empty()) {
        const std::string_view line = ascii::trim(take_line(block));
        if (!line.empty() && line.front() != '#' && line != "---") return false;
    }
    return true;
}

/// What is wrong with a key of defaults, or "".
std::string fault_of_key(const std::string& typed) {
    const Key* key = find_key(typed);
    if (key != nullptr && may_be_default(key->meaning)) return "";
    if (key != nullptr)
        return fmt::format("'{}' is of one article, not of a folder, so not heeded", typed);
    const std::string_view meant = nearest_default_key(typed);
    if (meant.empty()) return fmt::format("unknown key '{}', so not heeded", typed);
    return fmt::format("unknown key '{}', so not heeded; did you mean '{}'?", typed, meant);
}

/// What is wrong with its value, which then counts for no article; or "".
std::string fault_of_value(const RawField& field) {
    const Key* key = find_key(field.key);
    if (key == nullptr || field.values.empty()) return "";
    const std::string& value = field.values.front();
    if (key->meaning == Meaning::date) {  // an ambiguous one may be clear beside an article's own
        const DateProblem problem = read_date(value).problem;
        if (problem == DateProblem::not_a_date || problem == DateProblem::impossible)
            return fmt::format("'{}: {}' is no date that is understood, so not heeded", field.key,
                               cut_to_width(value, most_quoted));
    }
    if (key->meaning == Meaning::language && language_code(value).empty())
        return fmt::format("'{}: {}' is no language that is known, so not heeded", field.key,
                           cut_to_width(value, most_quoted));
    return "";
}

}  // namespace

const Defaults& FolderDefaults::of(const std::string& folder) {
    const auto known = known_.find(folder);
    if (known != known_.end()) return known->second;
    // Upwards until a folder is known, then down again: deep folders cost no recursion.
    std::vector<std::string> unknown{folder};
    while (!unknown.back().empty() && !known_.contains(parent_of(unknown.back())))
        unknown.push_back(parent_of(unknown.back()));
    for (; !unknown.empty(); unknown.pop_back())
        known_.emplace(unknown.back(), read(unknown.back()));
    return known_.at(folder);
}

Defaults FolderDefaults::read(const std::string& folder) {
    Defaults above;
    if (!folder.empty()) above = known_.at(parent_of(folder));
    const std::string name = folder.empty() ? defaults_name : folder + "/" + defaults_name;
    Defaults defaults;
    defaults.from = name;
    std::string heeded;  // what the articles below depend on
    try {
        const std::optional<std::string> bytes = bytes_of(root_ + "/" + name);
        if (!bytes) return above;
        heeded = *bytes;
        defaults.fields = fields_of(*bytes, name);
    } catch (const Error& error) {
        heeded = "not read";
        problems_.push_back({name, 0, error.what(), false});
    }
    // With the name, which the articles tell: a folder that moves takes its defaults along.
    defaults.hash = content_hash(name + "\n" + heeded + std::to_string(above.hash));
    defaults.fields.insert(defaults.fields.end(), above.fields.begin(), above.fields.end());
    return defaults;
}

std::vector<RawField> FolderDefaults::fields_of(std::string_view bytes, const std::string& name) {
    std::vector<Problem> problems;
    std::string storage;
    FrontMatter front;
    front.kind = FrontMatterKind::yaml;
    front.block = decode_text(bytes, "", storage, problems);
    front.called = "the file";
    std::vector<RawField> fields = read_front_matter(front, problems);
    if (fields.empty() && problems.empty() && !says_nothing(front.block))
        problems.push_back({"", 0, "no keys in it, such as 'outlet: TRT World'", false});
    std::size_t faults = 0;
    std::erase_if(fields, [&](const RawField& field) {
        const std::string of_key = fault_of_key(field.key);
        const std::string of_value = fault_of_value(field);
        const std::string& fault = of_key.empty() ? of_value : of_key;
        if (!fault.empty() && ++faults <= most_faults)
            problems.push_back({"", field.line, fault, false});
        return !of_value.empty();
    });
    if (faults > most_faults)
        problems.push_back(
            {"", 0, fmt::format("{} more lines are not heeded", faults - most_faults), false});
    for (Problem& problem : problems) {
        problem.path = name;
        problems_.push_back(std::move(problem));
    }
    return fields;
}

}  // namespace dateline
