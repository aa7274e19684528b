// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/containers/warc_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/ascii.h"
#include "common/counted.h"
#include "common/file_stamp.h"
#include "indexer/readers/bytes/encoding.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/containers/http_response.h"
#include "indexer/readers/containers/warc_captures.h"
#include "indexer/readers/containers/warc_records.h"
#include "indexer/readers/field_tree.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t head_bytes = 64 * 1024;     // within which a response's headers end
constexpr std::size_t most_captures = 2'000'000;  // that are compared
constexpr int most_passes = 8;                    // for captures that turn out to hold nothing

std::string url_of(const WarcRecords& records) {
    std::string_view url = records.value("warc-target-uri");
    if (url.starts_with('<') && url.ends_with('>')) url = url.substr(1, url.size() - 2);
    std::string storage;
    std::vector<Problem> ignored;
    return std::string(decode_text(url, "", storage, ignored));
}

bool is_web_address(std::string_view url) {
    const std::string scheme = ascii::lowered(url.substr(0, 8));
    return scheme.starts_with("http://") || scheme.starts_with("https://");
}

bool is_page_type(std::string_view content_type) {
    const std::string type = media_type(content_type);
    return type == "text/html" || type == "application/xhtml+xml";
}

/// 2026-03-04T10:00:00Z as a number that grows with time.
std::uint64_t time_of(std::string_view date) {
    constexpr int digits = 17;
    std::uint64_t number = 0;
    int count = 0;
    for (const char c : date) {
        if (!ascii::is_digit(c) || count == digits) continue;
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
        ++count;
    }
    for (; count < digits; ++count) number *= 10;
    return number;
}

struct Page {
    std::string html;
    std::string charset;
    std::string fault;
};

bool is_response(const WarcRecords& records) {
    return ascii::lowered(records.value("warc-type")) == "response";
}

/// True if the record may be a page, by its own headers and the beginning of its block. What ends
/// with its headers is none.
bool may_be_page(const WarcRecords& records, std::string_view block) {
    const bool all = records.length() <= block.size();
    if (!is_response(records))
        return is_page_type(records.value("content-type")) && !(all && ascii::trim(block).empty());
    const HttpResponse response = parse_http(block);
    const std::string_view type = header(response.part, "content-type");
    return response.status == 200 && (ascii::trim(type).empty() || is_page_type(type)) &&
           !(all && ascii::trim(response.part.body).empty());
}

bool is_kept(const WarcRecords& records) {
    const std::string type = ascii::lowered(records.value("warc-type"));
    return (type == "response" || type == "resource") && is_web_address(url_of(records));
}

Page page_of(bool response, std::string_view content_type, std::string_view block) {
    if (!response) return {std::string(block), parameter(content_type, "charset"), ""};
    const HttpResponse http = parse_http(block);
    const std::string_view type = header(http.part, "content-type");
    HttpBody body = body_of(http);
    if (ascii::trim(type).empty() && !begins_web_page(body.bytes)) body = {};
    return {std::move(body.bytes), parameter(type, "charset"), std::move(body.fault)};
}

Reading read_page(const Page& page, const std::string& url) {
    Reading reading;
    if (!ascii::trim(page.html).empty()) {
        const std::string_view stated =
            page.charset.empty() ? stated_charset(page.html) : std::string_view(page.charset);
        std::string storage;
        std::vector<Problem> ignored;
        reading = read_web_page(decode_text(page.html, stated, storage, ignored));
    }
    for (RawArticle& article : reading.articles) {
        article.identity = url;
        add_field_value(article.fields, "warc-target-uri", 0, url);
    }
    if (!page.fault.empty())
        reading.problems.push_back({"", 0, page.fault, reading.articles.empty(), ProblemKind::cut});
    return reading;
}

bool holds_text(const Reading& reading) {
    return std::ranges::any_of(reading.articles,
                               [](const RawArticle& article) { return !article.text.empty(); });
}

class WarcPages {
public:
    WarcPages(const std::vector<OpenWarc>& files, const ItemSink& sink)
        : files_(files), sink_(sink) {}

