// SPDX-License-Identifier: GPL-2.0-or-later
// A folder for indexes of one run.
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <string>

#include "common/error.h"

namespace dateline {

/// Made at once, removed with all that is in it at the end.
class TemporaryFolder {
public:
    TemporaryFolder()
        : path_((std::filesystem::temp_directory_path() / "dateline-evaluate.XXXXXX").string()) {
        if (mkdtemp(path_.data()) == nullptr) throw Error("cannot make a folder", path_);
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace dateline
