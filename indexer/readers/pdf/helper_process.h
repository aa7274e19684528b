// SPDX-License-Identifier: GPL-2.0-or-later
// The one place where a reader starts a process (docs/architecture.md): dateline-pdf, once for each
// PDF. It gets the bytes on its standard input and writes rows to a pipe; it sets its own limits on
// memory and time, and is gone when this returns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

struct HelperAnswer {
    enum class Ending : std::uint8_t { well, killed, out_of_time, too_much };

    std::string rows;  ///< up to where it ended
    Ending ending = Ending::well;
};

/// Throws Error if the program is not there or cannot be started: then nothing is wrong with the
/// file. Called by several threads.
HelperAnswer run_pdf_helper(std::string_view bytes);

}  // namespace dateline
