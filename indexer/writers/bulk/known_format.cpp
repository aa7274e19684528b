// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/writers/bulk/known_format.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include <xapian.h>

#include "common/error.h"
#include "common/stored_article.h"
#include "indexer/writers/bulk/bulk_loader.h"
#include "indexer/writers/bulk/segment.h"
#include "indexer/writers/bulk/version_file.h"

namespace dateline {
namespace {

/// A folder for two tiny databases, gone at the end.
class ProbeFolder {
public:
    explicit ProbeFolder(const std::filesystem::path& parent) {
        std::string name = (parent / "probe-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw_write_error(name);
        path_ = name;
    }
    ~ProbeFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ProbeFolder(const ProbeFolder&) = delete;
    ProbeFolder& operator=(const ProbeFolder&) = delete;

    std::filesystem::path operator/(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

void write_by_library(const std::filesystem::path& folder) {
    Xapian::WritableDatabase database(folder.string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
    Xapian::Document document;
    document.add_boolean_term("Qprobe");
    document.add_posting("probe", 1, 0);
    document.add_posting("probe", 3, 0);
    document.add_term("Zprobe", 2);
    document.add_value(0, "value");
    document.set_data("data");
    database.add_document(document);
    database.add_synonym("Zprobe", "probes");
    database.set_metadata(text_key(1), "text");
    database.commit();
}

void write_by_loader(const std::filesystem::path& folder) {
    bulk::DatabaseOptions options;
    options.durable = false;
    BulkLoader loader(folder, options);
    Vocabulary vocabulary;
    IndexedDocument document;
    document.id = "probe";
    document.postings = {{vocabulary.intern("Qprobe"), 0, 0, 0},
                         {vocabulary.intern("probe"), 0, 0, 2},
                         {vocabulary.intern("Zprobe"), 2, 0, 0}};
    document.positions = {1, 3};
    document.values = {{0, "value"}};
    document.data = "data";
    document.text = "text";
    bulk::Segment segment;
    segment.add(document, vocabulary);
    segment.add_form(vocabulary.intern("Zprobe"), vocabulary.intern("probes"));
    loader.append(segment.finish(vocabulary));
    loader.commit();
}

/// The version file without what differs: the UUID, and whether the leaves of the first table are
/// in the order of their keys, since the library fills it in another order.
std::string version_of(const std::filesystem::path& folder) {
    std::ifstream file(folder / bulk::version_file_name, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::size_t begin = bulk::known_format.size();
    bytes.erase(std::min(begin, bytes.size()), sizeof(bulk::Uuid));
    const std::size_t first_table_flags = begin + 2;  // after the revision and the root
    if (bytes.size() > first_table_flags) bytes[first_table_flags] |= 2;
    return bytes;
}

}  // namespace

bool library_writes_known_format(const std::filesystem::path& parent) {
    const ProbeFolder folder(parent);
    write_by_loader(folder / "loader");  // first: its errors say what the system says
    try {
        write_by_library(folder / "library");
    } catch (const Xapian::Error& error) {
        throw Error("cannot write in '" + parent.string() + "': " + error.get_msg(),
                    "check the folder's permissions and the space on its disk, then try again");
    }
    return version_of(folder / "library") == version_of(folder / "loader");
}

}  // namespace dateline
