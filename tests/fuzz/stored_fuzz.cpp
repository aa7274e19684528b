// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes in a damaged index: an article, or an Error with a hint. The first byte says which
// decoder gets the rest.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/error.h"
#include "common/stored_article.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    try {
        dateline::Article article;
        switch (data[0] % 3) {
            case 0:
                article = dateline::decode_display(bytes);
                if (dateline::encode_display(article).empty()) std::abort();
                break;
            case 1:
                dateline::decode_text(bytes, article);
                for (std::uint32_t at = 0; at < article.body.size(); at += 7)
                    dateline::line_of(article, at);
                break;
            default:
                dateline::decode_stamp(bytes);
        }
    } catch (const dateline::Error& error) {
        if (error.hint().empty()) std::abort();
    }
    return 0;
}
