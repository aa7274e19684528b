// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/inspect/inspect_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "common/counted.h"
#include "common/index_files.h"
#include "common/place.h"
#include "common/terminal.h"
#include "indexer/inspect/finding_names.h"
#include "indexer/sync/last_run.h"

namespace dateline {
namespace {

/// 34.2 MB
std::string size_text(std::uint64_t bytes) {
    if (bytes < 1'000'000) return fmt::format("{} kB", (bytes + 999) / 1000);
    const double mb = static_cast<double>(bytes) / 1e6;
    return mb < 1000 ? fmt::format("{:.1f} MB", mb) : fmt::format("{:.1f} GB", mb / 1000);
}

/// A label, then a text wrapped beside it.
void write_row(std::string_view label, const std::string& text, std::size_t width,
               std::ostream& out) {
    constexpr std::size_t indent = 14;
    const std::size_t room = width > indent + 20 ? width - indent : 20;
    std::string start = fmt::format("  {:<{}}", label, indent - 2);
    for (const TextRange& line : wrap(text, room, room)) {
        out << start << text.substr(line.begin, line.end - line.begin) << '\n';
        start.assign(indent, ' ');
    }
}

void append_count(std::string& text, std::uint64_t count, std::string_view what) {
    if (count == 0) return;
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", grouped(count), what);
}

std::string problems_text(const RootStatus& root) {
    if (root.problems == 0) return "none";
    std::string text = grouped(root.problems);
    if (root.unread > 0)
        text += fmt::format("; {} could not be read", counted(root.unread, "file", "files"));
    return text;
}

std::string patterns_text(const RootStatus& root) {
    std::string text;
    for (const std::string& pattern : root.filter.include) text += "--include '" + pattern + "' ";
    for (const std::string& name : root.filter.named) text += "only '" + name + "' ";
    for (const std::string& pattern : root.filter.exclude) text += "--exclude '" + pattern + "' ";
    return make_safe(text);
}

std::string changes_text(const RootStatus& root) {
    if (!root.changes) return "not known: " + make_safe(root.why_not);
    if (!root.changes->any()) return "nothing; in step with the folder";
    std::string text;
    append_count(text, root.changes->added, "new");
    append_count(text, root.changes->changed, "changed");
    append_count(text, root.changes->moved, "moved");
    append_count(text, root.changes->gone, "gone");
    return text + "; 'dateline-index' brings it in step";
}

void write_root(const RootStatus& root, StatusText how, std::ostream& out) {
    const std::size_t width = how.width;
    out << '\n' << make_safe(root.path) << '\n';
    write_row("articles",
              root.files == root.articles ? grouped(root.articles)
                                          : fmt::format("{} in {}", grouped(root.articles),
                                                        counted(root.files, "file", "files")),
              width, out);
    write_row("problems", problems_text(root), width, out);
    if (!root.not_read.empty()) write_row("not read", not_read_text(root.not_read), width, out);
    if (!root.filter.empty()) write_row("patterns", patterns_text(root), width, out);
    if (root.ignored > 0)
        write_row("left out",
                  counted(root.ignored, "file or folder", "files and folders") + ", by patterns",
                  width, out);
    write_row("last run", root.last_run ? minute_text(*root.last_run) : "not known", width, out);
    write_row("to do", changes_text(root), width, out);
    if (!root.listed.empty()) out << '\n';
    write_problems(root.listed, how.most_problems,
                   root.problems - std::min<std::uint64_t>(root.problems, root.listed.size()), out);
}

void write_index(const IndexStatus& status, StatusText how, std::ostream& out) {
    const std::size_t width = how.width;
    out << make_safe(status.index) << '\n';
    if (!status.why_not.empty()) return write_row("error", make_safe(status.why_not), width, out);
    write_row("articles", grouped(status.articles), width, out);
    const std::string unused = status.space.free == 0
                                   ? ""
                                   : fmt::format(", {} of it unused", size_text(status.space.free));
    write_row("size", size_text(status.space.bytes) + unused, width, out);
    for (const RootStatus& root : status.roots) write_root(root, how, out);
}

}  // namespace

void write_problems(const std::vector<Problem>& problems, std::size_t most, std::uint64_t unlisted,
                    std::ostream& out) {
    const std::size_t shown = most == 0 ? problems.size() : std::min(most, problems.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const Problem& problem = problems[i];
        const std::string place =
            place_text(problem.path, problem.unit, problem.line, problem.item);
        out << make_safe(place) << ": " << make_safe(problem.message) << '\n';
    }
    if (shown < problems.size())
        out << fmt::format("\u2026 {} more problems; --verbose shows all\n",
                           grouped(problems.size() - shown + unlisted));
}

void write_status_text(const std::vector<IndexStatus>& indexes, StatusText text,
                       std::ostream& out) {
    for (const IndexStatus& status : indexes) {
        if (&status != &indexes.front()) out << '\n';
        write_index(status, text, out);
    }
}

void write_audit_text(const std::vector<Finding>& findings, std::size_t most, std::ostream& out) {
    std::array<std::uint64_t, finding_kinds> counts{};
    for (const Finding& finding : findings) ++counts[static_cast<std::size_t>(finding.kind)];
    std::size_t shown = 0;
    const Finding* before = nullptr;
    for (const Finding& finding : findings) {
        const std::uint64_t count = counts[static_cast<std::size_t>(finding.kind)];
        if (before == nullptr || before->kind != finding.kind) {
            if (before != nullptr) out << '\n';
            out << fmt::format("{}: {}\n", names_of(finding.kind).heading, grouped(count));
            shown = 0;
        }
        before = &finding;
        if (most != 0 && shown > most) continue;
        if (most != 0 && shown++ == most) {
            out << fmt::format("  … {} more; --verbose shows all\n", grouped(count - most));
            continue;
        }
        out << "  "
            << make_safe(place_text(finding.path, finding.unit, finding.line, finding.item));
        if (!finding.message.empty()) out << ": " << make_safe(finding.message);
        out << '\n';
    }
    if (findings.empty()) out << "nothing to mend\n";
}

void write_verdict_text(const Verdict& verdict, std::ostream& out) {
    for (const std::string& fault : verdict.faults) out << make_safe(fault) << '\n';
    const bool unchecked = verdict.faults.empty() && !verdict.unchecked.empty();
    if (unchecked) out << "the tables cannot be checked: " << verdict.unchecked << '\n';
    out << (unchecked                ? "no damage found: "
            : verdict.faults.empty() ? "sound: "
                                     : "damaged: ")
        << counted(verdict.articles, "article", "articles") << "; "
        << counted(verdict.compared_articles, "article", "articles") << " of "
        << counted(verdict.compared_files, "file", "files") << " compared with what is stored";
    if (verdict.changed_files > 0)
        out << "; " << counted(verdict.changed_files, "file", "files")
            << " changed or gone since then";
    out << '\n';
    if (!verdict.faults.empty()) out << "hint: " << rebuild_hint << '\n';
    if (unchecked)
        out << "hint: verify it as a user who may write in its folder, as Xapian's check asks "
               "for\n";
}

}  // namespace dateline
