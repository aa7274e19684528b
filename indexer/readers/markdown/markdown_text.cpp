// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown/markdown_text.h"

#include <md4c.h>

#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/html/html_text.h"
#include "indexer/readers/markdown/markdown_code.h"
#include "indexer/readers/markdown/markdown_lines.h"
#include "indexer/readers/markdown/markdown_marks.h"
#include "indexer/readers/markdown/shortcodes.h"

namespace dateline {
namespace {

// Indented code is switched off: in articles four blanks are a layout, and HTML indented by them
// would be shown as code. So are HTML blocks: within them Markdown would stay as it is, and
// converted articles are full of it; tags alone are HTML, wherever they stand. Bare URLs are not
// linked: md4c then misses a link whose text is a URL.
constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                             MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;

/// An attribute with its entities decoded: `a?b=1&amp;c=2`.
std::string plain(const MD_ATTRIBUTE& attribute) {
    std::string text;
    for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size;
         ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + begin,
                                    attribute.substr_offsets[i + 1] - begin);
        const bool entity = attribute.substr_types[i] == MD_TEXT_ENTITY;
        text += entity ? decode_entity(part.substr(1, part.size() - 2)) : std::string(part);
    }
    return text;
}

class MarkdownText {
public:
    MarkdownText(TextBuilder& builder, std::string_view text, std::string_view typed,
                 std::uint32_t line)
        : builder_(builder),
          html_(builder),
          code_(builder),
          lines_(text, typed, line),
          symbols_(text) {}

    void enter(MD_BLOCKTYPE type, void* detail) {
        switch (type) {
            case MD_BLOCK_UL:
                lists_.push_back({});
                builder_.end_paragraph();
                break;
            case MD_BLOCK_OL: {
                const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
                lists_.push_back({list.start, list.mark_delimiter});
                builder_.end_paragraph();
                break;
            }
            case MD_BLOCK_LI:
                builder_.end_paragraph();
                begin_item();
                break;
            case MD_BLOCK_H:
                builder_.begin_heading();
                break;
            case MD_BLOCK_TR:
                builder_.end_line();
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                builder_.end_cell();
                break;
            case MD_BLOCK_THEAD:
            case MD_BLOCK_TBODY:
                break;
            case MD_BLOCK_CODE:
                in_code_block_ = true;
                code_.begin_block();
                builder_.end_paragraph();
                break;
            default:
                builder_.end_paragraph();
                break;
        }
    }

