// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/faults/shim_faults.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iterator>

namespace dateline::shim {
namespace {

// By Call. `takes_space`: fails on a full disk, or in full memory.
struct CallName {
    const char* name;
    bool takes_space;
};
constexpr CallName call_names[] = {{"open", true},  {"read", false},    {"write", true},
                                   {"sync", true},  {"rename", true},   {"unlink", false},
                                   {"mkdir", true}, {"truncate", true}, {"close", false},
                                   {"map", true},   {"thread", true}};

constexpr const char* kind_names[] = {"none",  "full", "broken",  "interrupted",
                                      "short", "kill", "sigterm", "sigint"};

struct Setup {
    bool ready = false;
    Path under;
    unsigned calls = 0;  // a bit each
    long at = 0;
    Kind kind = Kind::none;
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

// Nothing yet where the runtime of a sanitizer makes calls before there is an environment.
void read_setup() {
    if (environ == nullptr) return;
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

void send(int signal) {
    syscall(SYS_kill, getpid(), signal);
}

// The number of the call.
long count_call() {
    pthread_mutex_lock(&mutex);
    const long number = ++setup.counted;
    char text[32];
    const int length = snprintf(text, sizeof text, "%ld", number);
    if (setup.counter >= 0)
        syscall(SYS_pwrite64, setup.counter, text, static_cast<std::size_t>(length), 0L);
    pthread_mutex_unlock(&mutex);
    return number;
}

Kind apply(Call call) {
    switch (setup.kind) {
        case Kind::kill:
            if (call != Call::write) die();
            return Kind::kill;
        case Kind::sigterm:
            send(SIGTERM);
            return Kind::none;
        case Kind::sigint:
            send(SIGINT);
            return Kind::none;
        case Kind::short_write:
            return call == Call::write ? Kind::short_write : Kind::none;
        case Kind::none:
        case Kind::full:
        case Kind::broken:
        case Kind::interrupted:
            break;
    }
    return setup.kind;
}

}  // namespace

bool is_below(const Path& path) {
    if (!setup.ready) read_setup();
    const std::size_t length = strlen(setup.under.text);
    return strncmp(path.text, setup.under.text, length) == 0 &&
           (path.text[length] == '\0' || path.text[length] == '/');
}

Path path_of(int file) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    Path path;
    const long length = syscall(SYS_readlinkat, AT_FDCWD, link, path.text, PATH_MAX);
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

void die() {
    send(SIGKILL);
    for (;;) pause();
}

Kind suffer(Call call) {
    if (!setup.ready) read_setup();
    if ((setup.calls & (1U << static_cast<unsigned>(call))) == 0) return Kind::none;
    const long number = count_call();
    if (setup.kind == Kind::full && setup.at > 0)
        return number >= setup.at && call_names[static_cast<unsigned>(call)].takes_space
                   ? Kind::full
                   : Kind::none;
    return number == setup.at ? apply(call) : Kind::none;
}

Kind suffer(Call call, const Path& path) {
    if (!setup.ready) read_setup();
    return is_below(path) ? suffer(call) : Kind::none;
}

int fail(Kind kind) {
    errno = kind == Kind::full ? ENOSPC : kind == Kind::interrupted ? EINTR : EIO;
    return -1;
}

void record(const char* call, const Path& path, const char* other, const Written& written) {
    if (setup.log < 0 || !is_below(path)) return;
    pthread_mutex_lock(&mutex);
    char line[3 * PATH_MAX];
    const int length = snprintf(line, sizeof line, "%s\t%s\t%s\t%ld\t%ld\t%ld\n", call, path.text,
                                other, written.offset, written.size, setup.written);
    syscall(SYS_write, setup.log, line, static_cast<std::size_t>(length));
    if (written.bytes != nullptr) {
        syscall(SYS_write, setup.bytes, written.bytes, written.size);
        setup.written += written.size;
    }
    pthread_mutex_unlock(&mutex);
}

}  // namespace dateline::shim
