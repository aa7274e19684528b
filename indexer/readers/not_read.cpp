// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/not_read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "common/counted.h"
#include "indexer/readers/file_ending.h"

namespace dateline {

namespace {

struct WayOut {
    std::string_view ending;
    std::string_view note;  ///< what it is; what to do, if anything helps
};

constexpr std::string_view picture = "pictures";
constexpr std::string_view sound = "sound";
constexpr std::string_view film = "films";
constexpr std::string_view packed = "unpack them";
constexpr std::string_view sheet = "spreadsheets; save as CSV";
constexpr std::string_view slides = "slides; save as PDF";
constexpr std::string_view kindle = "Kindle; convert to EPUB";
constexpr std::string_view page_part = "parts of pages";
constexpr std::string_view table = "no column of texts in them";
constexpr std::string_view outlook = "Outlook; export as mbox";

constexpr auto ways_out = std::to_array<WayOut>({
    {"webarchive", "Safari; save the page as HTML"},
    {"arc", "older web archives; convert to WARC"},
    {"arc.gz", "older web archives; convert to WARC"},
    {"maff", "Firefox; unpack them, or save the page as HTML"},
    {"jsonlz4", "Firefox's bookmarks"},
    {"doc", "older Word; save as DOCX"},
    {"dot", "older Word; save as DOCX"},
    {"wpd", "WordPerfect; save as DOCX"},
    {"pages", "Pages; export as DOCX"},
    {"ps", "PostScript; convert to PDF"},
    {"eps", "PostScript; convert to PDF"},
    {"djvu", "scans; convert to PDF with text"},
    {"xps", "convert to PDF"},
    {"mobi", kindle},
    {"azw", kindle},
    {"azw3", kindle},
    {"pst", outlook},
    {"ost", outlook},
    {"msg", "Outlook; save as EML"},
    {"xls", sheet},
    {"xlsx", sheet},
    {"ods", sheet},
    {"ppt", slides},
    {"pptx", slides},
    {"odp", slides},
    {"csv", table},
    {"tsv", table},
    {"tab", table},
    {"json", "no articles in them"},
    {"zip", "nothing in them that is read"},
    {"tar", packed},
    {"gz", packed},
    {"tgz", packed},
    {"bz2", packed},
    {"xz", packed},
    {"zst", packed},
    {"7z", packed},
    {"rar", packed},
    {"jpg", picture},
    {"jpeg", picture},
    {"png", picture},
    {"gif", picture},
    {"webp", picture},
    {"avif", picture},
    {"heic", picture},
    {"tif", picture},
    {"tiff", picture},
    {"bmp", picture},
    {"svg", picture},
    {"ico", picture},
    {"mp3", sound},
    {"m4a", sound},
    {"ogg", sound},
    {"wav", sound},
    {"flac", sound},
    {"3gp", film},
    {"mp4", film},
    {"mov", film},
    {"avi", film},
    {"mkv", film},
    {"webm", film},
    {"css", page_part},
    {"js", page_part},
    {"woff", page_part},
    {"woff2", page_part},
    {"ttf", page_part},
    {"yaml", "settings"},
    {"yml", "settings"},
    {"toml", "settings"},
});

/// Files of one kind, or of one ending that the table does not know.
struct Group {
    std::string_view note;
    std::vector<std::pair<std::string_view, std::uint64_t>> endings;
    std::uint64_t files = 0;
};

/// Of what is packed, what it says of the whole, else of the packing.
std::string_view note_of(std::string_view ending) {
    const auto* way = std::ranges::find(ways_out, ending, &WayOut::ending);
    if (way == ways_out.end())
        way = std::ranges::find(ways_out, ending.substr(ending.rfind('.') + 1), &WayOut::ending);
    return way == ways_out.end() ? "" : way->note;
}

std::vector<Group> groups_of(const FilesByEnding& files) {
    std::vector<Group> groups;
    for (const auto& [ending, count] : files) {
        const std::string_view note = note_of(ending);
        auto group = std::ranges::find(groups, note, &Group::note);
        if (note.empty() || group == groups.end()) group = groups.insert(groups.end(), {note, {}});
        group->endings.emplace_back(ending, count);
        group->files += count;
    }
    for (Group& group : groups)
        std::ranges::stable_sort(group.endings, std::greater(),
                                 [](const auto& e) { return e.second; });
    std::ranges::stable_sort(groups, std::greater(), &Group::files);
    return groups;
}

std::string text_of(const Group& group) {
    std::string text;
    for (const auto& [ending, count] : group.endings)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", grouped(count),
                            ending.empty() ? "of no known type" : "." + std::string(ending));
    return group.note.empty() ? text : fmt::format("{} ({})", text, group.note);
}

}  // namespace

void count_file(std::string_view path, FilesByEnding& files) {
    constexpr std::size_t longest = 10;  // webarchive
    std::string ending = ending_of(path, longest);
    const std::size_t before = path.size() - std::min(path.size(), ending.size() + 1);
    const std::string inner = ending_of(path.substr(0, before));
    if ((ending == "gz" || ending == "zst") && !inner.empty()) ending = inner + "." + ending;
    ++files[ending];
}

std::uint64_t number_of_files(const FilesByEnding& files) {
    std::uint64_t number = 0;
    for (const auto& [ending, count] : files) number += count;
    return number;
}

std::string not_read_text(const FilesByEnding& files) {
    constexpr std::size_t most_groups = 8;
    std::string text;
    std::uint64_t others = 0;
    const std::vector<Group> groups = groups_of(files);
    for (std::size_t at = 0; at < groups.size(); ++at) {
        if (at < most_groups)
            text.append(at == 0 ? "" : ", ").append(text_of(groups[at]));
        else
            others += groups[at].files;
    }
    return others == 0 ? text : fmt::format("{}, {} of other types", text, grouped(others));
}

}  // namespace dateline
