// SPDX-License-Identifier: GPL-2.0-or-later
// An HTTP response as web archives keep it.
#pragma once

#include <string>
#include <string_view>

#include "indexer/readers/mail/mime.h"

namespace dateline {

struct HttpResponse {
    int status = 0;
    MailPart
        part;  ///< the headers, which are written as those of mail, and the body as it was sent
};

/// Status 0: it is none.
HttpResponse parse_http(std::string_view bytes);

/// The body freed of chunks and packing.
struct HttpBody {
    std::string bytes;
    std::string fault;  ///< "" if it is whole
};
HttpBody body_of(const HttpResponse& response);

}  // namespace dateline
