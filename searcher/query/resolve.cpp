// SPDX-License-Identifier: GPL-2.0-or-later
// Tree -> question: every leaf becomes what the index can match, stop words are left out, and the
// top level is told apart into parts that must be there, parts that may be missing and what is
// excluded.
#include <algorithm>
#include <utility>

#include "common/error.h"
#include "common/fields.h"
#include "common/folding.h"
#include "searcher/query/accents.h"
#include "searcher/query/matcher.h"
#include "searcher/query/node_kinds.h"
#include "searcher/query/operands.h"
#include "searcher/query/positional.h"
#include "searcher/query/query_error.h"
#include "searcher/query/stop_words.h"
#include "searcher/query/word_forms.h"

namespace dateline {
namespace {

/// The part of the article that lead:, hlead: or first50() asks for; it goes down to the leaves, so
/// that `lead:(a b)` asks for both words there.
struct Place {
    MatcherKind kind = MatcherKind::everything;  ///< everything: the whole article
    std::uint32_t number = 0;
    std::string name;
};

Matcher parent(MatcherKind kind, std::vector<Matcher> children, std::uint32_t number = 0) {
    Matcher result;
    result.kind = kind;
    result.number = number;
    result.children = std::move(children);
    return result;
}

Matcher single_or(MatcherKind kind, std::vector<Matcher> children) {
    if (children.size() == 1) return std::move(children.front());
    return parent(kind, std::move(children));
}

class Resolver {
public:
    explicit Resolver(const WordSource& words) : forms_(words) {}

    Question run(const Node& root) {
        question_.notes = root.notes;
        shouted_ = is_shouted(root);
        top(root);
        if (question_.parts.empty() && !question_.excluded.empty()) {
            question_.parts.push_back({parent(MatcherKind::everything, {}), false});
            note("only words to leave out: every other article is found; add a word to look for");
        }
        require_one_word();
        for (std::string& text : forms_.take_notes()) note(std::move(text));
        return std::move(question_);
    }

private:
    void note(std::string text) {
        if (std::ranges::find(question_.notes, text) == question_.notes.end())
            question_.notes.push_back(std::move(text));
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
        optional &= !needs_positions(matcher);  // those of optional parts are not checked
        if (!optional && !is_condition(node)) ++required_words_;
        question_.parts.push_back({std::move(matcher), optional, place});
    }

    void top(const Node& node) {
        const Place anywhere;
        switch (node.kind) {
            case NodeKind::sequence:
                for (const Node* child : kept_children(node)) {
                    if (child->kind == NodeKind::negated)
                        question_.excluded.push_back(resolve(child->children[0], anywhere));
                    else
                        add_part(*child, may_be_missing(*child),
                                 static_cast<std::uint32_t>(child - node.children.data()));
                }
                return;
            case NodeKind::all:
                for (const Node& child : node.children)
                    add_part(child, false,
                             static_cast<std::uint32_t>(&child - node.children.data()));
                return;
            case NodeKind::except:
                top(node.children[0]);
                for (std::size_t i = 1; i < node.children.size(); ++i)
                    question_.excluded.push_back(resolve(node.children[i], anywhere));
                return;
            default:
                add_part(node, false, 0);
        }
    }

