// SPDX-License-Identifier: GPL-2.0-or-later
// A generation under way.
#pragma once

#include <string>

namespace dateline {

/// A folder for the next generation of an index, which somebody else makes and fills. It is gone
/// again, with all that is in it, unless it became the current generation.
class NewGeneration {
public:
    explicit NewGeneration(const std::string& index);
    ~NewGeneration();
    NewGeneration(const NewGeneration&) = delete;
    NewGeneration& operator=(const NewGeneration&) = delete;

    const std::string& path() const { return path_; }

    /// See publish_generation(). Throws Error; the index then has the one or the other.
    void publish();

private:
    std::string index_;
    std::string path_;
    bool kept_ = false;
};

}  // namespace dateline
