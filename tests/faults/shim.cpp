// SPDX-License-Identifier: GPL-2.0-or-later
// A library for LD_PRELOAD that makes one of a program's calls to the system go wrong, chosen by its
// number, or ends the program there, or records what the calls write. The tests of faults set it up
// by these variables (tests/faults/fault.h):
//
//     FAULT_UNDER   only calls on files below this folder count (mapped memory and threads: all)
//     FAULT_CALLS   which calls count, by the names of the table below, with commas
//     FAULT_AT      number of the call that goes wrong, from 1
//     FAULT_KIND    what happens there: a name of the table of kinds below
//     FAULT_COUNT   file that tells how many calls were counted
//     FAULT_LOG     folder with the files `calls`, a line each, and `bytes`, what they wrote
//
// It speaks to the kernel itself, so that it needs no other library and may stand behind the
// runtime of a sanitizer.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace {

enum Call { open_call, read_call, write_call, sync_call, rename_call, unlink_call, mkdir_call,
            truncate_call, close_call, map_call, thread_call };
// By Call. `takes_space`: fails on a full disk, or in full memory.
struct CallName {
    const char* name;
    bool takes_space;
};
constexpr CallName call_names[] = {
    {"open", true},    {"read", false},  {"write", true},    {"sync", true},
    {"rename", true},  {"unlink", false}, {"mkdir", true},   {"truncate", true},
    {"close", false},  {"map", true},    {"thread", true}};

enum Kind { no_fault, full, broken, interrupted, short_write, sigkill, sigterm, sigint };
constexpr const char* kind_names[] = {"none",  "full", "broken",  "interrupted",
                                      "short", "kill", "sigterm", "sigint"};

struct Path {
    char text[PATH_MAX + 64] = "";
};

struct Setup {
    bool ready = false;
    Path under;
    unsigned calls = 0;  // a bit each
    long at = 0;
    Kind kind = no_fault;
    int counter = -1;
    int log = -1;
    int bytes = -1;
    long counted = 0;
    long written = 0;  // to `bytes`
};
Setup setup;
pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

int system_open(const char* path, int flags) {
    return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags | O_CLOEXEC, 0600));
}

bool lists(const char* list, const char* name) {
    const std::size_t length = strlen(name);
    for (const char* at = list; (at = strstr(at, name)) != nullptr; at += length)
        if ((at == list || at[-1] == ',') && (at[length] == ',' || at[length] == '\0')) return true;
    return false;
}

int open_log(const char* folder, const char* name) {
    Path path;
    snprintf(path.text, sizeof path.text, "%s/%s", folder, name);
    return system_open(path.text, O_WRONLY | O_CREAT | O_APPEND);
}

void read_setup() {
    setup.ready = true;
    const char* under = getenv("FAULT_UNDER");
    snprintf(setup.under.text, sizeof setup.under.text, "%s", under != nullptr ? under : "//none");
    if (const char* calls = getenv("FAULT_CALLS"))
        for (unsigned i = 0; i < std::size(call_names); ++i)
            if (lists(calls, call_names[i].name)) setup.calls |= 1U << i;
    if (const char* at = getenv("FAULT_AT")) setup.at = atol(at);
    if (const char* kind = getenv("FAULT_KIND"))
        for (unsigned i = 0; i < std::size(kind_names); ++i)
            if (strcmp(kind, kind_names[i]) == 0) setup.kind = static_cast<Kind>(i);
    if (const char* counter = getenv("FAULT_COUNT"))
        setup.counter = system_open(counter, O_WRONLY | O_CREAT | O_TRUNC);
    if (const char* folder = getenv("FAULT_LOG")) {
        setup.log = open_log(folder, "calls");
        setup.bytes = open_log(folder, "bytes");
    }
}

bool is_below(const Path& path) {
    const std::size_t length = strlen(setup.under.text);
    return strncmp(path.text, setup.under.text, length) == 0 &&
           (path.text[length] == '\0' || path.text[length] == '/');
}

