// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/cli/subject_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/error.h"
#include "common/fields.h"

namespace dateline {
namespace {

constexpr std::pair<std::string_view, SubjectKind> subjects[] = {
    {"copies-of", SubjectKind::copies},
    {"story", SubjectKind::story},
    {"quote", SubjectKind::quotation},
};

constexpr std::pair<std::string_view, StudyKind> studies[] = {
    {"quotes", StudyKind::quotations},
    {"new-in", StudyKind::news},
    {"changes", StudyKind::changes},
};

/// One article is told of, so that nothing can narrow, order or count it.
void refuse_beside(const CommandLine& typed, std::string_view study) {
    std::vector<std::string_view> others{"since",  "until",    "on",       "sort",   "recent",
                                         "by",     "timeline", "count",    "full",   "limit",
                                         "offset", "copies",   "passages", "context"};
    for (const Field& field : fields())
        if (!field.flag.empty()) others.push_back(field.flag);
    for (const std::string_view other : others)
        if (typed.has(other))
            throw Error(fmt::format("options '--{}' and '--{}' do not go together", study, other),
                        "leave one of them out");
}

}  // namespace

bool is_id(std::string_view hit) {
    constexpr std::size_t most_digits = 9;
    return hit.size() > most_digits && hit.find_first_not_of("0123456789") != hit.npos;
}

void check_opened(const CommandLine& line) {
    for (const std::string_view name : {"open", "open-url"}) {
        const auto hit = line.value(name);
        if (hit && !is_id(*hit) && !std::ranges::all_of(*hit, ascii::is_digit))
            throw Error(fmt::format("option '--{}' cannot be '{}'", name, *hit),
                        "give the number of a hit, or an article's id, which has 13 letters and "
                        "digits");
    }
}

std::optional<std::string> named_article(const CommandLine& typed) {
    for (const std::string_view name : {"open", "open-url"})
        if (auto hit = typed.value(name); hit && is_id(*hit)) return hit;
    return typed.value("show");
}

std::optional<Study> read_study(const CommandLine& typed) {
    for (const auto& [name, kind] : studies) {
        const auto which = typed.value(name);
        if (!which) continue;
        refuse_beside(typed, name);
        const std::size_t most = kind == StudyKind::changes ? 1 : 0;
        if (typed.words.size() > most)
            throw Error(fmt::format("option '--{}' takes no words", name),
                        "leave out '" + typed.words.back() + "'");
        return Study{kind, {*which, ""}, {typed.words.empty() ? "" : typed.words.front(), ""}};
    }
    return std::nullopt;
}

std::optional<Subject> read_subject(const CommandLine& typed) {
    for (const auto& [name, kind] : subjects)
        if (const auto which = typed.value(name)) return Subject{kind, {*which, ""}, 0};
    if (const auto hit = typed.value("story-of"))
        return Subject{SubjectKind::story, {}, whole_number("story-of", *hit, 1, no_limit)};
    return std::nullopt;
}

}  // namespace dateline
