// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/database.h"

#include <algorithm>

#include "common/error.h"
#include "common/fields.h"
#include "indexer/writers/bulk/positions.h"
#include "indexer/writers/bulk/posting_lists.h"
#include "indexer/writers/bulk/synonyms.h"
#include "indexer/writers/bulk/tag_deflater.h"
#include "indexer/writers/bulk/term_merge.h"
#include "indexer/writers/bulk/values.h"
#include "indexer/writers/bulk/version_file.h"
#include "indexer/writers/threads.h"

namespace dateline::bulk {
namespace {

Statistics count(const std::vector<Run>& runs) {
    Statistics counts;
    for (const Run& run : runs) {
        counts.documents += run.documents;
        counts.largest_wdf = std::max(counts.largest_wdf, run.largest_wdf);
        for (const std::uint32_t length : run.lengths) {
            counts.total_length += length;
            counts.longest = std::max(counts.longest, length);
            if (length > 0 && (counts.shortest == 0 || length < counts.shortest)) {
                counts.shortest = length;
            }
        }
    }
    return counts;
}

class Tables {
public:
    Tables(const std::filesystem::path& folder, const DatabaseContent& content,
           const DatabaseOptions& options)
        : folder_(folder), content_(content), options_(options) {}

    TableRoots write() {
        if (options_.jobs < 2) {
            write_terms(true, true);
            write_documents();
        } else {
            auto positions = start_beside([this] { write_terms(false, true); });
            auto documents = start_beside([this] { write_documents(); });
            write_terms(true, false);
            positions.get();
            documents.get();
        }
        roots_.spelling = table("spelling", compress_min, true).finish();
        return roots_;
    }

private:
    TableBuilder table(const char* name, std::uint32_t limit, bool lazy) const;
    void write_terms(bool with_postings, bool with_positions);
    void write_before_terms(TableBuilder& postlist, PostingListWriter& postings);
    void write_documents();
    static bool is_duplicate_id(const TermMerge& terms) {
        return terms.documents() > 1 && terms.term().starts_with(id_prefix);
    }

    const std::filesystem::path& folder_;
    const DatabaseContent& content_;
    const DatabaseOptions& options_;
    TableRoots roots_;
};

TableBuilder Tables::table(const char* name, std::uint32_t limit, bool lazy) const {
    const std::filesystem::path path = (folder_ / name).concat(".glass");
    return TableBuilder(path, {options_.block_bytes, limit, lazy, options_.durable});
}

void Tables::write_before_terms(TableBuilder& postlist, PostingListWriter& postings) {
    write_metadata(postlist, content_.metadata, content_.runs, content_.text_key,
                   options_.read_buffer_bytes);
    write_values(postlist, content_.runs, options_.posting_chunk_bytes, options_.read_buffer_bytes);
    write_lengths(postings, content_.runs);
}

void Tables::write_terms(bool with_postings, bool with_positions) {
    TableBuilder postlist = table("postlist", 0, !with_postings);
    TableBuilder position = table("position", 0, true);
    PostingListWriter postings(postlist, options_.posting_chunk_bytes);
    PositionListWriter positions(position);
    if (with_postings) {
        PostingListWriter lengths(postlist, options_.length_chunk_bytes);
        write_before_terms(postlist, lengths);
    }
    TermMerge terms(content_.runs, options_.read_buffer_bytes);
    std::vector<std::string> duplicates;
    while (terms.next()) {
        if (is_duplicate_id(terms)) duplicates.emplace_back(terms.term().substr(id_prefix.size()));
        if (with_postings)
            postings.begin_term(terms.term(), terms.documents(), terms.occurrences());
        if (with_positions) positions.begin_term(terms.term());
        terms.for_each_posting([&](std::uint32_t docid, std::uint32_t wdf, std::string_view tag) {
            if (with_postings) postings.add(docid, wdf);
            if (with_positions && !tag.empty()) positions.add(docid, tag);
        });
        if (with_postings) postings.end();
    }
    if (!duplicates.empty()) throw DuplicateIds(std::move(duplicates));
    if (with_postings) roots_.postlist = postlist.finish();
    if (with_positions) roots_.position = position.finish();
}

void Tables::write_documents() {
    TableBuilder docdata = table("docdata", compress_min, true);
    write_data(docdata, content_.runs, options_.read_buffer_bytes);
    roots_.docdata = docdata.finish();

    TableBuilder termlist = table("termlist", compress_min, false);
    write_term_lists(termlist, content_.runs, options_.read_buffer_bytes);
    roots_.termlist = termlist.finish();

    std::vector<const Section*> forms;
    for (const Run& run : content_.runs) forms.push_back(&run.forms);
    TableBuilder synonym = table("synonym", compress_min, true);
    write_synonyms(synonym, forms, options_.read_buffer_bytes);
    roots_.synonym = synonym.finish();
}

}  // namespace

DuplicateIds::DuplicateIds(std::vector<std::string> ids)
    : Error("article id '" + ids.front() + "' comes twice"), ids_(std::move(ids)) {}

void write_database(const std::filesystem::path& folder, const DatabaseContent& content,
                    const DatabaseOptions& options) {
    const TableRoots roots = Tables(folder, content, options).write();
    const std::string version = encode_version_file(random_uuid(), roots, count(content.runs));
    write_version_file(folder, version, options.durable);
}

}  // namespace dateline::bulk