    /// The children of a sequence without its stop words; all of them if no other word is left.
    std::vector<const Node*> kept_children(const Node& sequence) {
        std::vector<const Node*> kept;
        std::vector<std::string> left_out;
        bool words = false;
        for (const Node& child : sequence.children) {
            if (is_left_out(child)) {
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

    bool is_left_out(const Node& node) {
        if (node.kind != NodeKind::word || node.form != WordForm::stemmed) return false;
        if (node.required || !node.field.empty()) return false;
        return !is_name(node.text) && is_stop_word(forms_.single_form(node.text));
    }

    /// Capitals say so, and points (U.S.) even where all is in capitals.
    bool is_name(const std::string& text) const {
        const bool aside = text.starts_with("e.g") || text.starts_with("i.e");
        return is_emphatic(text) && !aside && (!shouted_ || text.find('.') != std::string::npos);
    }

    Matcher resolve(const Node& node, const Place& place) {
        switch (node.kind) {
            case NodeKind::word:
            case NodeKind::phrase:
                return placed(leaf(node), node, place);
            case NodeKind::sequence:
                return sequence(node, place);
            case NodeKind::all:
            case NodeKind::any:
            case NodeKind::except:
                return parent(matcher_kind(node.kind), children(node, place));
            case NodeKind::negated:
                return without({}, node, place);
            case NodeKind::near:
            case NodeKind::before:
            case NodeKind::same_sentence:
            case NodeKind::same_paragraph:
                return placed(parent(matcher_kind(node.kind), children(node, {}), node.number),
                              node, place);
            case NodeKind::not_near:
            case NodeKind::at_least:
                check_free(node, place);
                return parent(matcher_kind(node.kind), children(node, {}), node.number);
            case NodeKind::first_words:
                return inside(node, place, "first" + std::to_string(node.number) + "()");
            case NodeKind::lead:
                return inside(node, place, "lead:");
            case NodeKind::headline_lead:
                return inside(node, place, "hlead:");
            case NodeKind::capitals:
                check_free(node, place);
                return capitals(node);
            case NodeKind::range:
                return range(node);
            case NodeKind::stated:
                return stated(node);
        }
        return {};
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
        Matcher base = wanted.empty() ? parent(MatcherKind::everything, {})
                                      : single_or(MatcherKind::all, std::move(wanted));
        if (excluded.empty()) return base;
        excluded.insert(excluded.begin(), std::move(base));
        return parent(MatcherKind::except, std::move(excluded));
    }

    Matcher without(Matcher base, const Node& negated, const Place& place) {
        base.kind = MatcherKind::everything;
        std::vector<Matcher> both;
        both.push_back(std::move(base));
        both.push_back(resolve(negated.children[0], place));
        return parent(MatcherKind::except, std::move(both));
    }

    Matcher leaf(const Node& node) {
        const Match match = node.field.empty() ? Match::words : field(node.field).match;
        if (match == Match::exact) return value(node);
        if (match == Match::names) return name(node);
        if (node.kind == NodeKind::phrase) return phrase(node);
        switch (node.form) {
            case WordForm::stemmed:
                note_capitals(node);
                return node.field.empty() ? forms_.word(node.text)
                                          : forms_.phrase(node.text, node.field);
            case WordForm::exact:
                if (!node.field.empty() && node.text.find('*') != std::string::npos)
                    return forms_.pattern(node.text, node.field);
                return exact(node);
            case WordForm::wildcard:
                return forms_.pattern(node.text, node.field);
            case WordForm::fuzzy:
                return forms_.fuzzy(node.text, node.number, node.field);
        }
        return {};
    }

    /// The whole value, with = or without.
    Matcher value(const Node& node) {
        const bool pattern =
            node.form == WordForm::exact && node.text.find('*') != std::string::npos;
        return forms_.value(node.text, node.field, pattern ? WordForm::wildcard : node.form,
                            node.number);
    }

    /// Words of a name, or with = the whole value.
    Matcher name(const Node& node) {
        if (node.form == WordForm::exact) return value(node);
        if (node.form == WordForm::fuzzy) return forms_.fuzzy(node.text, node.number, node.field);
        return forms_.name(node.text, node.field);
    }

    Matcher phrase(const Node& node) {
        if (node.text.find('*') != std::string::npos) return forms_.pattern(node.text, node.field);
        return node.form == WordForm::exact ? exact(node) : forms_.phrase(node.text, node.field);
    }

    /// The index keeps no accents, so that those that are typed ask for the text.
    Matcher exact(const Node& node) {
        Matcher folded = forms_.phrase(node.text, node.field);
        if (!has_accents(node.text)) return folded;
        std::vector<Matcher> only;
        only.push_back(std::move(folded));
        Matcher result = parent(MatcherKind::accents, std::move(only));
        result.text = with_accents(node.text);
        result.typed = node.text;
        return result;
    }

    /// US and WHO are names, but the index keeps no capitals.
    void note_capitals(const Node& node) {
        if (!node.field.empty() || !is_name(node.text)) return;
        const std::string form = forms_.single_form(node.text);
        if (is_stop_word(form))
            note("'" + shown(node.text) + "' finds '" + form + "' too; caps(" + shown(node.text) +
                 ") finds it in capitals only");
    }

    Matcher capitals(const Node& node) {
        std::vector<Matcher> only;
        only.push_back(forms_.phrase(node.text, ""));
        Matcher result = parent(MatcherKind::capitals, std::move(only));
        result.text = node.text;
        return result;
    }

    static Matcher range(const Node& node) {
        Matcher result = parent(MatcherKind::range, {});
        result.field = node.field;
        result.days = node.days;
        result.low = node.low;
        result.high = node.high;
        return result;
    }

    static Matcher stated(const Node& node) {
        Matcher result = parent(MatcherKind::stated, {});
        result.text = node.text;
        return result;
    }

    Matcher inside(const Node& node, const Place& place, std::string name) {
        check_free(node, place);
        const Place inner{matcher_kind(node.kind), node.number, std::move(name)};
        return resolve(node.children[0], inner);
    }

    static Matcher placed(Matcher matcher, const Node& node, const Place& place) {
        if (place.kind == MatcherKind::everything) return matcher;
        if (has_field(node))
            throw Error("a field cannot stand inside " + place.name,
                        "put the field before it: author:novruz " + place.name + "…");
        std::vector<Matcher> only;
        only.push_back(std::move(matcher));
        return parent(place.kind, std::move(only), place.number);
    }

    static void check_free(const Node& node, const Place& place) {
        if (place.kind == MatcherKind::everything) return;
        throw Error(std::string(operator_name(node.kind)) + " cannot stand inside " + place.name,
                    "ask for the two side by side");
    }

    WordForms forms_;
    Question question_;
    bool shouted_ = false;            ///< all in capitals, so that they tell no names
    std::size_t required_words_ = 0;  // parts that are words of the text and must be there
};

}  // namespace

Question resolve_query(const Node& query, const WordSource& words) {
    return Resolver(words).run(query);
}

}  // namespace dateline
