// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/advice/left_out.h"

#include <algorithm>
#include <utility>

#include "common/analysis.h"
#include "common/ascii.h"
#include "common/error.h"
#include "common/fields.h"
#include "searcher/match/search_plan.h"
#include "searcher/ranking/ranked_list.h"

namespace dateline {
namespace {

class Relaxer {
public:
    Relaxer(const SearchRequest& request, const Node& query) : request_(request), query_(query) {}

    std::vector<RelaxedSearch> relax() {
        leave_out_filters();
        leave_out_words();
        // Without the only thing that was asked, everything matches: no advice.
        if (things_ < 2) relaxed_.clear();
        leave_out_quotes();
        return std::move(relaxed_);
    }

private:
    RelaxedSearch* without(LeftOut what) {
        ++things_;
        if (relaxed_.size() == most_relaxed) return nullptr;
        return &relaxed_.emplace_back(RelaxedSearch{std::move(what), request_, query_});
    }

    void leave_out_filters() {
        for (std::size_t i = 0; i < request_.filters.size(); ++i) {
            std::string what;
            for (const std::string& value : request_.filters[i].values)
                what.append(what.empty() ? "--" : " --")
                    .append(field(request_.filters[i].field).flag)
                    .append(" ")
                    .append(value);
            if (RelaxedSearch* made =
                    without({.what = what, .articles = {}, .field = request_.filters[i].field}))
                made->request.filters.erase(made->request.filters.begin() +
                                            static_cast<std::ptrdiff_t>(i));
        }
        if (request_.days == DateRange{}) return;
        if (RelaxedSearch* made =
                without({.what = "the date filter", .articles = {}, .days = true}))
            made->request.days = {};
    }

    void leave_out_words() {
        Node copy = query_;
        const Node& parent = operands(copy);
        if (parent.kind != NodeKind::sequence && parent.kind != NodeKind::all &&
            parent.kind != NodeKind::except) {
            ++things_;
            return;
        }
        for (std::size_t i = 0; i < parent.children.size(); ++i) {
            // Without its first operand, a AND NOT b would be what it excludes.
            if (parent.kind == NodeKind::except && i == 0) {
                ++things_;
                continue;
            }
            RelaxedSearch* made = without({.what = typed(parent.children[i]),
                                           .articles = {},
                                           .query = &parent == &copy ? rest(parent, i) : ""});
            if (made == nullptr) continue;
            Node& smaller = operands(made->query);
            smaller.children.erase(smaller.children.begin() + static_cast<std::ptrdiff_t>(i));
            if (smaller.children.size() == 1) smaller.kind = NodeKind::sequence;
        }
    }

    /// Phrases as words, in any order and form.
    void leave_out_quotes() {
        // Without its quotes an OR would be an operator, and a field would be asked for one word.
        std::string bare = request_.query;
        const bool is_plain = bare.find(':') == bare.npos && bare.find("OR") == bare.npos &&
                              bare.find("AND") == bare.npos && bare.find("NOT") == bare.npos &&
                              bare.find('/') == bare.npos;
        if (is_plain)
            std::erase(bare, '"');
        else
            bare.clear();
        RelaxedSearch loose{{.what = "quotes", .articles = {}, .query = bare}, request_, query_};
        if (query_.kind == NodeKind::phrase) {
            loose.query = {};
            loose.query.children = {query_};
        }
        bool any = false;
        for (Node& child : operands(loose.query).children) {
            if (child.kind != NodeKind::phrase || !child.field.empty()) continue;
            Node words = parse_query(words_of(child.text), request_.today);
            words.kind = NodeKind::all;
            child = std::move(words);
            any = true;
        }
        if (any) relaxed_.push_back(std::move(loose));
    }

    /// The text without the signs that have a meaning in queries.
    static std::string words_of(std::string_view text) {
        std::string words;
        Tokenizer tokenizer;
        for (const Token& token : tokenizer.tokens(text))
            if (token.kind == TokenKind::word || token.kind == TokenKind::bigram)
                words.append(words.empty() ? "" : " ").append(token.form);
        return words;
    }

    /// The node whose children are all wanted together: `(sequence (all a b))` is a AND b.
    static Node& operands(Node& query) {
        Node* node = &query;
        while (node->children.size() == 1 && (node->children[0].kind == NodeKind::all ||
                                              node->children[0].kind == NodeKind::except))
            node = &node->children[0];
        return *node;
    }

    std::string typed(const Node& node) const {
        const std::string_view query = request_.query;
        const std::size_t begin = std::min<std::size_t>(node.span.begin, query.size());
        std::string text(query.substr(begin, node.span.end - begin));
        if (node.kind == NodeKind::negated && !text.starts_with('-')) text.insert(0, "-");
        return text;
    }

    /// What is typed, without one of the words side by side; "" where an operator would be left
    /// over.
    std::string rest(const Node& parent, std::size_t i) const {
        if (parent.kind != NodeKind::sequence) return "";
        const Span span = parent.children[i].span;
        std::string text = request_.query;
        const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
        text.erase(begin, span.end - begin);
        return std::string(ascii::trim(text));
    }

    const SearchRequest& request_;
    const Node& query_;
    std::size_t things_ = 0;
    std::vector<RelaxedSearch> relaxed_;
};

MatchCount count_matching(const Archives& archives, const RelaxedSearch& search) {
    const SearchRequest& request = search.request;
    const SearchPlan plan(archives, search.query, request.filters, request.days);
    const ListMode mode = list_mode(request, plan);
    return plan.count(plan.narrowed(matches(plan, mode), plan.dated_filter), mode.bound);
}

}  // namespace

std::vector<RelaxedSearch> relaxed_searches(const SearchRequest& request, const Node& query) {
    return Relaxer(request, query).relax();
}

std::vector<LeftOut> worth_leaving_out(const Archives& archives, const SearchRequest& request,
                                       const Node& query) {
    std::vector<LeftOut> worth;
    for (const RelaxedSearch& relaxed : relaxed_searches(request, query)) {
        try {
            LeftOut left_out = relaxed.left_out;
            left_out.articles = count_matching(archives, relaxed);
            if (left_out.articles.number > 0) worth.push_back(std::move(left_out));
        } catch (const IndexError&) {
            throw;
        } catch (const Error&) {
            // What is left over is no query.
        }
    }
    std::ranges::stable_sort(worth, std::ranges::greater{},
                             [](const LeftOut& left_out) { return left_out.articles.number; });
    return worth;
}

}  // namespace dateline
