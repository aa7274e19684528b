// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/verify.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "common/bytes.h"
#include "common/error.h"
#include "common/fields.h"
#include "common/index_store.h"
#include "common/stored_article.h"
#include "indexer/document/article_ids.h"
#include "indexer/document/document.h"
#include "indexer/files/generations.h"
#include "indexer/inspect/known_roots.h"
#include "indexer/inspect/run_apart.h"
#include "indexer/sync/known_items.h"
#include "indexer/sync/run_plan.h"

namespace dateline {
namespace {

constexpr std::size_t most_faults = 20;  // then there is no doubt left

/// Xapian's check writes a report; its lines matter only if it found something. It opens the tables
/// for writing, though it writes nothing.
void check_structure(const std::string& generation, Verdict& verdict) {
    std::ostringstream report;
    std::size_t errors = 0;
    try {
        errors = Xapian::Database::check(generation, 0, &report);
    } catch (const Xapian::Error& error) {
        const char* const cause = error.get_error_string();  // the system's
        if (cause != nullptr && *cause != '\0')
            verdict.unchecked = cause;
        else
            verdict.faults.push_back(
                fmt::format("the database cannot be checked: {}", error.get_msg()));
        return;
    }
    if (errors == 0) return;
    verdict.faults.push_back(fmt::format("Xapian's check found {} errors", errors));
    std::istringstream lines(report.str());
    for (std::string line; std::getline(lines, line) && verdict.faults.size() < most_faults;)
        if (line.find("rror") != std::string::npos) verdict.faults.push_back(line);
}

struct RememberedFile {
    Root root;
    WalkedFile file;  ///< as it was
    const FileRecord* record;
};

WalkedFile walked(const std::string& path, const FileStamp& stamp) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {"", path, stamp};
    return {path.substr(0, slash), path.substr(slash + 1), stamp};
}

/// The files that gave articles, in order.
std::vector<RememberedFile> remembered_files(const std::vector<Root>& roots, IndexState& state) {
    std::vector<RememberedFile> files;
    for (const Root& root : roots)
        for (const auto& [path, record] : state.ledger(root.number).files())
            if (record.articles > 0) files.push_back({root, walked(path, record.stamp), &record});
    return files;
}

class Verification {
public:
    Verification(const Xapian::Database& database, const ReadSettings& settings, Verdict& verdict)
        : database_(database), settings_(settings), verdict_(verdict) {}

    /// Every article that a ledger remembers is there, and no other.
    void count_articles(IndexState& state) {
        std::uint64_t remembered = 0;
        for (const auto& [number, ledger] : state.ledgers) {
            remembered += ledger.articles();
            for (const auto& [path, record] : ledger.files()) count_articles(number, path, record);
        }
        verdict_.articles = database_.get_doccount();
        if (remembered != verdict_.articles)
            fault(fmt::format("{} articles are in the index, but its files should give {}",
                              verdict_.articles, remembered));
    }

    /// Reads what is stored of every article; it has checksums, as Xapian's tables have not.
    void read_articles_stored() {
        const auto end = database_.postlist_end("");
        for (auto docid = database_.postlist_begin(""); docid != end; ++docid) {
            std::string place = fmt::format("article {}", *docid);
            try {
                Article article = decode_display(database_.get_document(*docid).get_data());
                place = fmt::format("'{}'", article.path);
                decode_text(database_.get_metadata(text_key(*docid)), article);
            } catch (const Error&) {
                fault(fmt::format("what is stored of {} is damaged", place));
            }
        }
    }

    /// The ranking goes by the lengths that are stored apart.
    void check_lengths() {
        try {
            if (read_length_column(database_) == make_length_column(database_)) return;
        } catch (const Error&) {
            // The same fault.
        }
        fault("the lengths of the articles are not those that are stored apart");
    }

    void compare(const RememberedFile& file) {
        const std::string path = file.file.path();
        const FileStamp now = stamp_now(whole_path(file.root, path));
        const FileStamp& then = file.record->stamp;
        const Defaults& defaults = defaults_of(file);
        if (now.size != then.size || now.modified_ns != then.modified_ns ||
            now.changed_ns != then.changed_ns ||
            settings_.context(defaults) != file.record->context) {
            ++verdict_.changed_files;
            return;
        }
        ++verdict_.compared_files;
        ArticleSink sink;
        sink.put = [&](Article& article) { compare(file, article); };
        const FileReading reading =
            read_articles({file.root, file.file, defaults}, settings_, sink);
        if (reading.record.articles != file.record->articles)
            fault(fmt::format("'{}' gives other articles now than when it was indexed", path));
    }

private:
    void fault(const std::string& what) {
        if (verdict_.faults.size() < most_faults) verdict_.faults.push_back(what);
    }

    void count_articles(std::uint32_t root, const std::string& path, const FileRecord& record) {
        if (record.articles == 0) return;
        const std::uint64_t there =
            record.container ? items_of(database_, root, path).size()
                             : database_.get_termfreq(make_term(id_prefix, file_id(root, path)));
        if (record.articles != there)
            fault(fmt::format("'{}' has {} articles in the index, but should have {}", path, there,
                              record.articles));
    }

