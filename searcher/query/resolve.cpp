// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/query/resolve.h"

#include <algorithm>
#include <set>
#include <utility>

#include "common/error.h"
#include "searcher/query/leaf_resolver.h"
#include "searcher/query/node_kinds.h"
#include "searcher/query/operators.h"
#include "searcher/query/question_language.h"

namespace dateline {
namespace {

/// The part of the article that lead:, hlead: or first50() asks for; it goes down to the leaves, so
/// that `lead:(a b)` asks for both words there.
struct Place {
    MatcherKind kind = MatcherKind::everything;  ///< everything: the whole article
    std::uint32_t number = 0;
    std::string name;
};

class Resolver {
public:
    Resolver(const WordSource& words, const Node& root)
        : root_(root), leaves_(words, is_shouted(root)) {
        std::set<std::string> forms;
        add_bare_forms(root, forms);
        question_.language = question_language(forms, words.articles_by_language());
        leaves_.set_language(question_.language);
    }

    Question run() {
        top(root_);
        question_.notes = root_.notes;
        for (const std::string& text : leaves_.notes()) note(text);
        if (question_.parts.empty() && !question_.excluded.empty()) {
            question_.parts.push_back({parent_matcher(MatcherKind::everything, {}), false});
            note("only words to leave out: every other article is found; add a word to look for");
        }
        require_one_word();
        for (std::string& text : leaves_.take_notes_of_forms()) note(std::move(text));
        return std::move(question_);
    }

private:
    void note(std::string text) {
        if (std::ranges::find(question_.notes, text) == question_.notes.end())
            question_.notes.push_back(std::move(text));
    }

    /// The forms of all words that would be left out as stop words.
    void add_bare_forms(const Node& node, std::set<std::string>& forms) {
        for (const Node& child : node.children) {
            if (node.kind == NodeKind::sequence) forms.insert(leaves_.bare_form(child));
            add_bare_forms(child, forms);
        }
    }

    /// Without its only word a question would be no question: `strike outlet:npr` never means all
    /// of NPR.
    void require_one_word() {
        const auto optional = std::ranges::count_if(question_.parts, &Part::optional);
        if (optional != 1 || required_words_ > 0) return;
        for (Part& part : question_.parts) part.optional = false;
    }

    void add_part(const Node& node, bool optional, std::uint32_t place) {
        Matcher matcher = resolve(node, {});
        optional &= !needs_of(matcher).positions;  // those of optional parts are not checked
        if (!optional && !is_condition(node)) ++required_words_;
        question_.parts.push_back({std::move(matcher), optional, place});
    }

    void top(const Node& node) {
        if (node.kind == NodeKind::sequence) {
            for (const Node* child : kept_children(node)) {
                if (child->kind == NodeKind::negated)
                    exclude(child->children[0]);
                else
                    add_part(*child, may_be_missing(*child), place_in(node, *child));
            }
        } else if (node.kind == NodeKind::all) {
            for (const Node& child : node.children) add_part(child, false, place_in(node, child));
        } else if (node.kind == NodeKind::except) {
            top(node.children[0]);
            for (std::size_t i = 1; i < node.children.size(); ++i) exclude(node.children[i]);
        } else {
            add_part(node, false, 0);
        }
    }

    void exclude(const Node& node) { question_.excluded.push_back(resolve(node, {})); }

    static std::uint32_t place_in(const Node& row, const Node& child) {
        return static_cast<std::uint32_t>(&child - row.children.data());
    }

    /// The children of a sequence without its stop words; all of them if no other word is left.
    std::vector<const Node*> kept_children(const Node& sequence) {
        std::vector<const Node*> kept;
        std::vector<std::string> left_out;
        bool words = false;
        for (const Node& child : sequence.children) {
            if (leaves_.is_left_out(child)) {
                left_out.push_back(child.text);
                continue;
            }
            kept.push_back(&child);
            words |= !is_condition(child);
        }
        if (!words) {
            kept.clear();
            for (const Node& child : sequence.children) kept.push_back(&child);
            return kept;
        }
        for (std::string& word : left_out)
            if (std::ranges::find(question_.stop_words, word) == question_.stop_words.end())
                question_.stop_words.push_back(std::move(word));
        return kept;
    }

