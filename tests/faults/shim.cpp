// SPDX-License-Identifier: GPL-2.0-or-later
// A library for LD_PRELOAD that makes one of a program's calls to the system go wrong, chosen by
// its number, or ends the program there, or records what the calls write (shim_faults.h). It needs
// no other library and may stand behind the runtime of a sanitizer.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "tests/faults/shim_faults.h"

namespace {

using namespace dateline::shim;

bool exists(const Path& path) {
    return syscall(SYS_faccessat, AT_FDCWD, path.text, F_OK) == 0;
}

bool writes(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

int open_file(int folder, const char* name, int flags, mode_t mode) {
    const Path path = path_at(folder, name);
    const Kind kind = suffer(writes(flags) ? Call::open : Call::read, path);
    if (kind != Kind::none) return fail(kind);
    const bool was_there = exists(path);
    const int file = static_cast<int>(syscall(SYS_openat, folder, name, flags, mode));
    if (file >= 0 && writes(flags) && (!was_there || (flags & O_TRUNC) != 0))
        record(was_there ? "empty" : "create", path);
    return file;
}

// A kill comes when half of the bytes are written.
template <typename Write>
ssize_t write_file(int file, const void* bytes, std::size_t size, long offset, const Write& write) {
    const Path path = path_of(file);
    const Kind kind = suffer(Call::write, path);
    const bool half = kind == Kind::short_write || kind == Kind::kill;
    if (kind != Kind::none && !half) return fail(kind);
    const ssize_t written = write(half && size > 1 ? size / 2 : size);
    if (kind == Kind::kill) die();
    if (written > 0) record("write", path, "-", {bytes, written, offset});
    return written;
}

int remove_name(int folder, const char* name, int flags) {
    const Path path = path_at(folder, name);
    const Kind kind = suffer(Call::unlink, path);
    if (kind != Kind::none) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_unlinkat, folder, name, flags));
    if (result == 0) record("remove", path);
    return result;
}

int move_name(int from_folder, const char* from, int to_folder, const char* to) {
    const Path source = path_at(from_folder, from);
    const Path target = path_at(to_folder, to);
    const Kind kind = suffer(Call::rename, target);
    if (kind != Kind::none) return fail(kind);
    const int result =
        static_cast<int>(syscall(SYS_renameat2, from_folder, from, to_folder, to, 0));
    if (result == 0) record("rename", source, target.text);
    return result;
}

int make_folder(int folder, const char* name, mode_t mode) {
    const Path path = path_at(folder, name);
    const Kind kind = suffer(Call::mkdir, path);
    if (kind != Kind::none) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_mkdirat, folder, name, mode));
    if (result == 0) record("mkdir", path);
    return result;
}

// Nothing is really synced, which would only take time: no test cuts the power of this machine.
int sync_file(int file) {
    const Path path = path_of(file);
    const Kind kind = suffer(Call::sync, path);
    if (kind != Kind::none) return fail(kind);
    record("sync", path);
    return 0;
}

int truncate_file(int file, off_t size) {
    const Path path = path_of(file);
    const Kind kind = suffer(Call::truncate, path);
    if (kind != Kind::none) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_ftruncate, file, size));
    if (result == 0) record("truncate", path, "-", {.offset = size});
    return result;
}

template <typename Function>
Function* next(Function* /*mine*/, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

FILE* open_stream(const char* name, const char* how, FILE* (*real)(const char*, const char*)) {
    const Path path = path_at(AT_FDCWD, name);
    const bool reads = how[0] == 'r' && strchr(how, '+') == nullptr;
    const Kind kind = suffer(reads ? Call::read : Call::open, path);
    if (kind != Kind::none) {
        fail(kind);
        return nullptr;
    }
    const bool was_there = exists(path);
    FILE* const stream = real(name, how);
    if (stream != nullptr && (how[0] == 'w' || !was_there))
        record(was_there ? "empty" : "create", path);
    return stream;
}

int open_temporary(char* name, int flags, int (*real)(char*, int)) {
    const Kind kind = suffer(Call::open, path_at(AT_FDCWD, name));
    if (kind != Kind::none) return fail(kind);
    const int file = real(name, flags);
    if (file >= 0) record("create", path_at(AT_FDCWD, name));
    return file;
}

mode_t mode_argument(int flags, va_list list) {
    const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return makes ? va_arg(list, mode_t) : 0;
}

}  // namespace

