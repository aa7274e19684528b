// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/result.h"

#include <fmt/format.h>

#include "common/ascii.h"
#include "common/counted.h"

namespace dateline {

std::string_view name_of(FileState state) {
    switch (state) {
        case FileState::unchanged:
            return "unchanged";
        case FileState::changed:
            return "changed";
        case FileState::missing:
            return "missing";
        case FileState::unchecked:
            return "unchecked";
    }
    return "";
}

void tell_archives(std::vector<ArchiveReport> reports, SearchResult& result) {
    if (reports.size() < 2) {
        for (Hit& hit : result.hits) hit.article.archive.clear();
        for (Hit& hit : result.related) hit.article.archive.clear();
        if (result.timeline)
            for (TimelineBar& bar : result.timeline->bars)
                if (bar.peak) bar.peak->archive.clear();
        return;
    }
    std::vector<std::string> notes = notes_of(reports);
    result.notes.insert(result.notes.begin(), notes.begin(), notes.end());
    result.archives = std::move(reports);
}

std::string to_string(const MissingWord& missing) {
    const std::string number = missing.articles == 0
                                   ? "no article"
                                   : "only " + counted(missing.articles, "article", "articles");
    const std::string_view has = missing.articles > 1 ? "have" : "has";
    const std::string what = missing.field.empty() ? "" : missing.field + ' ';
    std::string text = fmt::format("{} {} {}'{}'", number, has, what, missing.word);
    for (const SimilarWord& similar : missing.similar) {
        text += &similar == &missing.similar.front() ? "; perhaps " : ", ";
        text += fmt::format("'{}' ({})", similar.word,
                            counted(similar.articles, "article", "articles"));
    }
    return text;
}

MatchCount listed(const SearchResult& result) {
    return result.all_words + result.some_words;
}

std::optional<std::string> note_of_rest(const SearchResult& result) {
    if (result.hits.empty() || !result.more) return std::nullopt;
    return fmt::format("{} of {}; -n0 gives all", grouped(result.hits.size()), count_text(result));
}

std::string count_text(const SearchResult& result) {
    const MatchCount all = listed(result);
    std::string text;
    if (result.only_copied) {
        const std::string texts = result.texts ? grouped(*result.texts) + ' ' : "";
        text += fmt::format("{}{} with copies, of ", texts,
                            plural(result.texts.value_or(2), "text", "texts"));
    }
    text += to_string(all, "article", "articles");
    if (!result.only_copied && result.texts && *result.texts < all.number)
        text += ", " + counted(*result.texts, "text", "texts");
    if (result.some_words == MatchCount{}) return text;
    if (!result.all_words.exact) return text + ", as many with all words";
    const std::uint64_t full = result.all_words.number;
    return text + fmt::format(", {} with all words", full == 0 ? "none" : grouped(full));
}

std::string lacking_text(const Hit& hit) {
    constexpr std::size_t most = 4;
    if (hit.lacking.empty()) return "";
    const std::size_t shown = hit.lacking.size() > most + 1 ? most : hit.lacking.size();
    const auto end = hit.lacking.begin() + static_cast<std::ptrdiff_t>(shown);
    std::string text = fmt::format("without {}", fmt::join(hit.lacking.begin(), end, ", "));
    if (const std::size_t more = hit.lacking.size() - shown; more > 0)
        text += fmt::format(" and {} more", more);
    return text;
}

std::vector<std::string> advice(const SearchResult& result) {
    std::vector<std::string> lines;
    for (const MissingWord& missing : result.missing) lines.push_back(to_string(missing));
    for (const LeftOut& left_out : result.without)
        lines.push_back(fmt::format("without {}: {}", left_out.what,
                                    to_string(left_out.articles, "article", "articles")));
    return lines;
}

std::string_view name_of(ArrivalKind kind) {
    switch (kind) {
        case ArrivalKind::fresh:
            return "new";
        case ArrivalKind::copy:
            return "copy";
        case ArrivalKind::version:
            return "version";
    }
    return "";
}

std::string id_shown(const Article& article) {
    return article.archive.empty() ? article.id : article.archive + ":" + article.id;
}

std::string id_token(const Article& article) {
    std::string token = id_shown(article);
    for (char& c : token)
        if (!ascii::is_letter(c) && !ascii::is_digit(c) && !ascii::is_wide(c)) c = '-';
    return token;
}

std::string place_shown(const Hit& hit, std::string_view file) {
    const Article& article = hit.article;
    return place_text(file, article.unit,
                      hit.passages.empty() ? article.item_line : hit.passages.front().line,
                      article.item);
}

}  // namespace dateline
