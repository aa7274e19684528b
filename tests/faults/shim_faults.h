// SPDX-License-Identifier: GPL-2.0-or-later
// The half of the shim that decides: which calls count, which of them goes wrong and how, and the
// record of what they did. It is set up by variables of the environment (tests/faults/fault.h):
//
//     FAULT_UNDER   only calls on files below this folder count (mapped memory and threads: all)
//     FAULT_CALLS   which calls count, by the names of call_names, with commas
//     FAULT_AT      number of the call that goes wrong, from 1
//     FAULT_KIND    what happens there, by the names of kind_names
//     FAULT_COUNT   file that tells how many calls were counted
//     FAULT_LOG     folder with the files `calls`, a line each, and `bytes`, what they wrote
//
// It speaks to the kernel itself, since the C library's functions are what it stands in for.
#pragma once

#include <climits>

namespace dateline::shim {

enum class Call {
    open,  ///< to write
    read,  ///< opening to read
    write,
    sync,
    rename,
    unlink,
    mkdir,
    truncate,
    close,  ///< of what was open to write
    map,
    thread,
};

enum class Kind {
    none,
    full,         ///< no space or memory left, from this call on
    broken,       ///< an error of the device
    interrupted,  ///< by a signal, before anything was done
    short_write,  ///< half of the bytes are written
    kill,
    sigterm,
    sigint,
};

struct Path {
    char text[PATH_MAX + 64] = "";
};

/// Of an open file.
Path path_of(int file);
/// Of a name in a folder, which may be AT_FDCWD.
Path path_at(int folder, const char* name);

/// True if calls on it are counted and recorded.
bool is_below(const Path& path);

/// Counts the call and says what it has to suffer. A signal has been sent already: then it is
/// `none`, or for a write `kill`, which may come in its midst.
Kind suffer(Call call, const Path& path);
/// The same for what concerns no file.
Kind suffer(Call call);

/// Ends the process.
void die();

/// Sets errno; -1.
int fail(Kind kind);

struct Written {
    const void* bytes = nullptr;
    long size = 0;
    long offset = 0;
};

/// `other` is a rename's new name.
void record(const char* call, const Path& path, const char* other = "-",
            const Written& written = {});

}  // namespace dateline::shim
