// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/dates/date_words.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/ascii.h"
#include "common/calendar.h"
#include "common/code_points.h"

namespace dateline {
namespace {

using enum DateTokenKind;

struct WordRow {
    DateTokenKind kind;
    std::int32_t value;
    std::string_view words;  ///< as printed, split by blanks
};

// clang-format off
// English months are in common/calendar. Where a word has two meanings (mar., am), the first row wins.
// In order: German, French, Spanish, Portuguese, Italian, Dutch, Indonesian, Swedish, Polish, Turkish,
// Russian, Ukrainian, Bulgarian; nominative, genitive and short forms.
constexpr WordRow rows[] = {
    {month, 1, "Januar Jänner Jaenner janvier janv enero ene janeiro gennaio gen januari styczeń stycznia sty "
               "Ocak Oca январь января янв січень січня січ януари яну"},
    {month, 2, "Februar Feber février févr fév fevr fevereiro fev febrero febbraio februari Pebruari luty lutego "
               "lut Şubat Şub февраль февраля февр фев лютий лютого лют февруари"},
    {month, 3, "März Maerz Mrz mars marzo março maart mrt Maret marzec marca Mart март марта мар березень "
               "березня бер"},
    {month, 4, "avril avr abril abr aprile kwiecień kwietnia kwi Nisan Nis апрель апреля апр квітень квітня кві "
               "април"},
    {month, 5, "Mai mayo maio maggio mag mei maj maja Mayıs май мая травень травня тра трав"},
    {month, 6, "Juni juin junio junho jun giugno giu czerwiec czerwca cze Haziran Haz июнь июня июн червень "
               "червня чер черв юни"},
    {month, 7, "Juli juillet juil julio julho luglio lug lipiec lipca lip Temmuz Tem июль июля июл липень липня "
               "лип юли"},
    {month, 8, "août agosto ago augustus Agustus Agu Ags Agt augusti sierpień sierpnia sie Ağustos Ağu август "
               "августа авг серпень серпня сер серп"},
    {month, 9, "septembre septiembre setiembre setembro set settembre sett wrzesień września wrz Eylül Eyl "
               "сентябрь сентября сент сен вересень вересня вер септември септ"},
    {month, 10, "Oktober Okt octobre octubre outubro out ottobre ott październik października paź Ekim Eki "
                "октябрь октября окт жовтень жовтня жов жовт октомври"},
    {month, 11, "novembre noviembre novembro Nopember listopad listopada lis Kasım Kas ноябрь ноября нояб ноя "
                "листопад листопада лис лист ноември ноем"},
    {month, 12, "Dezember Dez décembre déc diciembre dic dezembro dicembre Desember Des grudzień grudnia gru "
                "Aralık Ara декабрь декабря дек грудень грудня груд гру декември"},
    {weekday, 0, "Monday Mon Tuesday Tues Tue Wednesday Weds Wed Thursday Thurs Thur Thu Friday Fri Saturday "
                 "Sat Sunday Sun"},
    {weekday, 0, "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonnabend Sonntag Mo Di Mi Do Fr Sa So"},
    {weekday, 0, "lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim"},
    {weekday, 0, "lunes martes miércoles mié jueves jue viernes vie sábado domingo dom "
                 "segunda terça quarta quinta sexta feira"},
    {weekday, 0, "lunedì martedì mercoledì giovedì venerdì sabato domenica sab"},
    {weekday, 0, "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag Senin Selasa Rabu Kamis Jumat "
                 "Sabtu Minggu"},
    {weekday, 0, "poniedziałek wtorek środa czwartek piątek sobota niedziela Pazartesi Salı Çarşamba Perşembe "
                 "Cuma Cumartesi Pazar"},
    {weekday, 0, "понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс нд "
                 "понеділок вівторок середа четвер п ятниця субота неділя понеделник сряда четвъртък "
                 "петък събота неделя"},
    {weekday, 0, "thứ hai ba tư sáu bảy chủ nhật"},
    {meridiem, 0, "am"},
    {meridiem, 12, "pm"},
    {filler, 0, "of the de del den der le el il di r г года год година р року рік ngày yil"},
    {filler, 0, "on at um à a às alle ore las les los om o о об в във у pukul jam lúc saat dnia"},
    {label, 0, "published posted date"},
    {ordinal, 0, "st nd rd th er ère º ª ° го"},
    {time_mark, 0, "T"},
    {week_mark, 0, "W"},
    {zone, 0, "Z UTC GMT UT WET"},
    {zone, -300, "EST CDT"}, {zone, -240, "EDT AST"}, {zone, -360, "CST MDT"}, {zone, -420, "MST PDT"},
    {zone, -480, "PST AKDT"}, {zone, -540, "AKST"}, {zone, -600, "HST"}, {zone, -180, "BRT"},
    {zone, 60, "BST CET MEZ WEST"}, {zone, 120, "CEST MESZ EET SAST"}, {zone, 180, "EEST MSK МСК TRT"},
    {zone, 300, "PKT"}, {zone, 420, "WIB ICT"}, {zone, 480, "HKT SGT AWST WITA"}, {zone, 540, "JST KST WIT"},
    {zone, 570, "ACST"}, {zone, 600, "AEST"}, {zone, 660, "AEDT"}, {zone, 720, "NZST"}, {zone, 780, "NZDT"},
    {zone, unspecific_zone, "ET CT MT PT IST Eastern Central Mountain Pacific"},
    {year_unit, 0, "năm"}, {month_unit, 0, "tháng"}, {hour_unit, 0, "h giờ Uhr hs hrs hours horas ч"},
};

struct CjkRow {
    DateTokenKind kind;
    std::int32_t value;
    std::string_view word;
};

// Longer words before their own beginnings.
constexpr CjkRow cjk_rows[] = {
    {weekday, 0, "星期一"}, {weekday, 0, "星期二"}, {weekday, 0, "星期三"}, {weekday, 0, "星期四"},
    {weekday, 0, "星期五"}, {weekday, 0, "星期六"}, {weekday, 0, "星期日"}, {weekday, 0, "星期天"},
    {weekday, 0, "周一"}, {weekday, 0, "周二"}, {weekday, 0, "周三"}, {weekday, 0, "周四"},
    {weekday, 0, "周五"}, {weekday, 0, "周六"}, {weekday, 0, "周日"}, {weekday, 0, "週一"},
    {weekday, 0, "週二"}, {weekday, 0, "週三"}, {weekday, 0, "週四"}, {weekday, 0, "週五"},
    {weekday, 0, "週六"}, {weekday, 0, "週日"},
    {weekday, 0, "月曜日"}, {weekday, 0, "火曜日"}, {weekday, 0, "水曜日"}, {weekday, 0, "木曜日"},
    {weekday, 0, "金曜日"}, {weekday, 0, "土曜日"}, {weekday, 0, "日曜日"},
    {weekday, 0, "월요일"}, {weekday, 0, "화요일"}, {weekday, 0, "수요일"}, {weekday, 0, "목요일"},
    {weekday, 0, "금요일"}, {weekday, 0, "토요일"}, {weekday, 0, "일요일"},
    {meridiem, 0, "上午"}, {meridiem, 0, "午前"}, {meridiem, 0, "오전"}, {meridiem, 0, "凌晨"},
    {meridiem, 12, "下午"}, {meridiem, 12, "午後"}, {meridiem, 12, "오후"}, {meridiem, 12, "晚上"},
    {era, 2018, "令和"}, {era, 1988, "平成"}, {era, 1925, "昭和"}, {era, 1911, "大正"},
    {era, 1867, "明治"}, {era, 1911, "民國"}, {era, 1911, "民国"},
    {year_unit, 0, "年"}, {year_unit, 0, "년"}, {month_unit, 0, "月"}, {month_unit, 0, "월"},
    {day_unit, 0, "日"}, {day_unit, 0, "号"}, {day_unit, 0, "號"}, {day_unit, 0, "일"},
    {hour_unit, 0, "時"}, {hour_unit, 0, "时"}, {hour_unit, 0, "点"}, {hour_unit, 0, "點"}, {hour_unit, 0, "시"},
    {minute_unit, 0, "分"}, {minute_unit, 0, "분"}, {second_unit, 0, "秒"}, {second_unit, 0, "초"},
};
// clang-format on

constexpr std::size_t longest_word = 40;  ///< bytes; longer words are not looked up

struct FoldedWord {
    std::array<char, 2 * longest_word> text{};
    std::size_t size = 0;

