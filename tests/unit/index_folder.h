// SPDX-License-Identifier: GPL-2.0-or-later
// An index folder made by hand, for the tests of what stands in one.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "common/analysis.h"
#include "common/error.h"
#include "common/index_files.h"
#include "common/index_store.h"
#include "tests/unit/temporary_folder.h"

namespace dateline {

/// An index folder with tiny generations, each of one article that has its number as a word.
class IndexFolder {
public:
    std::string path() const { return folder_ / ""; }
    std::string operator/(const std::string& name) const { return (folder_ / name).string(); }

    void write(const std::string& name, const std::string& bytes) const {
        std::ofstream(*this / name, std::ios::binary) << bytes;
    }

    std::string read(const std::string& name) const {
        std::ifstream file(*this / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    void make_generation(int number) const {
        Xapian::WritableDatabase database(
            *this / ("generation-" + std::to_string(number)),
            Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC);
        Xapian::Document document;
        document.add_posting("n" + std::to_string(number), 1);
        document.set_data("data");
        database.add_document(document);
        database.add_synonym("Zn", "n");
        IndexInfo info;
        info.analysis = analysis_version;
        for (const auto& [key, value] : encode_info(info)) database.set_metadata(key, value);
        database.commit();
    }

    void point_to(int number) const {
        write("XAPIANDB", "auto generation-" + std::to_string(number) + "\n");
    }

    /// What of it is there, sorted.
    std::vector<std::string> names() const {
        std::vector<std::string> names = names_in(path());
        std::ranges::sort(names);
        return names;
    }

private:
    TemporaryFolder folder_;
};

/// The message and hint of the Error; "" if there is none.
inline std::string message_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return std::string(error.what()) + "\n" + error.hint();
    }
    return "";
}

inline bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace dateline
