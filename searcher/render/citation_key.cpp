// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher/render/citation_key.h"

#include <map>
#include <string_view>

#include "common/ascii.h"
#include "common/file_stamp.h"
#include "common/folding.h"
#include "common/stop_words.h"
#include "searcher/render/citation.h"

namespace dateline {
namespace {

constexpr std::size_t longest_word = 20;

/// The ASCII letters and digits of a folded text.
std::string plain(std::string_view text) {
    std::string letters;
    for (const char c : fold_value(text))
        if (ascii::is_letter(c) || ascii::is_digit(c)) letters += c;
    return letters.substr(0, longest_word);
}

std::string who(const Article& article) {
    std::string name;
    if (!article.authors.empty()) name = plain(parse_name(article.authors.front()).family);
    if (name.empty()) name = plain(article.outlet);
    return name.empty() ? "anon" : name;
}

/// In a title of stop words the first of all.
std::string word_of(const std::string& title, std::string_view language) {
    const std::string folded = fold_value(title);
    std::string first;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = std::min(folded.find_first_of(" -", at), folded.size());
        const std::string word = plain(folded.substr(at, end - at));
        at = end + 1;
        if (word.empty()) continue;
        if (first.empty()) first = word;
        if (word.size() > 2 && !is_stop_word(word, language)) return word;
    }
    return first;
}

/// Where there is no URL, messages and posts of one subject and day are told apart by their texts.
std::string tail_of(const Hit& hit) {
    const Article& article = hit.article;
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    const std::string day = article.published ? to_string(*article.published) : "";
    std::uint64_t hash =
        content_hash(article.title + '\n' + article.outlet + '\n' + day + '\n' +
                     (article.url.empty() ? std::to_string(hit.text_hash) : article.url));
    std::string tail;
    for (int i = 0; i < 5; ++i, hash /= digits.size()) tail += digits[hash % digits.size()];
    return tail;
}

}  // namespace

std::string citation_key(const Hit& hit) {
    const Article& article = hit.article;
    const std::string year =
        article.published ? to_string(CalendarDate{article.published->day, Precision::year}) : "nd";
    return who(article) + year + word_of(article.title, article.language) + '-' + tail_of(hit);
}

std::vector<std::string> citation_keys(const std::vector<Hit>& hits) {
    std::vector<std::string> keys;
    for (const Hit& hit : hits) keys.push_back(citation_key(hit));
    std::map<std::string, int> times;
    for (const std::string& key : keys) ++times[key];
    for (std::size_t i = 0; i < keys.size(); ++i)
        if (times[keys[i]] > 1) keys[i] += plain(id_token(hits[i].article));
    return keys;
}

}  // namespace dateline
