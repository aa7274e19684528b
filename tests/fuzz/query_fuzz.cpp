// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes are a query: a tree that can be resolved and described, or an Error with a hint.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "common/error.h"
#include "searcher/query/describe.h"
#include "searcher/query/matcher.h"
#include "searcher/query/resolve.h"
#include "searcher/query/tree.h"
#include "searcher/query/word_source.h"

namespace {

/// A few words in byte order, so that wildcards and fuzzy words have something to find.
class FewWords : public dateline::WordSource {
public:
    std::vector<dateline::VocabularyWord> words(std::string_view,
                                                std::string_view prefix) const override {
        std::vector<dateline::VocabularyWord> result;
        for (const char* form : {"a", "ab", "strike", "striking", "the", "wellbeing", "第三"})
            if (std::string_view(form).starts_with(prefix)) result.push_back({form, 3});
        return result;
    }
    std::vector<std::string> languages() const override { return {"en"}; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    try {
        const dateline::Node tree = dateline::parse_query(text, *dateline::make_day(2026, 3, 1));
        if (dateline::to_string(tree).empty()) std::abort();
        const dateline::Question question = dateline::resolve_query(tree, FewWords());
        if (dateline::to_string(question).empty()) std::abort();
        dateline::describe_tree(question);
    } catch (const dateline::Error& error) {
        if (error.hint().empty()) std::abort();
    }
    return 0;
}
