// SPDX-License-Identifier: GPL-2.0-or-later
// Cuts a piece of about a wanted length, at words, out of a text that is too long to show, where it
// proves most of the question.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "searcher/passages/evidence.h"

namespace dateline {

/// A piece of `within` of about `bytes` bytes around its best evidence: begins and ends at words,
/// never inside a character. A phrase that is longer is shown all the same, whole unless it is very
/// long. `places` are those of `found.places` that begin in `within`, in order.
Span cut_excerpt(std::string_view text, Span within, std::uint32_t bytes,
                 const FoundEvidence& found, std::span<const EvidencePlace> places);

/// Widens `span` on both sides to about `bytes` bytes, at words, without leaving `within`.
Span widen_at_words(std::string_view text, Span span, Span within, std::uint32_t bytes);

}  // namespace dateline
