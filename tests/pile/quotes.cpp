// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/pile/quotes.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis.h"
#include "common/ascii.h"
#include "common/code_points.h"
#include "searcher/pile/quotations.h"
#include "searcher/pile/speakers.h"

namespace dateline {
namespace {

struct GoldQuotation {
    Span inside;
    std::vector<Span> sources;
};

/// Offsets in characters as offsets in bytes.
class ByteOffsets {
public:
    explicit ByteOffsets(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at)
            if (!is_inner_byte(text[at])) bytes_.push_back(static_cast<std::uint32_t>(at));
        bytes_.push_back(static_cast<std::uint32_t>(text.size()));
    }

    Span span(std::size_t begin, std::size_t end) const {
        return {bytes_.at(begin), bytes_.at(end)};
    }

private:
    std::vector<std::uint32_t> bytes_;
};

std::uint32_t overlap(Span a, Span b) {
    const std::uint32_t begin = std::max(a.begin, b.begin);
    const std::uint32_t end = std::min(a.end, b.end);
    return end > begin ? end - begin : 0;
}

std::vector<std::string> folded_words(std::string_view text, bool capitalised) {
    Tokenizer tokenizer;
    std::vector<std::string> words;
    for (const Token& token : tokenizer.tokens(text))
        if (!capitalised || ascii::is_upper(text[token.begin])) words.emplace_back(token.form);
    return words;
}

bool same_last_name(std::string_view text, const Speaker& speaker, Span source) {
    const std::vector<std::string> name = folded_words(speaker.name, false);
    if (!speaker.certain || name.empty() || !ascii::is_upper(speaker.name[0])) return false;
    std::string_view mention = text.substr(source.begin, source.end - source.begin);
    mention = mention.substr(0, mention.find(','));
    return std::ranges::count(folded_words(mention, true), name.back()) > 0;
}

bool is_right(std::string_view text, const Speaker& speaker, const GoldQuotation& gold) {
    return std::ranges::any_of(gold.sources, [&](Span source) {
        return overlap(source, speaker.mention) > 0 || same_last_name(text, speaker, source);
    });
}

std::vector<GoldQuotation> gold_quotations(const nlohmann::json& article, std::string_view text) {
    const ByteOffsets offsets(text);
    std::vector<GoldQuotation> result;
    for (const auto& quote : article.at("quotes")) {
        GoldQuotation gold;
        gold.inside = offsets.span(quote.at("b"), quote.at("e"));
        for (const auto& source : quote.at("source_spans"))
            gold.sources.push_back(offsets.span(source.at(0), source.at(1)));
        result.push_back(std::move(gold));
    }
    return result;
}

struct Counts {
    double gold = 0;
    double found = 0;
    double attributed = 0;
    double right = 0;
};

void count_article(const nlohmann::json& article, Counts& counts) {
    const auto text = article.at("text").get<std::string>();
    const std::vector<Quotation> own = quotations(text);
    const auto told = speakers(text, own, "en");
    for (const GoldQuotation& gold : gold_quotations(article, text)) {
        ++counts.gold;
        const auto best = std::ranges::max_element(
            own, {}, [&](const Quotation& each) { return overlap(each.inside, gold.inside); });
        if (best == own.end()) continue;
        const double shared = overlap(best->inside, gold.inside);
        if (shared == 0) continue;
        const double longer =
            std::max(best->inside.end - best->inside.begin, gold.inside.end - gold.inside.begin);
        constexpr double enough = 0.8;
        if (shared >= enough * longer) ++counts.found;
        const auto& speaker = told[static_cast<std::size_t>(best - own.begin())];
        if (!speaker) continue;
        ++counts.attributed;
        if (is_right(text, *speaker, gold)) ++counts.right;
    }
}

}  // namespace

Figures quote_figures(const std::filesystem::path& data) {
    Counts counts;
    for (const auto& article : read_gold(data / "pile" / "quotes-polnear.jsonl.gz"))
        count_article(article, counts);
    return {{"quotes.found", counts.found / counts.gold},
            {"quotes.coverage", counts.attributed / counts.gold},
            {"quotes.precision", counts.right / counts.attributed}};
}

}  // namespace dateline
