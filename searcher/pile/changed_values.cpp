// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/pile/changed_values.h"

#include <algorithm>
#include <set>
#include <string>
#include <unordered_set>

#include "searcher/pile/text_values.h"

namespace dateline {
namespace {

using Keys = std::unordered_set<std::string>;

/// Values of one kind in both texts.
struct BothValues {
    std::vector<TextValue> first;
    std::vector<TextValue> second;
    Keys in_first;  ///< what of the second text is not new: keys, or words that could be of a name
    Keys in_second;
};

/// The values that have a word of [begin, end).
std::vector<const TextValue*> touching(const std::vector<TextValue>& values, std::uint32_t begin,
                                       std::uint32_t end) {
    std::vector<const TextValue*> found;
    auto value = std::ranges::upper_bound(values, begin, {}, &TextValue::end);
    for (; value != values.end() && value->begin < end; ++value) found.push_back(&*value);
    return found;
}

class ValueComparison {
public:
    ValueComparison(const TextWords& first, const TextWords& second, const BothValues& values)
        : first_(first), second_(second), values_(values) {}

    std::vector<ChangedValue> compare(const std::vector<ParagraphParts>& paragraphs) {
        for (const ParagraphParts& paragraph : paragraphs)
            for (std::size_t i = 1; i < paragraph.parts.size(); ++i)
                if (paragraph.parts[i - 1].kind == PartKind::dropped &&
                    paragraph.parts[i].kind == PartKind::added)
                    add_replaced(paragraph.parts[i - 1], paragraph.parts[i]);
        for (const TextValue& value : values_.first)
            if (is_alone(value, values_.in_second))
                changed_.push_back({typed_value(first_, value), ""});
        for (const TextValue& value : values_.second)
            if (is_alone(value, values_.in_first))
                changed_.push_back({"", typed_value(second_, value)});
        return std::move(changed_);
    }

private:
    /// In few words that took the place of few others, the values stand for each other; in many
    /// only if there is one of either, which the other text has nowhere.
    void add_replaced(const WordPart& dropped, const WordPart& added) {
        constexpr std::uint32_t few = 6;
        constexpr std::uint32_t many = 20;
        const auto here = touching(values_.first, dropped.first, dropped.first_end);
        const auto there = touching(values_.second, added.second, added.second_end);
        const std::uint32_t words =
            std::max(dropped.first_end - dropped.first, added.second_end - added.second);
        if (here.size() != there.size() || here.empty() || words > many) return;
        if (words > few && (here.size() > 1 || values_.in_second.contains(here.front()->key) ||
                            values_.in_first.contains(there.front()->key)))
            return;
        for (std::size_t i = 0; i < here.size(); ++i) {
            if (here[i]->key == there[i]->key) continue;
            told_.insert(here[i]->key);
            told_.insert(there[i]->key);
            ChangedValue value{typed_value(first_, *here[i]), typed_value(second_, *there[i])};
            if (pairs_.insert({value.first, value.second}).second)
                changed_.push_back(std::move(value));
        }
    }

    /// Numbers that are spelt out are told only where they were replaced: there are too many.
    bool is_alone(const TextValue& value, const Keys& others) {
        return !value.in_words && !others.contains(value.key) && told_.insert(value.key).second;
    }

    const TextWords& first_;
    const TextWords& second_;
    const BothValues& values_;
    std::vector<ChangedValue> changed_;
    Keys told_;
    std::set<std::pair<std::string, std::string>> pairs_;
};

Keys keys_of(const std::vector<TextValue>& values) {
    Keys keys;
    for (const TextValue& value : values) keys.insert(value.key);
    return keys;
}

/// A name is not new that the other text begins a sentence with.
Keys capitalised_words(const TextWords& text) {
    Keys keys;
    const std::vector<bool> capitals = capitals_of(text);
    for (std::uint32_t i = 0; i < text.size(); ++i)
        if (capitals[i]) keys.insert(std::to_string(text.numbers[i]));
    return keys;
}

}  // namespace

ChangedValues changed_values(const TextWords& first, const TextWords& second,
                             const std::vector<ParagraphParts>& paragraphs) {
    BothValues numbers{numbers_in(first), numbers_in(second), {}, {}};
    numbers.in_first = keys_of(numbers.first);
    numbers.in_second = keys_of(numbers.second);
    const BothValues names{names_in(first), names_in(second), capitalised_words(first),
                           capitalised_words(second)};
    return {ValueComparison(first, second, numbers).compare(paragraphs),
            ValueComparison(first, second, names).compare(paragraphs)};
}

}  // namespace dateline
