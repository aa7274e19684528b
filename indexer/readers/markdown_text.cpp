// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown_text.h"

#include <md4c.h>

#include <algorithm>
#include <cstring>
#include <functional>

#include "indexer/readers/html_text.h"

namespace dateline {

namespace {

// Indented code is switched off: in articles four blanks are a layout, and HTML indented by them
// would be shown as code. So are HTML blocks: within them Markdown would stay as it is, and
// converted articles are full of it; tags alone are HTML, wherever they stand. Bare URLs are not
// linked: md4c then misses a link whose text is a URL.
constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                             MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS |
                             MD_FLAG_PERMISSIVEATXHEADERS;

// The line of the file of a place in the text. Places come in increasing order, so lines are
// counted once; a place before the last one gets the last one's line.
class LineCounter {
public:
    LineCounter(std::string_view text, std::uint32_t line)
        : at_(text.data()), end_(text.data() + text.size()), line_(line) {}

    std::uint32_t line_at(const char* place) {
        const std::less<const char*> before;  // md4c's own strings lie anywhere
        if (before(place, at_) || before(end_, place)) return line_;
        line_ += static_cast<std::uint32_t>(std::count(at_, place, '\n'));
        at_ = place;
        return line_;
    }

private:
    const char* at_;
    const char* end_;
    std::uint32_t line_;
};

class MarkdownText {
public:
    MarkdownText(TextBuilder& builder, std::string_view text, std::uint32_t line)
        : builder_(builder), html_(builder), lines_(text, line) {}

    void enter(MD_BLOCKTYPE type) {
        switch (type) {
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
                code_line_ended_ = false;
                builder_.end_paragraph();
                break;
            default:
                builder_.end_paragraph();
                break;
        }
    }

    void leave(MD_BLOCKTYPE type) {
        switch (type) {
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
    }

    void enter(MD_SPANTYPE type) { images_ += type == MD_SPAN_IMG ? 1 : 0; }
    void leave(MD_SPANTYPE type) { images_ -= type == MD_SPAN_IMG ? 1 : 0; }

    void text(MD_TEXTTYPE type, std::string_view piece) {
        if (images_ > 0) return;
        const std::uint32_t line = lines_.line_at(piece.data());
        switch (type) {
            case MD_TEXT_BR:
            case MD_TEXT_SOFTBR:
                builder_.end_line();
                break;
            case MD_TEXT_HTML:
                html_.add_markup(piece, line);
                break;
            case MD_TEXT_ENTITY:
                entity(piece, line);
                break;
            case MD_TEXT_NULLCHAR:
                break;
            case MD_TEXT_CODE:
                in_code_block_ ? code(piece, line) : code_span(piece, line);
                break;
            case MD_TEXT_NORMAL:
            case MD_TEXT_LATEXMATH:
                normal(piece, line);
                break;
        }
    }

private:
    // Two asterisks that the parser left: emphasis next to Chinese punctuation, or with blanks
    // inside.
    void normal(std::string_view piece, std::uint32_t line) {
        constexpr std::string_view asterisks = "**";
        // An image's tag that is not quite one, as in `"/\>`.
        if (const std::size_t image = piece.find("<img "); image != piece.npos) {
            piece = piece.substr(0, image);
        }
        for (std::size_t at = piece.find(asterisks); at != piece.npos; at = piece.find(asterisks)) {
            html_.add_text(piece.substr(0, at), line);
            piece.remove_prefix(at + asterisks.size());
        }
        html_.add_text(piece, line);
    }

    void entity(std::string_view piece, std::uint32_t line) {
        const std::string character = decode_entity(piece.substr(1, piece.size() - 2));
        if (character == " ") {
            builder_.end_word();
        } else {
            html_.add_text(character.empty() ? piece : character, line);
        }
    }

    // The pieces of a code block hold their own line ends, a blank line being a paragraph's end.
    void code(std::string_view piece, std::uint32_t line) {
        while (!piece.empty()) {
            const std::size_t end = std::min(piece.find('\n'), piece.size());
            if (end > 0) builder_.add(piece.substr(0, end), line);
            if (end < piece.size()) {
                if (code_line_ended_) builder_.end_paragraph();
                builder_.end_line();
            }
            code_line_ended_ = end < piece.size();
            piece.remove_prefix(std::min(end + 1, piece.size()));
        }
    }

    TextBuilder& builder_;
    HtmlText html_;
    LineCounter lines_;
    // Converters of web pages write links within code spans, where they are none:
    // `[text](https://…)`.
    void code_span(std::string_view piece, std::uint32_t line) {
        for (;;) {
            const std::size_t open = piece.find('[');
            const std::size_t middle = piece.find("](http", open);
            const std::size_t close = piece.find(')', middle);
            if (open == piece.npos || middle == piece.npos || close == piece.npos) break;
            code(piece.substr(0, open), line);
            code(piece.substr(open + 1, middle - open - 1), line);
            piece.remove_prefix(close + 1);
        }
        code(piece, line);
    }

    bool in_code_block_ = false;
    bool code_line_ended_ = false;
    int images_ = 0;  // within how many images
};

MarkdownText& self(void* state) {
    return *static_cast<MarkdownText*>(state);
}

MD_PARSER make_parser() {
    MD_PARSER parser{};
    parser.flags = dialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void*, void* state) {
        self(state).enter(type);
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
    parser.leave_span = [](MD_SPANTYPE type, void*, void* state) {
        self(state).leave(type);
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
    MarkdownText state(builder, text, line);
    const MD_PARSER parser = make_parser();
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &state) == 0;
}

}  // namespace dateline
