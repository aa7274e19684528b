// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/bulk_loader.h"

#include <doctest/doctest.h>

#include "common/error.h"
#include "common/stored_article.h"
#include "indexer/writers/bulk/segment.h"
#include "indexer/writers/bulk/version_file.h"
#include "tests/unit/bulk_samples.h"
#include "tests/unit/index_compare.h"

namespace dateline {
namespace {

std::string compare_folders(const std::filesystem::path& a, const std::filesystem::path& b) {
    return compare_indexes(Xapian::Database(a.string()), Xapian::Database(b.string()));
}

/// Everything in a folder but the UUID.
std::string all_bytes(const std::filesystem::path& folder) {
    std::string all;
    for (const char* name : {"iamglass", "postlist.glass", "docdata.glass", "termlist.glass",
                             "position.glass", "synonym.glass"}) {
        std::string bytes = file_bytes(folder / name);
        if (all.empty()) bytes.replace(16, 16, 16, '-');
        all.append(name).append(bytes);
    }
    return all;
}

/// The document with another vocabulary's numbers.
IndexedDocument renumbered(IndexedDocument document, const Vocabulary& from, Vocabulary& to) {
    for (Posting& posting : document.postings) posting.term = to.intern(from.term(posting.term));
    return document;
}

/// Writes the sample by workers of their own, each with a segment of `per_run` documents.
void write_in_runs(const Sample& sample, const std::filesystem::path& folder, std::size_t per_run,
                   bool spill) {
    BulkLoader loader(folder, quick_options());
    for (std::size_t begin = 0; begin < sample.documents.size(); begin += per_run) {
        Vocabulary vocabulary;
        vocabulary.intern("only to have other numbers");
        bulk::Segment segment;
        const std::size_t end = std::min(begin + per_run, sample.documents.size());
        for (std::size_t i = begin; i < end; ++i) {
            segment.add(renumbered(sample.documents[i], sample.vocabulary, vocabulary), vocabulary);
        }
        if (begin == 0) {
            for (const auto& [stem, form] : sample.forms) {
                segment.add_form(vocabulary.intern(stem), vocabulary.intern(form));
            }
        }
        bulk::Run run = segment.finish(vocabulary);
        // Twice, as a run that was too large to be held and then had to wait for its turn.
        for (int i = 0; spill && i < 2; ++i) run.spill(loader.spill_file());
        loader.append(std::move(run));
    }
    for (const auto& [key, value] : sample.metadata) loader.set_metadata(key, value);
    loader.commit();
}

/// One document, to be filled by the test.
Sample single() {
    Sample sample;
    sample.documents.emplace_back();
    return sample;
}

void check_against_api(const Sample& sample) {
    const TemporaryFolder folder;
    write_by_api(sample, folder / "api");
    write_by_loader(sample, folder / "loader", quick_options());
    CHECK(check_output(folder / "loader") == "");
    CHECK(compare_folders(folder / "api", folder / "loader") == "");
}

}  // namespace

TEST_CASE("the loader's database holds what the API's holds") {
    for (std::uint32_t seed = 1; seed <= 3; ++seed) {
        CAPTURE(seed);
        check_against_api(random_sample(seed, sample_documents()));
    }
}

TEST_CASE("every block size and chunk size gives the same content") {
    const Sample sample = random_sample(4, sample_documents() / 2);
    const TemporaryFolder folder;
    write_by_api(sample, folder / "api");
    for (const std::uint32_t block_bytes : {2048U, 8192U, 65536U}) {
        for (const std::size_t chunk_bytes : {1UL, 100UL, 20000UL}) {
            CAPTURE(block_bytes);
            CAPTURE(chunk_bytes);
            bulk::DatabaseOptions options = quick_options();
            options.block_bytes = block_bytes;
            options.posting_chunk_bytes = chunk_bytes;
            options.length_chunk_bytes = chunk_bytes;
            const auto name = folder / std::to_string(block_bytes + chunk_bytes);
            write_by_loader(sample, name, options);
            CHECK(check_output(name) == "");
            CHECK(compare_folders(folder / "api", name) == "");
        }
    }
}

TEST_CASE("the division into runs does not show in the bytes") {
    const Sample sample = random_sample(5, sample_documents());
    const TemporaryFolder folder;
    write_by_loader(sample, folder / "whole", quick_options());
    const std::string whole = all_bytes(folder / "whole");
    for (const std::size_t parts : {1UL, 2UL, 7UL, sample.documents.size()}) {
        CAPTURE(parts);
        const std::size_t per_run = (sample.documents.size() + parts - 1) / parts;
        const auto kept = folder / ("kept" + std::to_string(parts));
        const auto spilled = folder / ("spilled" + std::to_string(parts));
        write_in_runs(sample, kept, per_run, false);
        write_in_runs(sample, spilled, per_run, true);
        CHECK((all_bytes(kept) == whole));
        CHECK((all_bytes(spilled) == whole));
    }
}

TEST_CASE("memory and the number of threads do not show in the bytes") {
    const Sample sample = random_sample(6, sample_documents());
    const TemporaryFolder folder;
    write_by_loader(sample, folder / "whole", quick_options());
    bulk::DatabaseOptions options = quick_options();
    options.read_buffer_bytes = 16;
    options.jobs = 2;
    write_by_loader(sample, folder / "spilled", options, 1);
    CHECK((all_bytes(folder / "spilled") == all_bytes(folder / "whole")));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 2);
}

