// SPDX-License-Identifier: GPL-2.0-or-later
// The words that decide whether a full stop ends a sentence: abbreviations, and words that begin
// one. A part of sentences.h.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

namespace dateline {

/// Words to look up quickly: most are ruled out by first letter and length.
template <std::size_t count>
class WordSet {
public:
    constexpr explicit WordSet(std::array<std::string_view, count> words) : words_(words) {
        std::ranges::sort(words_);
        for (const std::string_view word : words_) lengths_[slot(word)] |= bit(word);
    }

    bool contains(std::string_view word) const {
        return !word.empty() && (lengths_[slot(word)] & bit(word)) != 0 &&
               std::ranges::binary_search(words_, word);
    }

private:
    static constexpr std::size_t slot(std::string_view word) {
        return static_cast<unsigned char>(word[0]) % 64;
    }
    static constexpr std::uint32_t bit(std::string_view word) {
        return std::uint32_t{1} << std::min<std::size_t>(word.size(), 31);
    }

    std::array<std::string_view, count> words_;
    std::array<std::uint32_t, 64> lengths_{};
};

/// "Mr", "e.g": never end a sentence, since a name or a clause follows.
inline constexpr auto never_final = WordSet(std::to_array<std::string_view>(
    {"Adm",    "Asst", "Atty", "Brig",  "Capt", "Cdr", "Cmdr", "Col",  "Cpl", "Cmdt",
     "Det",    "Dr",   "Fr",   "Ft",    "Gen",  "Gov", "Hon",  "Insp", "Lt",  "Maj",
     "Messrs", "Mgr",  "Mlle", "Mme",   "Mr",   "Mrs", "Ms",   "Mt",   "Mx",  "Pfc",
     "Pres",   "Prof", "Pvt",  "Rep",   "Reps", "Rev", "Sen",  "Sens", "Sgt", "Spc",
     "St",     "Ste",  "Supt", "Treas", "cf",   "e.g", "i.e",  "v",    "vs",  "viz"}));

/// End a sentence only before a word that plainly begins one: "Acme Inc. The …", not "Acme Inc.
/// Chairman".
inline constexpr auto seldom_final = WordSet(std::to_array<std::string_view>(
    {"Ala",    "Ariz", "Ark",   "Assn", "Assoc", "Aug", "Ave",  "Blvd", "Bros", "Calif", "Co",
     "Colo",   "Conn", "Corp",  "Cos",  "Dec",   "Del", "Dept", "Dist", "Esq",  "Feb",   "Fla",
     "Fri",    "Ga",   "Gov't", "Hwy",  "Ill",   "Inc", "Ind",  "Jan",  "Jr",   "Jul",   "Jun",
     "Kan",    "Ky",   "La",    "Ltd",  "Mass",  "Md",  "Mich", "Minn", "Miss", "Mo",    "Mon",
     "Mont",   "Mar",  "Apr",   "Neb",  "Nev",   "Nov", "Oct",  "Okla", "Ont",  "Ore",   "Pa",
     "Ph.D",   "Que",  "Rd",    "Sask", "Sept",  "Sep", "Sq",   "Sr",   "Tenn", "Tex",   "Thu",
     "Thurs",  "Tue",  "Tues",  "Univ", "Va",    "Vt",  "Wash", "Wed",  "Wis",  "Wyo",   "al",
     "approx", "bros", "dept",  "est",  "etc",   "ft",  "lb",   "lbs",  "oz",   "tel"}));

/// Do not end a sentence before a number: "No. 3", "pp. 4-6".
inline constexpr auto before_number = WordSet(std::to_array<std::string_view>(
    {"Art", "Ch", "Fig", "No", "Nos", "Nr", "Op", "Sec", "Vol", "art", "ch", "fig", "no", "nos",
     "p", "pp", "par", "sec", "vol"}));

/// Begin a sentence and hardly ever continue a name.
inline constexpr auto openings = WordSet(std::to_array<std::string_view>(
    {"A",       "According", "After",   "Afterward", "All",     "Also",      "Although",  "Among",
     "An",      "And",       "Another", "Any",       "Are",     "As",        "Asked",     "At",
     "Because", "Before",    "Both",    "But",       "By",      "Can",       "Could",     "Critics",
     "Despite", "Did",       "Do",      "Does",      "During",  "Each",      "Earlier",   "Even",
     "Every",   "Few",       "For",     "Former",    "Four",    "From",      "Given",     "Had",
     "Has",     "He",        "Her",     "Here",      "He's",    "His",       "How",       "However",
     "I",       "I'm",       "If",      "In",        "Instead", "Is",        "It",        "It's",
     "Its",     "Just",      "Last",    "Later",     "Like",    "Many",      "Meanwhile", "More",
     "Most",    "Much",      "My",      "Neither",   "Nearly",  "Never",     "No",        "Nobody",
     "None",    "Nor",       "Not",     "Now",       "Of",      "Officials", "On",        "Once",
     "One",     "Only",      "Or",      "Other",     "Others",  "Our",       "Over",      "Perhaps",
     "Police",  "Several",   "She",     "She's",     "Since",   "So",        "Some",      "Still",
     "Such",    "That",      "That's",  "The",       "Their",   "Then",      "There",     "There's",
     "These",   "They",      "They're", "This",      "Those",   "Though",    "Three",     "Through",
     "Thus",    "To",        "Today",   "Two",       "Under",   "Unlike",    "Until",     "Was",
     "We",      "We're",     "Were",    "What",      "When",    "Where",     "Whether",   "Which",
     "While",   "Who",       "Why",     "Will",      "With",    "Without",   "Would",     "Yes",
     "Yet",     "You",       "Your"}));

}  // namespace dateline
