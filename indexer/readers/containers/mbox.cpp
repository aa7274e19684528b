// SPDX-License-Identifier: GPL-2.0-or-later
// Mailbox files of any size: a mail is an article, known by its Message-ID.
#include <algorithm>
#include <utility>

#include "indexer/readers/bytes/line_stream.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/mbox_cutter.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

Reading read_message(std::string_view message) {
    Reading reading = read_mail(message);
    for (RawArticle& article : reading.articles)
        for (const RawField& field : article.fields)
            if (field.key == "message-id") article.identity = field.values.front();
    return reading;
}

}  // namespace

bool begins_mbox(const FileStart& start) {
    const std::string_view first = start.head.substr(0, start.head.find('\n'));
    return is_mbox_envelope(first) && begins_mail(start.head);
}

FileEnd read_mbox(const FileBytes& file, const ItemSink& sink) {
    MboxCutter messages(
        [&](std::string_view message, std::uint32_t line) {
            return sink(
                {message, line, PlaceUnit::line, "", [message] { return read_message(message); }});
        },
        longest_item);
    std::vector<Problem> problems =
        for_each_line(blocks_of(file), [&](std::string_view line, std::uint32_t number) {
            if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
            return messages.add(line, number);
        });
    messages.finish();
    for (Problem& problem : messages.take_problems()) problems.push_back(std::move(problem));
    return {std::move(problems)};
}

}  // namespace dateline
