// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/signature.h"

#include "common/file_stamp.h"

namespace dateline {

std::uint32_t signature_hash(std::string_view stem) {
    constexpr int kept_bits = 28;
    return static_cast<std::uint32_t>(content_hash(stem) >> (64 - kept_bits));
}

std::string encode_signature(const Signature& signature) {
    std::string bytes;
    bytes.reserve(signature.size() * 4);
    for (const SignatureTerm term : signature)
        for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(term >> shift);
    return bytes;
}

Signature decode_signature(std::string_view bytes) {
    Signature signature;
    signature.reserve(bytes.size() / 4);
    for (std::size_t at = 0; at + 4 <= bytes.size(); at += 4) {
        SignatureTerm term = 0;
        for (std::size_t i = 0; i < 4; ++i)
            term = term << 8 | static_cast<unsigned char>(bytes[at + i]);
        signature.push_back(term);
    }
    return signature;
}

}  // namespace dateline
