// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/oracle/typed_query_maker.h"

#include <array>
#include <utility>

namespace dateline::oracle {

TypedQueryMaker::TypedQueryMaker(const std::vector<Article>& articles, unsigned seed)
    : articles_(articles), random_(seed) {}

TypedQuery TypedQueryMaker::made(Said said) {
    TypedQuery result;
    result.said = said;
    result.style = static_cast<unsigned>(pick(10'000));
    return result;
}

TypedQuery TypedQueryMaker::made(Said said, std::vector<TypedQuery> children) {
    TypedQuery result = made(said);
    result.children = std::move(children);
    return result;
}

TypedQuery TypedQueryMaker::placed_operand(int pairs) {
    if (pairs > 0 && one_in(5)) return pair(pairs - 1);
    switch (pick(10)) {
        case 0:
        case 1:
            return phrase();
        case 2:
            return pattern();
        case 3:
            return fuzzy();
        case 4:
        case 5:
            return made(Said::either, list_of(word(), one_in(3) ? phrase() : word()));
        default:
            return word();
    }
}

TypedQuery TypedQueryMaker::pair(int pairs) {
    static constexpr auto kinds = std::to_array<Said>(
        {Said::near, Said::near, Said::before, Said::same_sentence, Said::same_paragraph});
    TypedQuery result = made(kinds[pick(kinds.size())]);
    TypedQuery left = placed_operand(pairs);
    const bool is_pair = left.children.size() == 2 && left.said != Said::either;
    result.children = list_of(std::move(left), placed_operand(is_pair ? 0 : pairs));
    result.number = static_cast<std::uint32_t>(1 + pick(12));
    return result;
}

TypedQuery TypedQueryMaker::on_places() {
    switch (pick(5)) {
        case 0: {
            TypedQuery result = made(Said::not_near, list_of(placed_operand(1), placed_operand(0)));
            result.number = static_cast<std::uint32_t>(1 + pick(12));
            return result;
        }
        case 1: {
            TypedQuery result = made(Said::at_least, list_of(placed_operand(1)));
            result.number = static_cast<std::uint32_t>(1 + pick(4));
            return result;
        }
        default:
            return pair(1);
    }
}

TypedQuery TypedQueryMaker::in_area() {
    static constexpr auto kinds =
        std::to_array<Said>({Said::first, Said::lead, Said::headline_lead});
    TypedQuery result = made(kinds[pick(kinds.size())]);
    result.number = static_cast<std::uint32_t>(1 + pick(80));
    TypedQuery inner = placed_operand(1);
    if (one_in(3)) {
        static constexpr auto ways =
            std::to_array<Said>({Said::sequence, Said::both, Said::either});
        inner = made(ways[pick(ways.size())], list_of(std::move(inner), placed_operand(0)));
        if (inner.said != Said::either && one_in(4)) inner.excluded = list_of(placed_operand(0));
    }
    result.children = list_of(std::move(inner));
    return result;
}

TypedQuery TypedQueryMaker::part(int depth) {
    if (depth > 0 && one_in(4)) {
        switch (pick(4)) {
            case 0:
                return either(depth - 1);
            case 1:
                return both(depth - 1);
            case 2:
                return sequence(depth - 1);
            default:
                return one_in(3) ? in_area() : on_places();
        }
    }
    return leaf();
}

TypedQuery TypedQueryMaker::either(int depth) {
    TypedQuery result = made(Said::either);
    for (std::size_t more = 2 + pick(2); more > 0; --more) result.children.push_back(part(depth));
    if (one_in(12)) {
        TypedQuery without = made(Said::both);
        without.excluded = list_of(part(depth));
        result.children.push_back(std::move(without));
    }
    return result;
}

TypedQuery TypedQueryMaker::both(int depth) {
    TypedQuery result = made(Said::both);
    for (std::size_t more = 1 + pick(3); more > 0; --more) result.children.push_back(part(depth));
    if (result.children.size() == 1 || one_in(4)) result.excluded = list_of(part(depth));
    return result;
}

TypedQuery TypedQueryMaker::sequence(int depth) {
    TypedQuery result = made(Said::sequence);
    for (std::size_t more = 1 + pick(4); more > 0; --more) {
        result.children.push_back(part(depth));
        result.children.back().required = one_in(10);
    }
    if (one_in(4)) result.excluded = list_of(part(depth));
    if (result.excluded.size() == 1 && one_in(4)) result.excluded.push_back(leaf());
    if (!result.excluded.empty() && one_in(10)) result.children.clear();
    return result;
}

TypedQuery TypedQueryMaker::any_query() {
    article_ = pick(articles_.size());
    text_.clear();
    switch (pick(8)) {
        case 0:
            return either(1);
        case 1:
            return both(2);
        case 2:
            return one_in(2) ? on_places() : in_area();
        case 3:
            return one_in(4) ? address() : leaf();
        default:
            return sequence(2);
    }
}

}  // namespace dateline::oracle