    static FileStamp stamp_now(const std::string& path) {
        struct stat status {};
        if (stat(path.c_str(), &status) != 0) return {};
        return stamp_of(status);
    }

    const Defaults& defaults_of(const RememberedFile& file) {
        return folder_defaults_.try_emplace(file.root.number, file.root.path)
            .first->second.of(file.file.folder);
    }

    /// The article of a file that was only touched keeps the times that it was stored with.
    static FileStamp stamp_stored(const std::string& data, const FileStamp& now) {
        FileStamp stamp = now;
        try {
            const FileStamp then = decode_display(data).file;
            stamp.modified_ns = then.modified_ns;
            stamp.changed_ns = then.changed_ns;
        } catch (const Error&) {
            // read_articles_stored() tells of it
        }
        return stamp;
    }

    void compare(const RememberedFile& file, Article& article) {
        ++verdict_.compared_articles;
        const std::string term = make_term(id_prefix, article.id);
        const auto posting = database_.postlist_begin(term);
        const std::string place =
            place_text(article.path, article.unit, article.item_line, article.item);
        if (posting == database_.postlist_end(term))
            return fault(fmt::format("the article of '{}' is not in the index", place));
        const std::string data = database_.get_document(*posting).get_data();
        if (article.item_line == 0) article.file = stamp_stored(data, file.record->stamp);
        const IndexedDocument& document = builder_.build(article);
        if (data != document.data)
            fault(fmt::format("what is stored of '{}' is not what the file says", place));
        if (database_.get_metadata(text_key(*posting)) != document.text)
            fault(fmt::format("the text stored of '{}' is not that of the file", place));
    }

    const Xapian::Database& database_;
    const ReadSettings& settings_;
    Verdict& verdict_;
    std::map<std::uint32_t, FolderDefaults> folder_defaults_;
    Vocabulary vocabulary_;
    DocumentBuilder builder_{vocabulary_};
};

/// All of it, on an index that is open.
Verdict verify(const Xapian::Database& database, const InspectOptions& options, const Day& today,
               std::size_t sample) {
    Verdict verdict;
    IndexState state = load_known_state(options.index);
    check_structure(state.generation, verdict);
    ReadSettings settings = read_settings(options.outlets);
    settings.most_article_bytes = ~std::uint64_t{0};
    settings.today = today;
    Verification verification(database, settings, verdict);
    verification.count_articles(state);
    verification.read_articles_stored();
    verification.check_lengths();
    const auto files = remembered_files(known_roots(state, options.folders), state);
    const std::size_t step =
        std::max<std::size_t>(1, files.size() / std::max<std::size_t>(1, sample));
    for (std::size_t i = 0; i < files.size(); i += step) verification.compare(files[i]);
    return verdict;
}

std::string encode(const Verdict& verdict) {
    std::string bytes;
    for (const std::uint64_t number :
         {verdict.articles, verdict.compared_files, verdict.compared_articles,
          verdict.changed_files, std::uint64_t{verdict.faults.size()}})
        put_number(bytes, number);
    for (const std::string& fault : verdict.faults) put_text(bytes, fault);
    put_text(bytes, verdict.unchecked);
    return bytes;
}

Verdict decode(std::string_view bytes) {
    ByteSource source(bytes);
    Verdict verdict;
    for (std::uint64_t* number : {&verdict.articles, &verdict.compared_files,
                                  &verdict.compared_articles, &verdict.changed_files})
        *number = source.number();
    for (std::uint64_t count = source.number(); count > 0; --count)
        verdict.faults.emplace_back(source.text());
    verdict.unchecked = source.text();
    return verdict;
}

Verdict verify_apart(const InspectOptions& options, const Day& today, std::size_t sample) {
    const auto bytes = run_apart([&] {
        Verdict verdict;
        with_index(options.index, [&](const Xapian::Database& database) {
            verdict = verify(database, options, today, sample);
        });
        return encode(verdict);
    });
    if (bytes) return decode(*bytes);
    Verdict verdict;
    verdict.faults = {"reading the database ended in a crash, or for want of memory"};
    return verdict;
}

}  // namespace

Verdict verify_index(const InspectOptions& options, const Day& today, std::size_t sample) {
    constexpr int most_attempts = 10;
    for (int attempt = 0; attempt < most_attempts; ++attempt) {
        const std::string before = fingerprint(options.index);
        Verdict verdict = verify_apart(options, today, sample);
        if (verdict.faults.empty() && verdict.unchecked.empty()) return verdict;
        // What does not fit together may be of two states.
        if (fingerprint(options.index) == before && !has_writer(current_generation(options.index)))
            return verdict;
    }
    throw Error(fmt::format("index '{}' is being written", options.index),
                "verify it when that has finished", status_busy);
}

}  // namespace dateline
