// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/stemmer.h"

#include <libstemmer.h>
#include <xapian.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>
#include <new>
#include <string>
#include <unordered_map>

#include "common/folding.h"
#include "common/serbian.h"

namespace dateline {
namespace {

struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
        return std::hash<std::string_view>()(text);
    }
};

constexpr std::size_t most_cached = 200000;  // forms; beyond that memory would grow without end

/// Stemmers that Snowball has had since Xapian took its own. They work on folded forms: Greek's
/// drops the accents itself, and Hindi's vowel signs are no accents. Serbian's puts marks on
/// letters, which its forms have lost; so its stems lose them, too.
struct LaterStemmer {
    std::string_view code;
    const char* name;
    std::string (*prepared)(std::string_view form) = nullptr;
    std::string (*finished)(std::string_view stem) = nullptr;
};

constexpr LaterStemmer later_stemmers[] = {{"el", "greek"},
                                           {"hi", "hindi"},
                                           {"sr", "serbian", serbian_in_latin, fold_value},
                                           {"yi", "yiddish"}};

using StemForm = std::function<std::string(std::string_view form)>;

StemForm later_stemmer(std::string_view language) {
    const auto row = std::ranges::find(later_stemmers, language, &LaterStemmer::code);
    if (row == std::end(later_stemmers)) return {};
    const std::shared_ptr<sb_stemmer> stemmer(sb_stemmer_new(row->name, nullptr),
                                              sb_stemmer_delete);
    if (!stemmer) return {};
    return [stemmer, row](std::string_view folded) {
        const std::string form = row->prepared ? row->prepared(folded) : std::string(folded);
        const auto* bytes = reinterpret_cast<const sb_symbol*>(form.data());
        const sb_symbol* stem =
            sb_stemmer_stem(stemmer.get(), bytes, static_cast<int>(form.size()));
        if (stem == nullptr) throw std::bad_alloc();
        const std::string made(reinterpret_cast<const char*>(stem),
                               static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
        return row->finished ? row->finished(made) : made;
    };
}

/// Nothing if Snowball does not know the language: forms stay as they are.
StemForm stemmer_of(std::string_view language) {
    if (language.empty()) return {};
    if (StemForm later = later_stemmer(language)) return later;
    try {
        return [stem = Xapian::Stem(std::string(language))](std::string_view form) {
            return stem(std::string(form));
        };
    } catch (const Xapian::InvalidArgumentError&) {
        return {};
    }
}

}  // namespace

struct Stemmer::State {
    StemForm snowball;
    std::size_t most_kept = 0;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> stems;
    std::string last;
};

Stemmer::Stemmer(std::string_view language, Cache cache) : state_(std::make_unique<State>()) {
    if (cache == Cache::kept) state_->most_kept = most_cached;
    state_->snowball = stemmer_of(language);
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view form) {
    State& state = *state_;
    if (!state.snowball) return state.last = form;
    const auto found = state.stems.find(form);
    if (found != state.stems.end()) return found->second;
    std::string stem = state.snowball(form);
    if (state.stems.size() >= state.most_kept) return state.last = std::move(stem);
    return state.stems.emplace(form, std::move(stem)).first->second;
}

}  // namespace dateline
