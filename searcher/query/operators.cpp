// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/operators.h"

#include <algorithm>
#include <array>

#include "common/fields.h"

namespace dateline {
namespace {

using Kind = MatcherKind;

constexpr double phrase_bonus = 1.0;
constexpr double pair_bonus = 0.5;

// clang-format off
constexpr std::array operator_table{
    Operator{.kind = Kind::term, .name = "term", .node = NodeKind::word,
             .candidates = Candidates::term, .weight = Weighing::word},
    Operator{.kind = Kind::all, .name = "all", .node = NodeKind::all, .inside = Inside::each,
             .words = "all of:",
             .candidates = Candidates::all, .weight = Weighing::sum,
             .example = "strike AND rail", .help = "Articles that have both."},
    Operator{.kind = Kind::any, .name = "any", .node = NodeKind::any, .inside = Inside::each, .measurable = true,
             .candidates = Candidates::any, .weight = Weighing::most,
             .example = "strike OR walkout", .help = "Articles that have either."},
    Operator{.kind = Kind::except, .name = "except", .node = NodeKind::except, .inside = Inside::each,
             .candidates = Candidates::except, .excludes = true,
             .example = "strike NOT hunger", .help = "Articles that have the one and not the other."},
    Operator{.kind = Kind::phrase, .name = "phrase", .node = NodeKind::phrase,
             .candidates = Candidates::phrase, .weight = Weighing::sum, .bonus = phrase_bonus,
             .example = "\"supply chain risk\"", .help = "The phrase, in these forms. Curly quotes and those of other languages do as well."},
    Operator{.kind = Kind::near, .name = "near", .node = NodeKind::near, .inside = Inside::whole, .measurable = true,
             .words = "at most {number} words apart:",
             .needs = {.positions = true}, .weight = Weighing::sum, .bonus = pair_bonus,
             .example = "strike w/5 rail", .help = "At most five words apart, in either order. near/5 is the same."},
    Operator{.kind = Kind::before, .name = "before", .node = NodeKind::before,
             .inside = Inside::whole, .measurable = true,
             .words = "in this order, at most {number} words apart:",
             .needs = {.positions = true}, .weight = Weighing::sum, .bonus = pair_bonus,
             .example = "strike pre/5 rail", .help = "At most five words apart, in this order."},
    Operator{.kind = Kind::same_sentence, .name = "same-sentence", .node = NodeKind::same_sentence,
             .inside = Inside::whole, .measurable = true,
             .words = "in the same sentence:",
             .needs = {.positions = true, .sentences = true}, .weight = Weighing::sum, .bonus = pair_bonus,
             .example = "strike /s rail", .help = "In the same sentence."},
    Operator{.kind = Kind::same_paragraph, .name = "same-paragraph", .node = NodeKind::same_paragraph,
             .inside = Inside::whole, .measurable = true,
             .words = "in the same paragraph:",
             .needs = {.positions = true, .paragraphs = true}, .weight = Weighing::sum, .bonus = pair_bonus,
             .example = "strike /p rail", .help = "In the same paragraph."},
    Operator{.kind = Kind::not_near, .name = "not-near", .node = NodeKind::not_near,
             .typed = "not w/n", .inside = Inside::never,
             .words = "the first without the second within {number} words:",
             .needs = {.positions = true}, .candidates = Candidates::first, .excludes = true,
             .example = "strike not w/3 hunger", .help = "Somewhere without the other at most three words away."},
    Operator{.kind = Kind::at_least, .name = "at-least", .node = NodeKind::at_least,
             .typed = "atleastN()", .call = "atleast", .signs = "(", .most = 1000, .inside = Inside::never,
             .words = "at least {number} times:",
             .needs = {.positions = true},
             .example = "atleast3(nitrogen)", .help = "Three times or more."},
    Operator{.kind = Kind::first_words, .name = "first", .node = NodeKind::first_words,
             .typed = "firstN()", .call = "first", .signs = "(", .most = 100000, .inside = Inside::place,
             .words = "in the first {number} words:",
             .needs = {.positions = true},
             .example = "first50(toyota)", .help = "Among the first fifty words."},
    Operator{.kind = Kind::lead, .name = "lead", .node = NodeKind::lead,
             .typed = "lead:", .call = "lead", .signs = ":(", .inside = Inside::place,
             .words = "in the first two paragraphs:",
             .needs = {.positions = true, .paragraphs = true},
             .example = "lead:pentagon", .help = "In the first two paragraphs; hlead: in the title or there."},
    Operator{.kind = Kind::headline_lead, .name = "headline-lead", .node = NodeKind::headline_lead,
             .typed = "hlead:", .call = "hlead", .signs = ":(", .inside = Inside::place,
             .words = "in the title or the first two paragraphs:",
             .needs = {.positions = true, .paragraphs = true}},
    Operator{.kind = Kind::capitals, .name = "capitals", .node = NodeKind::capitals,
             .typed = "caps()", .call = "caps", .signs = "(",
             .words = "{text} (in capitals only)",
             .needs = {.positions = true, .text = true},
             .example = "caps(US)", .help = "Where the article has it in capitals."},
    Operator{.kind = Kind::accents, .name = "accents", .node = {}, .words = "{typed} (with these accents only)",
             .needs = {.positions = true, .text = true}},
    Operator{.kind = Kind::range, .name = "range", .node = NodeKind::range,
             .needs = {.fields = true}, .candidates = Candidates::range, .weight = Weighing::none},
    Operator{.kind = Kind::stated, .name = "stated", .node = NodeKind::stated, .call = "has", .signs = ":",
             .words = "{text} is known",
             .needs = {.fields = true}, .candidates = Candidates::stated, .weight = Weighing::none,
             .example = "has:date", .help = "Articles whose date is known; -has:outlet where the outlet is not."},
    Operator{.kind = Kind::nothing, .name = "nothing", .node = {},
             .candidates = Candidates::nothing, .weight = Weighing::none},
    Operator{.kind = Kind::everything, .name = "everything", .node = {}, .words = "every article",
             .candidates = Candidates::everything, .weight = Weighing::none},
};
// clang-format on

constexpr bool in_order_of_kinds() {
    for (std::size_t i = 0; i < operator_table.size(); ++i)
        if (operator_table[i].kind != static_cast<MatcherKind>(i)) return false;
    return operator_table.size() == static_cast<std::size_t>(MatcherKind::everything) + 1;
}
static_assert(in_order_of_kinds(), "a row for each kind of matcher, in their order");

void add(Needs& needs, const Needs& more) {
    needs.positions |= more.positions;
    needs.sentences |= more.sentences;
    needs.paragraphs |= more.paragraphs;
    needs.text |= more.text;
    needs.fields |= more.fields;
}

/// A field through which bare words look, too.
bool is_of_free_text(std::string_view name) {
    return !name.empty() && field(name).weight > 0;
}

/// Compounds, which were typed as one word, do not count.
bool has_phrase(const Matcher& matcher) {
    return !matcher.by_parts && (matcher.kind == MatcherKind::phrase ||
                                 std::ranges::any_of(matcher.children, has_phrase));
}

}  // namespace

std::span<const Operator> operators() {
    return operator_table;
}

const Operator& operator_of(MatcherKind kind) {
    return operator_table[static_cast<std::size_t>(kind)];
}

const Operator* operator_of(NodeKind kind) {
    const auto row = std::ranges::find(operator_table, kind, &Operator::node);
    return row == operator_table.end() ? nullptr : &*row;
}

bool is_plain_phrase(const Matcher& phrase) {
    return std::ranges::all_of(phrase.children, [](const Matcher& child) {
        return child.kind == MatcherKind::term && child.form == TermForm::exact;
    });
}

std::span<const Matcher> wanted_children(const Matcher& matcher) {
    const std::span<const Matcher> all = matcher.children;
    return operator_of(matcher.kind).excludes && !all.empty() ? all.first(1) : all;
}

Needs needs_of(const Matcher& matcher) {
    Needs needs = operator_of(matcher.kind).needs;
    if (matcher.kind == MatcherKind::phrase) needs.positions = !is_plain_phrase(matcher);
    if (matcher.kind == MatcherKind::term)  // a title that repeats the body counts for nothing
        needs.fields = matcher.form == TermForm::value || is_of_free_text(matcher.field);
    for (const Matcher& child : matcher.children) add(needs, needs_of(child));
    return needs;
}

Needs needs_of(const Question& question) {
    Needs needs;
    for (const Part& part : question.parts) add(needs, needs_of(part.matcher));
    for (const Matcher& matcher : question.excluded) add(needs, needs_of(matcher));
    return needs;
}

bool asks_for_places(const Question& question) {
    return needs_of(question).positions ||
           std::ranges::any_of(question.parts,
                               [](const Part& part) { return has_phrase(part.matcher); });
}

}  // namespace dateline
