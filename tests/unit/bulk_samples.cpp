// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/bulk_samples.h"

#include <stdlib.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <stdexcept>

#include "common/stored_article.h"
#include "indexer/writers/bulk/segment.h"

// Xapian 1.4's check deletes a table through a base class of another size, which is harmless and
// which AddressSanitizer would stop at.
extern "C" const char* __asan_default_options() {
    return "new_delete_type_mismatch=0";
}

namespace dateline {
namespace {

using Random = std::mt19937;

std::uint32_t below(Random& random, std::size_t limit) {
    return static_cast<std::uint32_t>(random() % limit);
}

std::string random_bytes(Random& random, std::size_t size, unsigned alphabet) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) {
        bytes.push_back(static_cast<char>(alphabet == 256 ? random() : 'a' + random() % alphabet));
    }
    return bytes;
}

/// Terms that have caused trouble elsewhere, and ordinary ones.
std::vector<std::string> random_terms(Random& random) {
    std::vector<std::string> terms;
    for (std::size_t size : {1, 2, 7, 8, 9, 16, 100, 240, 245}) {
        terms.push_back(std::string(size, 'y'));
        terms.push_back(std::string(size, '\xff'));
        if (size <= 100) terms.push_back(std::string(size, '\0'));
    }
    for (const char* term : {"z", "Zcat", "cat", "catalog", "dog", "café", "XA", "über", "中文"}) {
        terms.emplace_back(term);
        terms.push_back(std::string(term) + '\0');
        terms.push_back(std::string(term) + '\0' + "y");
    }
    while (terms.size() < 420) {
        terms.push_back(
            random_bytes(random, 1 + below(random, 12), below(random, 8) == 0 ? 256 : 26));
    }
    // Q is for ids, which come once.
    std::erase_if(terms, [](const std::string& term) { return term.starts_with('Q'); });
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    std::shuffle(terms.begin(), terms.end(), random);
    return terms;
}

std::vector<std::uint32_t> random_positions(Random& random) {
    const std::size_t sizes[] = {0, 0, 1, 1, 1, 2, 3, 5, 30};
    std::size_t size = sizes[below(random, std::size(sizes))];
    if (below(random, 400) == 0) size = 6000;
    const std::uint32_t widths[] = {1, 2, 10, 1000, 100000};
    const std::uint32_t width = widths[below(random, std::size(widths))];
    std::vector<std::uint32_t> positions;
    std::uint32_t position = 0;
    for (std::size_t i = 0; i < size; ++i) {
        position += 1 + below(random, width);
        positions.push_back(position);
    }
    if (below(random, 50) == 0) positions.push_back(0xffffffff);
    return positions;
}

std::uint32_t random_wdf(Random& random) {
    const std::uint32_t choices[] = {0, 0, 1, 1, 2, 3, 126, 127, 128, 70000};
    return choices[below(random, std::size(choices))];
}

std::string random_text(Random& random) {
    const std::size_t sizes[] = {0,    1,    18,   19,   100,  1000, 2035,
                                 2036, 2037, 8191, 8192, 8193, 8400, 20000};
    const std::size_t size = sizes[below(random, std::size(sizes))];
    if (below(random, 100) == 0) return random_bytes(random, 1000000, 5);
    // Xapian cannot read some repetitive data of more than 8192 bytes that it wrote itself.
    const unsigned alphabets[] = {size > 8192 ? 2U : 1U, 3, 26, 256};
    return random_bytes(random, size, alphabets[below(random, std::size(alphabets))]);
}

void add_values(Random& random, IndexedDocument& document) {
    for (const std::uint32_t slot : {0U, 1U, 2U, 127U, 128U, 129U, 255U, 256U, 300U, 70000U}) {
        if (below(random, 3) == 0) continue;
        const std::size_t size = below(random, 60) == 0 ? 5000 : 1 + below(random, 12);
        document.values.push_back({slot, random_bytes(random, size, 256)});
    }
}