// What follows has the names and types of the C library.
#pragma GCC visibility push(default)
extern "C" {

int open(const char* path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    const mode_t mode = mode_argument(flags, list);
    va_end(list);
    return open_file(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    const mode_t mode = mode_argument(flags, list);
    va_end(list);
    return open_file(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    const mode_t mode = mode_argument(flags, list);
    va_end(list);
    return open_file(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
    va_list list;
    va_start(list, flags);
    const mode_t mode = mode_argument(flags, list);
    va_end(list);
    return open_file(folder, path, flags, mode);
}
FILE* fopen(const char* path, const char* how) {
    static const auto real = next(&fopen, "fopen");
    return open_stream(path, how, real);
}
FILE* fopen64(const char* path, const char* how) {
    static const auto real = next(&fopen64, "fopen64");
    return open_stream(path, how, real);
}

int mkostemp(char* name, int flags) {
    static const auto real = next(&mkostemp, "mkostemp");
    return open_temporary(name, flags, real);
}
int mkostemp64(char* name, int flags) {
    static const auto real = next(&mkostemp64, "mkostemp64");
    return open_temporary(name, flags, real);
}

ssize_t write(int file, const void* bytes, std::size_t size) {
    const long offset = syscall(SYS_lseek, file, 0L, SEEK_CUR);
    return write_file(file, bytes, size, offset, [&](std::size_t part) {
        return static_cast<ssize_t>(syscall(SYS_write, file, bytes, part));
    });
}
ssize_t pwrite(int file, const void* bytes, std::size_t size, off_t offset) {
    return write_file(file, bytes, size, offset, [&](std::size_t part) {
        return static_cast<ssize_t>(syscall(SYS_pwrite64, file, bytes, part, offset));
    });
}
ssize_t pwrite64(int file, const void* bytes, std::size_t size, off64_t offset) {
    return pwrite(file, bytes, size, offset);
}
ssize_t writev(int file, const iovec* parts, int count) {
    ssize_t all = 0;
    for (int i = 0; i < count; ++i) {
        const ssize_t written = write(file, parts[i].iov_base, parts[i].iov_len);
        if (written < 0) return all > 0 ? all : written;
        all += written;
        if (static_cast<std::size_t>(written) < parts[i].iov_len) break;
    }
    return all;
}
int fsync(int file) {
    return sync_file(file);
}
int fdatasync(int file) {
    return sync_file(file);
}

int rename(const char* from, const char* to) noexcept {
    return move_name(AT_FDCWD, from, AT_FDCWD, to);
}
int renameat(int from_folder, const char* from, int to_folder, const char* to) noexcept {
    return move_name(from_folder, from, to_folder, to);
}
int unlink(const char* path) noexcept {
    return remove_name(AT_FDCWD, path, 0);
}
int unlinkat(int folder, const char* path, int flags) noexcept {
    return remove_name(folder, path, flags);
}
int rmdir(const char* path) noexcept {
    return remove_name(AT_FDCWD, path, AT_REMOVEDIR);
}
int remove(const char* path) noexcept {
    struct stat status {};
    const bool is_folder = lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
    return remove_name(AT_FDCWD, path, is_folder ? AT_REMOVEDIR : 0);
}
int mkdir(const char* path, mode_t mode) noexcept {
    return make_folder(AT_FDCWD, path, mode);
}
int mkdirat(int folder, const char* path, mode_t mode) noexcept {
    return make_folder(folder, path, mode);
}
int ftruncate(int file, off_t size) noexcept {
    return truncate_file(file, size);
}
int ftruncate64(int file, off64_t size) noexcept {
    return truncate_file(file, size);
}
// A file is closed even where this says that it failed.
int close(int file) {
    const int flags = fcntl(file, F_GETFL);
    Kind kind = Kind::none;
    if (flags >= 0 && (flags & O_ACCMODE) != O_RDONLY) kind = suffer(Call::close, path_of(file));
    const int result = static_cast<int>(syscall(SYS_close, file));
    return kind == Kind::none ? result : fail(kind);
}

void* mmap(void* address, std::size_t size, int protection, int flags, int file,
           off_t offset) noexcept {
    const Kind kind = suffer(Call::map);
    if (kind != Kind::none) {
        errno = ENOMEM;
        return MAP_FAILED;
    }
    const long result = syscall(SYS_mmap, address, size, protection, flags, file, offset);
    return reinterpret_cast<void*>(result);  // NOLINT: what the call is for
}
void* mmap64(void* address, std::size_t size, int protection, int flags, int file,
             off64_t offset) noexcept {
    return mmap(address, size, protection, flags, file, offset);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*run)(void*),
                   void* argument) noexcept {
    static const auto real = next(&pthread_create, "pthread_create");
    if (suffer(Call::thread) != Kind::none) return EAGAIN;
    return real(thread, attributes, run, argument);
}

}  // extern "C"
#pragma GCC visibility pop
