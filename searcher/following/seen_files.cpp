// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/following/seen_files.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "common/descriptor.h"
#include "common/error.h"
#include "common/input_file.h"
#include "common/whole_file.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

constexpr const char* elsewhere =
    "check the permissions above it, or set XDG_CONFIG_HOME and XDG_STATE_HOME";

void check_home(const std::string& place) {
    if (place.empty())
        throw Error("there is no place for saved searches: HOME is not set",
                    "set HOME, or XDG_CONFIG_HOME and XDG_STATE_HOME");
}

std::string seen_file(const FollowPlaces& places, const std::string& name) {
    check_home(places.seen);
    check_search_name(name);
    return places.seen + "/" + name;
}

void store(const std::string& path, const std::string& bytes) {
    make_private_folder(fs::path(path).parent_path(), elsewhere);
    WholeFile file(path);
    file.write(bytes);
    file.finish();
}

}  // namespace

std::string searches_text(const FollowPlaces& places) {
    check_home(places.searches);
    return read_if_there(places.searches).value_or("");
}

std::vector<SavedSearch> load_searches(const FollowPlaces& places) {
    return read_searches(searches_text(places), places.searches);
}

void store_searches(const FollowPlaces& places, const std::string& text) {
    check_home(places.searches);
    store(places.searches, text);
}

FileLock lock_seen(const FollowPlaces& places, std::chrono::seconds longest,
                   const std::function<void(const std::string& who)>& on_wait) {
    check_home(places.seen);
    make_private_folder(places.seen, elsewhere);
    return FileLock(places.seen + "/.lock", {.what = "what is new",
                                             .held = "is being told by",
                                             .longest = longest,
                                             .on_wait = on_wait});
}

std::optional<Seen> load_seen(const FollowPlaces& places, const std::string& name) {
    const std::string path = seen_file(places, name);
    const std::optional<std::string> text = read_if_there(path);
    if (!text) return std::nullopt;
    try {
        return decode_seen(*text);
    } catch (const Error& error) {
        throw Error(fmt::format("'{}' is damaged: {}", path, error.what()),
                    fmt::format("move it away; then all that match are new for '{}', and "
                                "--catch-up {} marks them as seen",
                                name, name));
    }
}

void store_seen(const FollowPlaces& places, const std::string& name, const Seen& seen) {
    store(seen_file(places, name), encode_seen(seen));
}

void remove_seen(const FollowPlaces& places, const std::string& name) {
    const std::string path = seen_file(places, name);
    if (unlink(path.c_str()) != 0 && errno != ENOENT) throw_write_error(path, other_file);
}

}  // namespace dateline