    FileEnd read() {
        for (const OpenWarc& file : files_) note_captures(file);
        captures_.sort();
        pass_over_empty();
        captures_.choose();
        number_ = 0;
        for (const OpenWarc& file : files_) give_pages(file);
        say_what_is_left_out();
        if (given_ == 0 && problems_.empty()) say("no saved pages in it");
        return {std::move(problems_), given_ > 0 || any_fatal()};
    }

private:
    void say(const std::string& message) { problems_.push_back({"", 0, message, false}); }

    void say_what_is_left_out() {
        if (const std::uint64_t older = captures_.older(); older > 0)
            say(fmt::format("{} of pages that were captured again later {} left out",
                            counted(older, "capture", "captures"), plural(older, "is", "are")));
        if (const std::uint64_t empty = captures_.empty(); empty > 0)
            say(fmt::format("{} without a text {} left out for an older one",
                            counted(empty, "capture", "captures"), plural(empty, "is", "are")));
        if (captures_.full())
            say(fmt::format("more than {} captures; those behind are not compared",
                            grouped(most_captures)));
    }

    bool any_fatal() const {
        return std::ranges::any_of(problems_, [](const Problem& p) { return p.fatal; });
    }

    void note_captures(const OpenWarc& file) {
        WarcRecords records(file());
        std::string block;
        while (records.next()) {
            ++number_;
            if (!is_kept(records) || captures_.full()) continue;
            block.clear();
            records.read_block(head_bytes, block);
            if (may_be_page(records, block))
                captures_.add(content_hash(url_of(records)), time_of(records.value("warc-date")),
                              number_);
        }
        for (Problem& problem : records.take_problems()) problems_.push_back(std::move(problem));
    }

    /// Reads those that an older one can stand in for, and then, where they hold nothing, that.
    void pass_over_empty() {
        for (int pass = 0; pass < most_passes; ++pass) {
            const std::vector<std::uint32_t> numbers = captures_.untried();
            if (numbers.empty()) return;
            std::vector<bool> hold(numbers.size());
            number_ = 0;
            for (const OpenWarc& file : files_) try_captures(file, numbers, hold);
            captures_.note_tried(numbers, hold);
        }
    }

    void try_captures(const OpenWarc& file, const std::vector<std::uint32_t>& numbers,
                      std::vector<bool>& hold) {
        WarcRecords records(file());
        std::string block;
        while (records.next()) {
            const auto found = std::ranges::lower_bound(numbers, ++number_);
            if (found == numbers.end()) return;
            if (*found != number_ || records.length() > longest_item) continue;
            block.clear();
            records.read_block(longest_item, block);
            const Page page = page_of(is_response(records), records.value("content-type"), block);
            hold[static_cast<std::size_t>(found - numbers.begin())] =
                holds_text(read_page(page, ""));
        }
    }

    void give_pages(const OpenWarc& file) {
        WarcRecords records(file());
        std::string block;
        bool more = true;
        while (more && records.next()) {
            ++number_;
            if (!is_kept(records) || !captures_.is_chosen(number_)) continue;
            block.clear();
            const bool whole = records.read_block(longest_item, block);
            if (records.length() > longest_item)
                say_of(records, fmt::format("longer than {} MB", longest_item / (1024 * 1024)));
            else if (may_be_page(records, block))
                more = give(records, block, whole);
        }
    }

    bool give(const WarcRecords& records, std::string& block, bool whole) {
        ++given_;
        const std::string url = url_of(records);
        const bool response = is_response(records);
        const std::string type(records.value("content-type"));
        const std::string_view page(block);
        // The same bytes under another address or type make another article.
        const std::string bytes = url + "\n" + type + "\n" + block;
        return sink_({bytes, number_, PlaceUnit::item, url, [&] {
                          Page read = page_of(response, type, page);
                          if (!whole) read.fault = "the file ends within it";
                          return read_page(read, url);
                      }});
    }

    void say_of(const WarcRecords& records, const std::string& message) {
        problems_.push_back(
            {"", number_, message, true, ProblemKind::cut, PlaceUnit::item, url_of(records)});
    }

    const std::vector<OpenWarc>& files_;
    const ItemSink& sink_;
    WarcCaptures captures_{most_captures};
    std::uint32_t number_ = 0;  // of the record, in all files
    std::uint64_t given_ = 0;
    std::vector<Problem> problems_;
};

}  // namespace

FileEnd read_warc_pages(const std::vector<OpenWarc>& files, const ItemSink& sink) {
    return WarcPages(files, sink).read();
}

}  // namespace dateline
