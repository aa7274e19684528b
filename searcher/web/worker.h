// SPDX-License-Identifier: GPL-2.0-or-later
// An answer worked out in a process of its own: one that takes too long can be stopped, a crash on
// a damaged index is one answer less, and no memory is kept.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "searcher/web/http.h"

namespace dateline::web {

struct Worker {
    pid_t process = 0;
    int pipe = -1;  ///< the response's bytes come out of it, then its end
};

/// Forks: only where no other thread runs. Nothing if the system has no process or pipe left.
std::optional<Worker> start_worker(const std::function<Response()>& answer);

/// A response as bytes, and back; nothing for bytes that are not a whole one.
std::string pack(const Response& response);
std::optional<Response> unpack(std::string_view bytes);

}  // namespace dateline::web
