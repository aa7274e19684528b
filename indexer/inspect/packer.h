// SPDX-License-Identifier: GPL-2.0-or-later
// Packs a stream of bytes, as the ending of a file's name says.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

namespace dateline {

enum class Packing { none, gzip, zstd };

/// By the endings .gz and .zst.
Packing packing_of(std::string_view name);

/// Takes bytes in pieces of any size and gives on blocks of about 64 KB. The bytes that come out
/// depend on nothing but those that went in.
class Packer {
public:
    using Out = std::function<void(std::string_view)>;

    virtual ~Packer() = default;
    virtual void add(std::string_view bytes) = 0;
    /// Gives on what is left; nothing may be added after it.
    virtual void finish() = 0;
};

/// Throws std::bad_alloc.
std::unique_ptr<Packer> make_packer(Packing packing, Packer::Out out);

}  // namespace dateline
