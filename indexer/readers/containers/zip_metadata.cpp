// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/zip_metadata.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/json_scanner.h"
#include "indexer/readers/file_ending.h"
#include "indexer/readers/json_article.h"

namespace dateline {

namespace {

constexpr std::size_t most_bytes = 64 * 1024 * 1024;  // that are kept of an archive

std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

/// The name without its ending.
std::string_view stem_of(std::string_view path) {
    const std::string_view name = name_of(path);
    return name.substr(0, name.rfind('.'));
}

std::string_view folder_of(std::string_view path) {
    const std::size_t end = path.rfind('/');
    return end == path.npos ? "" : name_of(path.substr(0, end));
}

}  // namespace

bool names_metadata(std::string_view path) {
    return ascii::starts_ignoring_case(name_of(path), "metadata") && ending_of(path) == "json";
}

bool ZipMetadata::add(std::string_view json) {
    bool tells = false;
    JsonScanner scanner(
        [&](const JsonPiece& piece) {
            const ParsedJson parsed = parse_json(piece.text);
            if (!parsed.value || !parsed.value->is_object()) return true;
            const auto slug = parsed.value->find("slug");
            if (slug == parsed.value->end() || !slug->is_string()) return true;
            tells = true;
            bytes_ += piece.text.size();
            if (bytes_ <= most_bytes) objects_[slug->get<std::string>()] = std::string(piece.text);
            return true;
        },
        longest_item);
    scanner.add(json);
    scanner.finish();
    return tells;
}

std::string_view ZipMetadata::about(std::string_view path) const {
    const auto found = objects_.find(stem_of(path));
    return found == objects_.end() ? std::string_view() : std::string_view(found->second);
}

bool ZipMetadata::is_remark(std::string_view path) const {
    return folder_of(path) == "highlights" && !about(path).empty();
}

void add_metadata(std::string_view json, RawArticle& article) {
    const ParsedJson parsed = parse_json(json);
    if (!parsed.value || !parsed.value->is_object()) return;
    std::vector<RawField> fields = article_of(*parsed.value).article.fields;
    std::erase_if(article.fields, [&](const RawField& field) {
        return std::ranges::find(fields, field.key, &RawField::key) != fields.end();
    });
    std::ranges::move(article.fields, std::back_inserter(fields));
    article.fields = std::move(fields);
}

}  // namespace dateline