    std::string_view view() const { return {text.data(), size}; }
};

/// Lower case without accents; nothing for bytes that are not UTF-8 or do not fit.
std::optional<FoldedWord> folded(std::string_view word) {
    FoldedWord out;
    while (!word.empty()) {
        const auto [letter, bytes] = code_point_at(word, 0);
        if (letter < 0) return std::nullopt;
        word.remove_prefix(bytes);
        std::array<utf8proc_int32_t, 8> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(
            letter == 0x131 ? 'i' : letter, parts.data(), parts.size(),
            static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                           UTF8PROC_STRIPMARK),
            &boundary);
        if (count < 0 || count > static_cast<utf8proc_ssize_t>(parts.size())) return std::nullopt;
        for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
            if (out.size + 4 > out.text.size()) return std::nullopt;
            out.size += static_cast<std::size_t>(utf8proc_encode_char(
                parts[i], reinterpret_cast<utf8proc_uint8_t*>(out.text.data() + out.size)));
        }
    }
    return out;
}

std::optional<FoldedWord> folded_ascii(std::string_view word) {
    FoldedWord out;
    for (const char c : word) {
        if (static_cast<unsigned char>(c) >= 0x80) return std::nullopt;
        out.text[out.size++] = ascii::lower(c);
    }
    return out;
}

