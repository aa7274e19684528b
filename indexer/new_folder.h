// SPDX-License-Identifier: GPL-2.0-or-later
// A folder under way.
#pragma once

#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace dateline {

/// The folder is gone again, with all that is in it, unless it is kept.
class NewFolder {
public:
    explicit NewFolder(std::string path) : path_(std::move(path)) {}
    ~NewFolder() {
        std::error_code ignored;
        if (!kept_) std::filesystem::remove_all(path_, ignored);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    const std::string& path() const { return path_; }
    void keep() { kept_ = true; }

private:
    std::string path_;
    bool kept_ = false;
};

}  // namespace dateline
