// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/http_response.h"

#include <fmt/format.h>

#include <charconv>
#include <utility>

#include "common/ascii.h"
#include "indexer/readers/bytes/content_coding.h"

namespace dateline {

namespace {

std::string lower_header(const HttpResponse& response, std::string_view name) {
    return ascii::lowered(ascii::trim(header(response.part, name)));
}

/// "gzip, br": the last was put on last.
std::string take_last_coding(std::string& codings) {
    const std::size_t comma = codings.rfind(',');
    std::string last(
        ascii::trim(std::string_view(codings).substr(comma == codings.npos ? 0 : comma + 1)));
    codings.resize(comma == codings.npos ? 0 : comma);
    return last;
}

}  // namespace

HttpResponse parse_http(std::string_view bytes) {
    HttpResponse response;
    if (!bytes.starts_with("HTTP/")) return response;
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    line.remove_prefix(std::min(line.find(' '), line.size()));
    line = ascii::trim(line).substr(0, 3);
    std::from_chars(line.data(), line.data() + line.size(), response.status);
    response.part = split_mail(end == bytes.npos ? "" : bytes.substr(end + 1), 1);
    return response;
}

HttpBody body_of(const HttpResponse& response) {
    constexpr int most_codings = 4;
    Unpacked body{std::string(response.part.body), ""};
    if (lower_header(response, "transfer-encoding").find("chunked") != std::string::npos) {
        Unpacked joined = join_chunks(body.bytes);
        // Some archives keep the header and not the chunks.
        const bool never = joined.bytes.empty() && !joined.fault.empty();
        if (!never) body = std::move(joined);
    }
    std::string codings = lower_header(response, "content-encoding");
    for (int count = 0; !codings.empty() && count < most_codings; ++count) {
        const std::string coding = take_last_coding(codings);
        std::optional<Unpacked> unpacked = unpack_content(coding, body.bytes);
        if (!unpacked) return {"", fmt::format("packed as '{}', which is not known", coding)};
        // Others keep the header of a body that they have unpacked.
        const bool never = unpacked->bytes.empty() && body.bytes.starts_with('<');
        if (never) continue;
        if (body.fault.empty()) body.fault = unpacked->fault;
        body.bytes = std::move(unpacked->bytes);
    }
    if (body.bytes.size() > most_page_bytes) return {"", "it is larger than a page can be"};
    return {std::move(body.bytes), std::move(body.fault)};
}

}  // namespace dateline