Path path_of(int file) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    Path path;
    const long length = syscall(SYS_readlink, link, path.text, PATH_MAX);
    path.text[length < 0 ? 0 : length] = '\0';
    return path;
}

Path path_at(int folder, const char* name) {
    Path path;
    if (name[0] == '/') {
        snprintf(path.text, sizeof path.text, "%s", name);
        return path;
    }
    if (folder == AT_FDCWD)
        syscall(SYS_getcwd, path.text, PATH_MAX);
    else
        path = path_of(folder);
    const std::size_t length = strlen(path.text);
    snprintf(path.text + length, sizeof path.text - length, "/%s", name);
    return path;
}

void raise_in_this_process(int signal) {
    syscall(SYS_kill, getpid(), signal);
}

// Counts the call. What it is to suffer: no_fault, or an error, or a short write. A signal is sent
// here; `before_death` comes first.
template <typename Action>
Kind suffer(Call call, const Action& before_death) {
    if ((setup.calls & (1U << call)) == 0) return no_fault;
    pthread_mutex_lock(&mutex);
    const long number = ++setup.counted;
    char text[32];
    const int length = snprintf(text, sizeof text, "%ld", number);
    if (setup.counter >= 0)
        syscall(SYS_pwrite64, setup.counter, text, static_cast<std::size_t>(length), 0L);
    pthread_mutex_unlock(&mutex);
    if (setup.kind == full && setup.at > 0)
        return number >= setup.at && call_names[call].takes_space ? full : no_fault;
    if (number != setup.at) return no_fault;
    switch (setup.kind) {
        case sigkill:
            before_death();
            raise_in_this_process(SIGKILL);
            return broken;
        case sigterm:
            raise_in_this_process(SIGTERM);
            return no_fault;
        case sigint:
            raise_in_this_process(SIGINT);
            return no_fault;
        case short_write:
            return call == write_call ? short_write : no_fault;
        case no_fault:
        case full:
        case broken:
        case interrupted:
            break;
    }
    return setup.kind;
}

Kind suffer(Call call, const Path& path) {
    if (!setup.ready) read_setup();
    return is_below(path) ? suffer(call, [] {}) : no_fault;
}

int error_of(Kind kind) {
    return kind == full ? ENOSPC : kind == interrupted ? EINTR : EIO;
}

int fail(Kind kind) {
    errno = error_of(kind);
    return -1;
}

void record(const char* call, const Path& path, const char* other, long offset, const void* bytes,
            long size) {
    if (setup.log < 0 || !is_below(path)) return;
    pthread_mutex_lock(&mutex);
    char line[3 * PATH_MAX];
    const int length = snprintf(line, sizeof line, "%s\t%s\t%s\t%ld\t%ld\t%ld\n", call, path.text,
                                other, offset, size, setup.written);
    syscall(SYS_write, setup.log, line, static_cast<std::size_t>(length));
    if (bytes != nullptr) {
        syscall(SYS_write, setup.bytes, bytes, size);
        setup.written += size;
    }
    pthread_mutex_unlock(&mutex);
}

bool exists(const Path& path) {
    return syscall(SYS_faccessat, AT_FDCWD, path.text, F_OK) == 0;
}

bool writes(int flags) {
    return (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC)) != 0;
}

int open_file(int folder, const char* name, int flags, mode_t mode) {
    const Path path = path_at(folder, name);
    const Kind kind = suffer(writes(flags) ? open_call : read_call, path);
    if (kind != no_fault) return fail(kind);
    const bool was_there = exists(path);
    const int file = static_cast<int>(syscall(SYS_openat, folder, name, flags, mode));
    if (file >= 0 && writes(flags) && (!was_there || (flags & O_TRUNC) != 0))
        record(was_there ? "empty" : "create", path, "-", 0, nullptr, 0);
    return file;
}