    void leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_UL:
            case MD_BLOCK_OL:
                lists_.pop_back();
                builder_.end_paragraph();
                break;
            case MD_BLOCK_LI:
                number_.clear();
                builder_.end_paragraph();
                break;
            case MD_BLOCK_H:
                builder_.end_heading();
                break;
            case MD_BLOCK_TR:
                builder_.end_line();
                break;
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
            case MD_BLOCK_THEAD:
            case MD_BLOCK_TBODY:
                break;
            default:
                in_code_block_ = false;
                builder_.end_paragraph();
                break;
        }
        html_.end_block();
        marks_.interrupt();
        at_line_start_ = true;
        has_html_ = false;
    }

    void enter(MD_SPANTYPE type) {
        images_ += type == MD_SPAN_IMG ? 1 : 0;
        if (type == MD_SPAN_A) link_begin_ = builder_.size();
        marks_.enter_span();
    }

    void leave(MD_SPANTYPE type, void* detail) {
        images_ -= type == MD_SPAN_IMG ? 1 : 0;
        if (type == MD_SPAN_A) {
            const std::string url = plain(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
            if (url.starts_with("http://") || url.starts_with("https://"))
                builder_.add_link(link_begin_, url);
        }
        marks_.leave_span();
    }

    void text(MD_TEXTTYPE type, std::string_view piece) {
        if (images_ > 0) return marks_.interrupt();
        const std::uint32_t line = lines_.line_at(piece.data());
        if (!number_.empty()) {
            builder_.add(std::exchange(number_, {}), line);
            builder_.end_word();
        }
        begin_piece(type, piece, line);
        switch (type) {
            case MD_TEXT_BR:
            case MD_TEXT_SOFTBR:
                builder_.end_line();
                break;
            case MD_TEXT_HTML:
                if (symbols_.is_symbol(piece, lines_.rest_from(piece.data()))) {
                    html_.add_text(piece, line);
                } else {
                    html_.add_markup(piece, line);
                }
                break;
            case MD_TEXT_ENTITY:
                entity(piece, line);
                break;
            case MD_TEXT_NULLCHAR:
                break;
            case MD_TEXT_CODE:
                in_code_block_ ? code_.add(piece, line) : code_.add_span(piece, line);
                break;
            case MD_TEXT_NORMAL:
            case MD_TEXT_LATEXMATH:
                normal(piece, line);
                break;
        }
    }

private:
    struct List {
        unsigned next = 0;
        char delimiter = 0;  // after the number; 0: bullets
    };

    // Before a piece stand marks that are text, or the blanks by which old texts begin a paragraph.
    void begin_piece(MD_TEXTTYPE type, std::string_view piece, std::uint32_t line) {
        if (type == MD_TEXT_NULLCHAR || in_code_block_) return marks_.interrupt();
        if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
            at_line_start_ = true;
            return marks_.interrupt();
        }
        has_html_ = has_html_ || type == MD_TEXT_HTML;
        const bool may_indent =
            std::exchange(at_line_start_, false) && lists_.empty() && !has_html_;
        if (may_indent && lines_.opens_paragraph(piece.data())) builder_.end_paragraph();
        const std::string_view marks = marks_.before(piece);
        if (!marks.empty()) html_.add_text(marks, line);
    }

    // Numbers are text that a reader sees; bullets are not.
    void begin_item() {
        number_.clear();
        if (lists_.empty() || lists_.back().delimiter == 0) return;
        number_ = std::to_string(lists_.back().next++) + lists_.back().delimiter;
    }

    void normal(std::string_view piece, std::uint32_t line) {
        // An image's tag that is not quite one, as in `"/\>`.
        if (const std::size_t image = piece.find("<img "); image != piece.npos) {
            piece = piece.substr(0, image);
        }
        for (;;) {
            const StrayMarks stray = find_stray_marks(piece);
            html_.add_text(piece.substr(0, stray.begin), line);
            if (stray.size == 0) return;
            piece.remove_prefix(stray.begin + stray.size);
        }
    }

    void entity(std::string_view piece, std::uint32_t line) {
        const std::string character = decode_entity(piece.substr(1, piece.size() - 2));
        if (character == " ") {
            builder_.end_word();
        } else {
            html_.add_text(character.empty() ? piece : character, line);
        }
    }

    TextBuilder& builder_;
    HtmlText html_;
    CodeText code_;
    LineCounter lines_;
    Symbols symbols_;
    InnerMarks marks_;
    bool at_line_start_ = true;
    bool has_html_ = false;  // the block has tags
    std::vector<List> lists_;
    std::string number_;  // of a list's item, until its text comes
    bool in_code_block_ = false;
    std::size_t link_begin_ = 0;  // size of the text where the link began
    int images_ = 0;              // within how many images
};

MarkdownText& self(void* state) {
    return *static_cast<MarkdownText*>(state);
}

MD_PARSER make_parser() {
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* state) {
        self(state).enter(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* state) {
        self(state).leave(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* state) {
        self(state).enter(type);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void* detail, void* state) {
        self(state).leave(type, detail);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* state) {
        self(state).text(type, {text, size});
        return 0;
    };
    return parser;
}

}  // namespace

bool add_markdown(TextBuilder& builder, std::string_view markdown, std::uint32_t line) {
    constexpr std::size_t most_bytes = 64 * 1024 * 1024;
    if (markdown.size() > most_bytes) return false;
    std::string storage;
    const std::string_view text = without_shortcodes(markdown, storage);
    MarkdownText state(builder, text, markdown, line);
    const MD_PARSER parser = make_parser();
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &state) == 0;
}

}  // namespace dateline
