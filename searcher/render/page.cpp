// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/page.h"

#include <fmt/format.h>

namespace dateline {
namespace {

/// Escapes all bytes but printable ASCII and those of `also`. A control character in a link would
/// end it and reach the terminal.
std::string percent_encoded(std::string_view text, std::string_view also) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || also.find(c) != also.npos) {
            out += fmt::format("%{:02X}", byte);
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace

std::string linkable_url(std::string_view url) {
    if (!url.starts_with("http://") && !url.starts_with("https://")) return "";
    return percent_encoded(url, "\"<>\\^`{|}");
}

std::string file_url(std::string_view host, std::string_view path) {
    if (!path.starts_with('/')) return "";
    return "file://" + percent_encoded(host, "/?#%") + percent_encoded(path, "\"<>\\^`{|}?#%");
}

std::string Page::linked(const std::string& text, const std::string& url) const {
    if (!options_.links || url.empty()) return text;
    return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", url, text);
}

void Page::print(const LitText& text, Paint base, const std::string& label,
                 const std::string& url) {
    bool first = true;
    for (const std::string& line : set_lines(text, room(), setting(base))) {
        std::string margin = first ? label : "";
        margin.resize(indent_, ' ');
        out_ << margin << linked(line, url) << '\n';
        first = false;
    }
}

std::string Page::line(const LitText& text, Paint base, const std::string& url) const {
    if (!options_.color) return linked(text.text, url);
    std::string joined;
    for (const std::string& line : set_lines(text, text.text.size() + 1, setting(base)))
        joined += line;
    return linked(joined, url);
}

Setting Page::setting(Paint base) const {
    return {.color = options_.color,
            .base = options_.colors.code(base),
            .lit = options_.colors.code(Paint::match)};
}

void Page::print(std::string_view text, Paint base) {
    print(LitText{std::string(text), {}}, base);
}

void Page::print_whole(std::string_view before, std::string_view text, Paint base,
                       const std::string& url) {
    out_ << std::string(indent_, ' ') << before << linked(styled(text, base), url) << '\n';
}

std::string Page::styled(std::string_view text, Paint paint) const {
    const std::string_view code = options_.colors.code(paint);
    if (!options_.color || text.empty() || code.empty()) return std::string(text);
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace dateline