TEST_CASE("documents of odd shapes are kept as the API keeps them") {
    check_against_api(Sample());
    check_against_api(single());

    Sample one_byte = single();
    for (int byte = 0; byte < 256; ++byte)
        one_byte.post(std::string(1, static_cast<char>(byte)), 1, {7});
    check_against_api(one_byte);

    Sample prefixes = single();
    for (std::size_t size = 1; size <= 245; ++size)
        prefixes.post(std::string(size, 'p'), 1, {1, 2});
    for (std::size_t size = 1; size <= 121; ++size) prefixes.post(std::string(size, '\0'), 1);
    check_against_api(prefixes);

    Sample many_positions = single();
    std::vector<std::uint32_t> positions;
    for (std::uint32_t i = 1; i <= 100000; ++i) positions.push_back(i * 3 + i % 3);
    many_positions.post("word", 1, positions);
    many_positions.documents.emplace_back();
    many_positions.post("word", 0xfffffff0, {0xffffffff});
    check_against_api(many_positions);

    Sample many_terms = single();
    for (int i = 0; i < 20000; ++i)
        many_terms.post("t" + std::to_string(i), i % 200 == 0 ? 300 : 1);
    check_against_api(many_terms);

    Sample no_weight = single();
    no_weight.post("boolean", 0);
    no_weight.documents.back().values = {{0xfffffffe, "last slot"}};
    check_against_api(no_weight);
}

TEST_CASE("data that Xapian's own writer makes unreadable comes back") {
    Sample sample;
    std::vector<std::string> texts;
    for (const std::size_t size : {8180UL, 8192UL, 8193UL, 8300UL, 16384UL, 16385UL, 70000UL}) {
        texts.push_back(std::string(size, 'a'));
        texts.push_back(std::string(size - 3, 'a') + "bcd");
    }
    for (const std::string& text : texts) {
        sample.documents.emplace_back().data = text;
        sample.documents.back().text = text;
        sample.post("word", 1);
    }
    const TemporaryFolder folder;
    write_by_loader(sample, folder / "loader", quick_options());
    CHECK(check_output(folder / "loader") == "");
    const Xapian::Database database((folder / "loader").string());
    for (std::uint32_t docid = 1; docid <= texts.size(); ++docid) {
        CAPTURE(docid);
        CHECK((database.get_document(docid).get_data() == texts[docid - 1]));
        CHECK((database.get_metadata(text_key(docid)) == texts[docid - 1]));
    }
}

TEST_CASE("an id that comes twice is an error and leaves no folder") {
    Sample sample = single();
    sample.post("Qsame", 0);
    sample.documents.emplace_back();
    sample.post("Qsame", 0);
    const TemporaryFolder folder;
    CHECK_THROWS_WITH_AS(write_by_loader(sample, folder / "loader", quick_options()),
                         "article id 'same' comes twice", Error);
    CHECK(!std::filesystem::exists(folder / "loader"));
}

TEST_CASE("a term that does not fit a key is an error") {
    for (const std::string& term : {std::string(), std::string(246, 'x'), std::string(125, '\0')}) {
        Sample sample = single();
        sample.post(term, 1);
        const TemporaryFolder folder;
        CHECK_THROWS_AS(write_by_loader(sample, folder / "loader", quick_options()), Error);
    }
}

TEST_CASE("documents that break the contract are refused") {
    bulk::Segment segment;
    Sample twice = single();
    twice.post("word", 1);
    twice.post("word", 1);
    CHECK_THROWS_AS(segment.add(twice.documents[0], twice.vocabulary), std::logic_error);
    Sample positions = single();
    positions.post("word", 1, {2, 1});
    CHECK_THROWS_AS(segment.add(positions.documents[0], positions.vocabulary), std::logic_error);
    Sample values = single();
    values.documents[0].values = {{2, "b"}, {1, "a"}};
    CHECK_THROWS_AS(segment.add(values.documents[0], values.vocabulary), std::logic_error);
}

TEST_CASE("the loader writes once, and never over something") {
    const TemporaryFolder folder;
    BulkLoader loader(folder / "loader", quick_options());
    loader.commit();
    CHECK_THROWS_AS(loader.commit(), std::logic_error);
    CHECK_THROWS_AS(loader.append({}), std::logic_error);
    CHECK_THROWS_AS(BulkLoader(folder / "loader", quick_options()), Error);
}

}  // namespace dateline