    Matcher resolve(const Node& node, const Place& place) {
        if (node.kind == NodeKind::sequence) return sequence(node, place);
        if (node.kind == NodeKind::negated) return without(node, place);
        const Operator& row = *operator_of(node.kind);
        if (row.inside == Inside::each) return parent_matcher(row.kind, children(node, place));
        if (row.inside == Inside::whole)
            return placed(parent_matcher(row.kind, children(node, {}), node.number), node, place);
        if (row.inside == Inside::never) {
            check_free(row, place);
            return parent_matcher(row.kind, children(node, {}), node.number);
        }
        return row.inside == Inside::place ? inside(node, row, place) : leaf(node, row, place);
    }

    Matcher leaf(const Node& node, const Operator& row, const Place& place) {
        if (node.kind == NodeKind::range) return range(node);
        if (node.kind == NodeKind::stated) return stated(node);
        if (node.kind != NodeKind::capitals) return placed(leaves_.resolve(node), node, place);
        check_free(row, place);
        return leaves_.capitals(node);
    }

    std::vector<Matcher> children(const Node& node, const Place& place) {
        std::vector<Matcher> result;
        for (const Node& child : node.children) result.push_back(resolve(child, place));
        return result;
    }

    Matcher sequence(const Node& node, const Place& place) {
        std::vector<Matcher> wanted;
        std::vector<Matcher> excluded;
        for (const Node* child : kept_children(node)) {
            if (child->kind == NodeKind::negated)
                excluded.push_back(resolve(child->children[0], place));
            else
                wanted.push_back(resolve(*child, place));
        }
        Matcher base = wanted.empty() ? parent_matcher(MatcherKind::everything, {})
                                      : joined_matcher(MatcherKind::all, std::move(wanted));
        if (excluded.empty()) return base;
        excluded.insert(excluded.begin(), std::move(base));
        return parent_matcher(MatcherKind::except, std::move(excluded));
    }

    Matcher without(const Node& negated, const Place& place) {
        std::vector<Matcher> both{parent_matcher(MatcherKind::everything, {})};
        both.push_back(resolve(negated.children[0], place));
        return parent_matcher(MatcherKind::except, std::move(both));
    }

    static Matcher range(const Node& node) {
        Matcher result = parent_matcher(MatcherKind::range, {});
        result.field = node.field;
        result.days = node.days;
        result.low = node.low;
        result.high = node.high;
        return result;
    }

    static Matcher stated(const Node& node) {
        Matcher result = parent_matcher(MatcherKind::stated, {});
        result.text = node.text;
        return result;
    }

    Matcher inside(const Node& node, const Operator& row, const Place& place) {
        check_free(row, place);
        std::string name(row.typed);
        if (const std::size_t n = name.find('N'); n != std::string::npos)
            name.replace(n, 1, std::to_string(node.number));
        return resolve(node.children[0], {row.kind, node.number, std::move(name)});
    }

    static Matcher placed(Matcher matcher, const Node& node, const Place& place) {
        if (place.kind == MatcherKind::everything) return matcher;
        if (has_field(node))
            throw Error("a field cannot stand inside " + place.name,
                        "put the field before it: author:novruz " + place.name + "…");
        std::vector<Matcher> only;
        only.push_back(std::move(matcher));
        return parent_matcher(place.kind, std::move(only), place.number);
    }

    static void check_free(const Operator& row, const Place& place) {
        if (place.kind == MatcherKind::everything) return;
        throw Error(std::string(row.typed) + " cannot stand inside " + place.name,
                    "ask for the two side by side");
    }

    const Node& root_;
    LeafResolver leaves_;
    Question question_;
    std::size_t required_words_ = 0;  // parts that are words of the text and must be there
};

}  // namespace

Question resolve_query(const Node& query, const WordSource& words) {
    return Resolver(words, query).run();
}

}  // namespace dateline
