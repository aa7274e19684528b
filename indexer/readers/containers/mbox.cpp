// SPDX-License-Identifier: GPL-2.0-or-later
// Mailbox files of any size: a mail is an article, known by its Message-ID.
#include <fmt/format.h>

#include <unordered_set>
#include <utility>

#include "common/counted.h"
#include "common/file_stamp.h"
#include "indexer/readers/bytes/line_stream.h"
#include "indexer/readers/bytes/signatures.h"
#include "indexer/readers/containers.h"
#include "indexer/readers/containers/mbox_cutter.h"
#include "indexer/readers/readers.h"

namespace dateline {

namespace {

constexpr std::size_t most_known = 1'000'000;  // messages, of which one that comes again is told

/// Mails, each but once: programs that keep a mail under several labels export it as often.
class Messages {
public:
    Reading read(std::string_view message) {
        Reading reading = read_mail(message);
        std::erase_if(reading.articles, [&](RawArticle& article) {
            for (const RawField& field : article.fields)
                if (field.key == "message-id") article.identity = field.values.front();
            return is_known(article.identity);
        });
        return reading;
    }

    void tell(std::vector<Problem>& problems) const {
        if (again_ == 0) return;
        problems.push_back(
            {"", 0,
             fmt::format("{} in it more than once; one of each is kept",
                         again_ == 1 ? "a message stands" : grouped(again_) + " messages stand"),
             false});
    }

private:
    bool is_known(const std::string& identity) {
        if (identity.empty() || known_.size() == most_known) return false;
        const bool again = !known_.insert(content_hash(identity)).second;
        again_ += again ? 1 : 0;
        return again;
    }

    std::unordered_set<std::uint64_t> known_;  // hashes of identities
    std::uint64_t again_ = 0;
};

}  // namespace

bool begins_mbox(const FileStart& start) {
    const std::string_view first = start.head.substr(0, start.head.find('\n'));
    return is_mbox_envelope(first) && begins_enveloped_mail(start.head);
}

FileEnd read_mbox(const FileBytes& file, const ItemSink& sink) {
    Messages known;
    bool any = false;
    MboxCutter messages(
        [&](std::string_view message, std::uint32_t line) {
            any = true;
            return sink({message, line, PlaceUnit::line, "", [&] { return known.read(message); }});
        },
        longest_item);
    const auto take = [&](std::string_view line, std::uint32_t number) {
        if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
        return messages.add(line, number);
    };
    const char line_end = line_end_of(blocks_of(file));
    std::vector<Problem> problems = for_each_line(blocks_of(file), take, longest_line, line_end);
    messages.finish();
    if (!any && problems.empty())
        problems.push_back({"", 0, "no mails in it", true, ProblemKind::empty});
    for (Problem& problem : messages.take_problems()) problems.push_back(std::move(problem));
    known.tell(problems);
    return {std::move(problems)};
}

}  // namespace dateline