void add_document(Random& random, Sample& sample, const std::vector<std::string>& terms) {
    IndexedDocument& document = sample.documents.emplace_back();
    const std::size_t kind = below(random, 20);
    if (kind == 0) return;  // nothing at all
    if (kind != 1) add_values(random, document);
    if (kind != 2) document.data = random_text(random);
    if (kind != 3) document.text = random_text(random);
    if (kind == 4) return;
    document.id = "id" + std::to_string(sample.documents.size());
    sample.post("Q" + document.id, 0);
    sample.post("Zalways", 1 + below(random, 3));
    std::set<std::string> chosen;
    const std::size_t size = kind == 5 ? terms.size() : 1 + below(random, 60);
    while (chosen.size() < size) {
        // Some terms are in nearly all documents, most are rare.
        const double place = std::pow(static_cast<double>(below(random, 10000)) / 10000.0, 2.0);
        chosen.insert(size == terms.size()
                          ? terms[chosen.size()]
                          : terms[static_cast<std::size_t>(place * double(terms.size()))]);
    }
    for (const std::string& term : chosen) {
        sample.post(term, random_wdf(random), random_positions(random));
    }
    std::shuffle(document.postings.begin(), document.postings.end(), random);
}

}  // namespace

void Sample::post(std::string_view term, std::uint32_t wdf,
                  const std::vector<std::uint32_t>& positions) {
    IndexedDocument& document = documents.back();
    document.postings.push_back({vocabulary.intern(term), wdf,
                                 static_cast<std::uint32_t>(document.positions.size()),
                                 static_cast<std::uint32_t>(positions.size())});
    document.positions.insert(document.positions.end(), positions.begin(), positions.end());
}

std::size_t sample_documents() {
    const char* asked = std::getenv("DATELINE_TEST_DOCUMENTS");
    return asked == nullptr ? 120 : std::stoul(asked);
}

Sample random_sample(std::uint32_t seed, std::size_t documents) {
    Random random(seed);
    Sample sample;
    const std::vector<std::string> terms = random_terms(random);
    for (std::size_t i = 0; i < documents; ++i) add_document(random, sample, terms);
    for (int i = 0; i < 300; ++i) {
        sample.forms.emplace_back("Z" + random_bytes(random, 1 + below(random, 2), 4),
                                  random_bytes(random, 1 + below(random, 200), 26));
    }
    sample.metadata = {{"a", "first"}, {"format", "1"}, {"zzz", std::string(30000, 'x')}};
    return sample;
}

Xapian::Document api_document(const IndexedDocument& document, const Vocabulary& vocabulary) {
    Xapian::Document made;
    for (const Posting& posting : document.postings) {
        const std::string term(vocabulary.term(posting.term));
        made.add_term(term, posting.wdf);
        for (std::uint32_t i = 0; i < posting.position_count; ++i) {
            made.add_posting(term, document.positions[posting.first_position + i], 0);
        }
    }
    for (const SlotValue& value : document.values) made.add_value(value.slot, value.value);
    made.set_data(document.data);
    return made;
}

void write_by_api(const Sample& sample, const std::filesystem::path& folder) {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    Xapian::docid docid = 0;
    for (const IndexedDocument& document : sample.documents) {
        database.replace_document(++docid, api_document(document, sample.vocabulary));
        if (!document.text.empty()) database.set_metadata(text_key(docid), document.text);
    }
    for (const auto& [stem, form] : sample.forms) database.add_synonym(stem, form);
    for (const auto& [key, value] : sample.metadata) database.set_metadata(key, value);
    database.commit();
}

bulk::Expectation write_by_loader(const Sample& sample, const std::filesystem::path& folder,
                                  const bulk::DatabaseOptions& options,
                                  std::size_t most_run_bytes) {
    BulkLoader loader(folder, options);
    for (const auto& [key, value] : sample.metadata) loader.set_metadata(key, value);
    bulk::Segment segment;
    for (const IndexedDocument& document : sample.documents) {
        segment.add(document, sample.vocabulary);
        if (segment.memory_bytes() < most_run_bytes) continue;
        bulk::Run run = segment.finish(sample.vocabulary);
        run.spill(loader.spill_file());
        loader.append(std::move(run));
    }
    if (segment.documents() > 0) loader.append(segment.finish(sample.vocabulary));
    Vocabulary words;  // of the forms, in a run without documents
    for (const auto& [stem, form] : sample.forms)
        segment.add_form(words.intern(stem), words.intern(form));
    loader.append(segment.finish(words));
    loader.commit();
    return loader.expectation();
}

bulk::DatabaseOptions quick_options() {
    bulk::DatabaseOptions options;
    options.durable = false;
    return options;
}

std::string check_output(const std::filesystem::path& folder) {
    std::ostringstream said;
    const std::size_t errors = Xapian::Database::check(folder.string(), 0, &said);
    return errors == 0 ? "" : said.str();
}

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace dateline