using Dictionary = std::vector<std::pair<std::string, DateWord>>;

/// All words of the rows, folded and sorted.
Dictionary make_dictionary() {
    Dictionary words;
    for (const WordRow& row : rows) {
        for (std::string_view rest = row.words; !rest.empty();) {
            const std::string_view word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), word.size() + 1));
            if (const auto key = folded(word))
                words.emplace_back(key->view(), DateWord{row.kind, row.value, 1});
        }
    }
    const auto by_word = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::stable_sort(words.begin(), words.end(), by_word);
    return words;
}

/// One character of a Chinese numeral: 0..10, or nothing.
std::optional<int> numeral(std::string_view character) {
    constexpr std::array<std::string_view, 12> numerals = {"〇", "一", "二", "三", "四", "五",
                                                           "六", "七", "八", "九", "十", "零"};
    const auto found = std::find(numerals.begin(), numerals.end(), character);
    if (found == numerals.end()) return std::nullopt;
    return static_cast<int>((found - numerals.begin()) % 11);
}

/// A run of numerals: positional (二〇一五) or with 十 (二十六).
DateWord find_numeral(std::string_view text) {
    DateWord out{number, 0, 0};
    int tens = -1;
    for (; out.bytes + 3 <= text.size() && out.bytes < 12; out.bytes += 3) {
        const auto digit = numeral(text.substr(out.bytes, 3));
        if (!digit) break;
        if (*digit == 10) {
            if (tens >= 0 || out.value > 9) return {};
            tens = out.bytes == 0 ? 1 : out.value;
            out.value = 0;
        } else {
            out.value = out.value * 10 + *digit;
        }
    }
    if (tens >= 0) out.value += tens * 10;
    return out;
}

}  // namespace

DateWord find_date_word(std::string_view word) {
    if (word.size() > longest_word) return {};
    if (const auto month_number = month_named(word))
        return {month, static_cast<std::int32_t>(*month_number), word.size()};
    auto key = folded_ascii(word);
    if (!key) key = folded(word);
    if (!key) return {};
    static const Dictionary dictionary = make_dictionary();
    const auto found = std::lower_bound(
        dictionary.begin(), dictionary.end(), key->view(),
        [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    if (found == dictionary.end() || found->first != key->view()) return {};
    return {found->second.kind, found->second.value, word.size()};
}

DateWord find_cjk_date_word(std::string_view text) {
    for (const CjkRow& row : cjk_rows)
        if (text.starts_with(row.word)) return {row.kind, row.value, row.word.size()};
    if (text.starts_with("元年")) return {number, 1, 3};
    return find_numeral(text);
}

}  // namespace dateline
