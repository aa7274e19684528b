// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/metadata/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "common/ascii.h"
#include "common/code_points.h"

namespace dateline {
namespace {

constexpr std::size_t detected_bytes = 600;  // CLD2 needs about 75 ns a byte
constexpr std::size_t english_bytes = 1500;
constexpr std::size_t fewest_bytes = 40;  // of less, CLD2 guesses

// ISO 639-1, less a few that are two-letter folder names more often than languages.
constexpr std::string_view codes =
    "af am ar as az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy "
    "id is it "
    "ja ka kk km kn ko ku ky la lb lo lt lv mk ml mn mr ms my nb ne nl nn no or pa pl ps pt ro ru "
    "sd si sk "
    "sl so sq sr sv sw ta te tg th ti tk tl tr tt ug uk ur uz vi xh yi yo zh zu ";

struct Name {
    std::string_view name;
    std::string_view code;
};

// Names in English and their own language, three-letter codes, and codes that were replaced.
constexpr auto names = std::to_array<Name>({
    {"english", "en"},    {"eng", "en"},       {"german", "de"},     {"deutsch", "de"},
    {"deu", "de"},        {"ger", "de"},       {"french", "fr"},     {"français", "fr"},
    {"francais", "fr"},   {"fra", "fr"},       {"fre", "fr"},        {"spanish", "es"},
    {"español", "es"},    {"espanol", "es"},   {"spa", "es"},        {"italian", "it"},
    {"italiano", "it"},   {"ita", "it"},       {"portuguese", "pt"}, {"português", "pt"},
    {"por", "pt"},        {"dutch", "nl"},     {"nederlands", "nl"}, {"nld", "nl"},
    {"russian", "ru"},    {"русский", "ru"},   {"rus", "ru"},        {"ukrainian", "uk"},
    {"українська", "uk"}, {"ukr", "uk"},       {"polish", "pl"},     {"polski", "pl"},
    {"pol", "pl"},        {"turkish", "tr"},   {"türkçe", "tr"},     {"tur", "tr"},
    {"chinese", "zh"},    {"中文", "zh"},      {"zho", "zh"},        {"chi", "zh"},
    {"cmn", "zh"},        {"japanese", "ja"},  {"日本語", "ja"},     {"jpn", "ja"},
    {"korean", "ko"},     {"한국어", "ko"},    {"kor", "ko"},        {"arabic", "ar"},
    {"العربية", "ar"},    {"ara", "ar"},       {"hebrew", "he"},     {"heb", "he"},
    {"iw", "he"},         {"in", "id"},        {"indonesian", "id"}, {"vietnamese", "vi"},
    {"swedish", "sv"},    {"svenska", "sv"},   {"norwegian", "no"},  {"norsk", "no"},
    {"danish", "da"},     {"dansk", "da"},     {"finnish", "fi"},    {"suomi", "fi"},
    {"czech", "cs"},      {"čeština", "cs"},   {"hungarian", "hu"},  {"magyar", "hu"},
    {"greek", "el"},      {"bulgarian", "bg"}, {"romanian", "ro"},   {"azerbaijani", "az"},
    {"persian", "fa"},    {"hindi", "hi"},     {"mo", "ro"},
});

bool is_code(std::string_view text) {
    if (text.size() != 2 || !ascii::is_lower(text[0]) || !ascii::is_lower(text[1])) return false;
    for (std::size_t i = 0; i < codes.size(); i += 3) {
        if (codes.substr(i, 2) == text) return true;
    }
    return false;
}

/// True if the most frequent English words make up a twelfth of the text, as in no other language.
/// It spares most articles CLD2's look, which costs as much as all the rest of their metadata.
bool is_plainly_english(std::string_view text) {
    int words = 0;
    int the = 0;
    int frequent = 0;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        while (i < text.size() && (ascii::is_letter(text[i]) || ascii::is_wide(text[i]))) ++i;
        const std::string_view word = text.substr(begin, i - begin);
        if (word.empty()) {
            ++i;
            continue;
        }
        ++words;
        if (word == "the" || word == "The") ++the;
        if (word == "and" || word == "of" || word == "to") ++frequent;
    }
    return words >= 30 && the >= 3 && frequent >= 2 && (the + frequent) * 12 >= words;
}

/// The text's first words without addresses, which are in no language.
std::string words_of(std::string_view text) {
    constexpr std::size_t looked_at = 16 * 1024;
    text = text.substr(0, looked_at);
    std::string words;
    while (!text.empty() && words.size() < detected_bytes) {
        const auto url = text.find("http");
        words += text.substr(0, std::min(url, detected_bytes - words.size()));
        if (url == std::string_view::npos) break;
        text.remove_prefix(url);
        const auto end = std::ranges::find_if(
            text, [](char c) { return ascii::is_blank(c) || ascii::is_wide(c); });
        text.remove_prefix(static_cast<std::size_t>(end - text.begin()));
    }
    if (!words.empty() && ascii::is_wide(words.back()))
        words.resize(character_begin(words, words.size() - 1));
    return words;
}

/// Chinese, Japanese and Korean by their characters, where Latin terms among them confuse CLD2.
/// Three-byte characters: kana are U+3040 to U+30FF, Hangul U+AC00 on, Han U+4E00 to U+9FFF.
std::string language_of_script(std::string_view text) {
    constexpr int fewest = 8;
    int han = 0;
    int kana = 0;
    int hangul = 0;
    for (std::size_t i = 0; i + 2 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const auto next = static_cast<unsigned char>(text[i + 1]);
        if (lead == 0xE3 && next >= 0x81 && next <= 0x83) ++kana;
        if (lead >= 0xE4 && lead <= 0xE9) ++han;
        if (lead >= 0xEA && lead <= 0xED) ++hangul;
    }
    if (hangul >= fewest && hangul > han) return "ko";
    if (kana >= 4 && kana * 5 >= han) return "ja";
    const bool many = static_cast<std::size_t>(han) * 30 >= text.size();  // a tenth of the bytes
    return han >= fewest && many ? "zh" : "";
}

}  // namespace

std::string language_code(std::string_view stated) {
    stated = ascii::trim(stated);
    if (stated.size() > 32) return "";
    const std::string whole = ascii::lowered(stated);
    const std::string_view first = std::string_view(whole).substr(0, whole.find_first_of("-_ ,;("));
    for (const Name& name : names) {
        if (first == name.name) return std::string(name.code);
    }
    return is_code(first) ? std::string(first) : "";
}

std::string detect_language(std::string_view text) {
    if (text.size() < fewest_bytes) return "";
    if (is_plainly_english(text.substr(0, english_bytes / 3)) ||
        is_plainly_english(text.substr(0, english_bytes))) {
        return "en";
    }
    const std::string sample = words_of(text);
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguage(sample.data(), static_cast<int>(sample.size()), true, &reliable);
    if (!reliable || language == CLD2::UNKNOWN_LANGUAGE) return language_of_script(sample);
    return language_code(CLD2::LanguageCode(language));
}

std::string language_in_path(std::string_view path) {
    const auto end = path.find('/');
    if (end == std::string_view::npos || end < 2 || end > 5) return "";
    const std::string_view folder = path.substr(0, end);
    const bool region = folder.size() == 5 && (folder[2] == '_' || folder[2] == '-');
    return (folder.size() == 2 || region) && is_code(folder.substr(0, 2))
               ? std::string(folder.substr(0, 2))
               : "";
}

}  // namespace dateline
