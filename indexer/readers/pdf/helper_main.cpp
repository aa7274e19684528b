// SPDX-License-Identifier: GPL-2.0-or-later
// dateline-pdf: reads one PDF from its standard input and writes its words with their places to
// its standard output (pdf_words.h has the form). A process of its own with narrow limits, since
// what reads PDF is large, and the files are anybody's: it opens no file of the user, and what
// kills it costs one article.
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <csignal>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

namespace {

constexpr rlim_t most_memory = rlim_t{1} << 30U;
constexpr rlim_t most_seconds = 30;
constexpr int most_pages = 3000;
constexpr std::size_t block_bytes = 256 * 1024;

void set_limits() {
    const auto limit = [](auto what, rlim_t most, rlim_t more = 0) {
        const rlimit value{most, most + more};
        setrlimit(what, &value);
    };
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_CPU, most_seconds, 1);  // the signal first, which says why
    limit(RLIMIT_FSIZE, 0);              // pipes have no size
    // Fonts are looked for with a cache that may be stale, and is not to be written: no reason to
    // die.
    signal(SIGXFSZ, SIG_IGN);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_NOFILE, 32);
    // Nobody reads what is written any more, if the indexer is gone.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

/// Standard input as bytes.
std::string read_all() {
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + block_bytes);
        const ssize_t got = read(STDIN_FILENO, bytes.data() + before, block_bytes);
        bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return bytes;
    }
}

class Output {
public:
    void add(std::string_view text) {
        bytes_ += text;
        if (bytes_.size() >= block_bytes) flush();
    }
    void flush() {
        std::string_view rest = bytes_;
        while (!rest.empty()) {
            const ssize_t written = write(STDOUT_FILENO, rest.data(), rest.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) _exit(1);
            rest.remove_prefix(static_cast<std::size_t>(written));
        }
        bytes_.clear();
    }

private:
    std::string bytes_;
};

/// On one line, as a last column.
std::string one_line(const poppler::ustring& text) {
    const poppler::byte_array bytes = text.to_utf8();
    std::string out(bytes.begin(), bytes.end());
    for (char& c : out)
        if (static_cast<unsigned char>(c) < ' ') c = ' ';
    return out;
}

/// In tenths of a point.
std::string tenths(double value) {
    constexpr double most = 1e7;
    if (!(value > -most && value < most)) return "0";
    return std::to_string(std::lround(value * 10));
}

void write_page(const poppler::page& page, Output& output) {
    const poppler::rectf size = page.page_rect();
    output.add("page " + tenths(size.width()) + " " + tenths(size.height()) + "\n");
    for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
        const poppler::rectf place = box.bbox();
        const double letters = box.has_font_info() ? box.get_font_size() : place.height();
        output.add("word " + tenths(place.left()) + " " + tenths(place.top()) + " " +
                   tenths(place.right()) + " " + tenths(place.bottom()) + " " + tenths(letters) +
                   " " + (box.has_space_after() ? "1 " : "0 ") + one_line(box.text()) + "\n");
    }
    output.flush();
}

void write_document(std::string_view bytes, Output& output) {
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return output.add("error damaged\n");
    if (document->is_locked()) return output.add("error encrypted\n");
    for (const char* key : {"Title", "Author", "Subject", "Keywords", "CreationDate", "Creator"})
        output.add(std::string("info ") + key + " " + one_line(document->info_key(key)) + "\n");
    const int pages = std::min(document->pages(), most_pages);
    output.add("pages " + std::to_string(document->pages()) + "\n");
    for (int at = 0; at < pages; ++at) {
        const std::unique_ptr<poppler::page> page(document->create_page(at));
        if (page)
            write_page(*page, output);
        else
            output.add("page 0 0\n");
    }
    output.add("end\n");
}

}  // namespace

int main() {
    set_limits();
    poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
    Output output;
    try {
        const std::string bytes = read_all();
        write_document(bytes, output);
    } catch (const std::bad_alloc&) {
        output.add("error memory\n");
    } catch (...) {
        output.add("error damaged\n");
    }
    output.flush();
    _exit(0);  // what poppler would still take down does not matter any more
}