// Half of the bytes are written before a kill: a process may die in the midst of a call.
template <typename Write>
ssize_t write_file(int file, const void* bytes, std::size_t size, long offset, const Write& write) {
    if (!setup.ready) read_setup();
    const Path path = path_of(file);
    if (!is_below(path)) return write(size);
    const Kind kind = suffer(write_call, [&] { write(size / 2); });
    if (kind != no_fault && kind != short_write) return fail(kind);
    const ssize_t written = write(kind == short_write && size > 1 ? size / 2 : size);
    if (written > 0) record("write", path, "-", offset, bytes, written);
    return written;
}

int remove_name(int folder, const char* name, int flags) {
    const Path path = path_at(folder, name);
    const Kind kind = suffer(unlink_call, path);
    if (kind != no_fault) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_unlinkat, folder, name, flags));
    if (result == 0) record("remove", path, "-", 0, nullptr, 0);
    return result;
}

int move_name(int from_folder, const char* from, int to_folder, const char* to) {
    const Path source = path_at(from_folder, from);
    const Path target = path_at(to_folder, to);
    const Kind kind = suffer(rename_call, target);
    if (kind != no_fault) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_renameat, from_folder, from, to_folder, to));
    if (result == 0) record("rename", source, target.text, 0, nullptr, 0);
    return result;
}

int make_folder(int folder, const char* name, mode_t mode) {
    const Path path = path_at(folder, name);
    const Kind kind = suffer(mkdir_call, path);
    if (kind != no_fault) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_mkdirat, folder, name, mode));
    if (result == 0) record("mkdir", path, "-", 0, nullptr, 0);
    return result;
}

// Nothing is really synced, which would only take time: no test cuts the power of this machine.
int sync_file(int file) {
    const Path path = path_of(file);
    const Kind kind = suffer(sync_call, path);
    if (kind != no_fault) return fail(kind);
    record("sync", path, "-", 0, nullptr, 0);
    return 0;
}

int truncate_file(int file, off_t size) {
    const Path path = path_of(file);
    const Kind kind = suffer(truncate_call, path);
    if (kind != no_fault) return fail(kind);
    const int result = static_cast<int>(syscall(SYS_ftruncate, file, size));
    if (result == 0) record("truncate", path, "-", size, nullptr, 0);
    return result;
}

template <typename Function>
Function* next(Function* /*mine*/, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

FILE* open_stream(const char* name, const char* how, FILE* (*real)(const char*, const char*)) {
    const Path path = path_at(AT_FDCWD, name);
    const bool reads = how[0] == 'r' && strchr(how, '+') == nullptr;
    const Kind kind = suffer(reads ? read_call : open_call, path);
    if (kind != no_fault) {
        fail(kind);
        return nullptr;
    }
    const bool was_there = exists(path);
    FILE* const stream = real(name, how);
    if (stream != nullptr && (how[0] == 'w' || !was_there))
        record(was_there ? "empty" : "create", path, "-", 0, nullptr, 0);
    return stream;
}

int open_temporary(char* name, int flags, int (*real)(char*, int)) {
    const Kind kind = suffer(open_call, path_at(AT_FDCWD, name));
    if (kind != no_fault) return fail(kind);
    const int file = real(name, flags);
    if (file >= 0) record("create", path_at(AT_FDCWD, name), "-", 0, nullptr, 0);
    return file;
}

mode_t mode_argument(int flags, va_list list) {
    const bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
    return makes ? va_arg(list, mode_t) : 0;
}

}  // namespace

// What follows has the names and types of the C library.
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
    Kind kind = no_fault;
    if (flags >= 0 && (flags & O_ACCMODE) != O_RDONLY) kind = suffer(close_call, path_of(file));
    const int result = static_cast<int>(syscall(SYS_close, file));
    return kind == no_fault ? result : fail(kind);
}

void* mmap(void* address, std::size_t size, int protection, int flags, int file,
           off_t offset) noexcept {
    if (!setup.ready) read_setup();
    const Kind kind = suffer(map_call, [] {});
    if (kind != no_fault) {
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
    if (!setup.ready) read_setup();
    if (suffer(thread_call, [] {}) != no_fault) return EAGAIN;
    return real(thread, attributes, run, argument);
}

}  // extern "C"
