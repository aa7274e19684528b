// SPDX-License-Identifier: GPL-2.0-or-later
// A file that is under its name only when it is whole: written beside it, flushed to the disk,
// renamed. Whatever ends the program before that leaves what was there.
#pragma once

#include <string>
#include <string_view>

#include "common/descriptor.h"

namespace dateline {

class WholeFile {
public:
    /// Begins the file; one of that name stays as it is until finish(). A link stays a link. A
    /// device or a pipe is written to as it is. Throws Error, as all of these do.
    explicit WholeFile(const std::string& path);
    /// Removes what was not finished.
    ~WholeFile();
    WholeFile(const WholeFile&) = delete;
    WholeFile& operator=(const WholeFile&) = delete;

    void write(std::string_view bytes);
    /// Forgets all that was written.
    void restart();
    void finish();

private:
    std::string path_;
    std::string temporary_;  ///< beside it; "" once it is finished, and for a device
    bool is_device_ = false;
    bool written_ = false;
    Descriptor file_;
};

}  // namespace dateline
