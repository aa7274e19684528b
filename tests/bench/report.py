#!/usr/bin/env python3
"""Prints what `run` has measured as Markdown tables: medians of the rounds, and the ratio of Dateline's median to
each peer's, so that below 1 Dateline is faster or smaller.

usage: report.py RESULTS.tsv       lines of group, system, figure, value
"""
import collections
import statistics
import sys

KINDS = {"one": "one word", "and2": "two words, AND", "or": "3-5 words, OR",
         "or_content": "3-5 rarer words, OR", "phrase": "phrase", "or_date": "OR, a year", "or_outlet": "OR, an outlet"}


class Results:
    def __init__(self, lines):
        self.about = {}
        self.values = collections.defaultdict(list)
        for line in lines:
            group, system, figure, value = line.rstrip("\n").split("\t")
            if group == "about":
                self.about[system] = value
            else:
                self.values[group, system, figure].append(float(value))

    def all(self, group, system, figure):
        return self.values.get((group, system, figure), [])

    def median(self, group, system, figure):
        return statistics.median(self.values[group, system, figure])

    def groups(self):
        return list(dict.fromkeys(group for group, _, _ in self.values))

    def systems(self, group):
        return list(dict.fromkeys(system for g, system, _ in self.values if g == group))

    def ratio(self, group, system, figure, own="dateline"):
        """Of our median to theirs; "" where one is missing or nothing is to be compared."""
        if system.startswith("dateline") or not self.all(group, own, figure):
            return ""
        theirs = self.median(group, system, figure)
        return f"{self.median(group, own, figure) / theirs:.2f}" if theirs else ""


def table(title, head, rows):
    if not rows:
        return
    print(f"\n### {title}\n")
    print("| " + " | ".join(head) + " |")
    print("|---" * len(head) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def bulk(results):
    head = ["system", "wall s", "all rounds", "CPU s", "peak MB", "1 job : it", "all jobs : it"]
    rows = []
    for system in results.systems("bulk"):
        walls = results.all("bulk", system, "wall")
        rows.append([system, f"{statistics.median(walls):.2f}", ", ".join(f"{wall:.2f}" for wall in walls),
                     f"{results.median('bulk', system, 'cpu'):.2f}",
                     f"{results.median('bulk', system, 'peak_kb') / 1024:.0f}",
                     results.ratio("bulk", system, "wall"), results.ratio("bulk", system, "wall", "dateline-all")])
    table("Bulk indexing", head, rows)


def size(results):
    rows = [[system, f"{results.median('size', system, 'kb'):.0f}",
             f"{results.median('size', system, 'kb') / 1024:.1f}", results.ratio("size", system, "kb")]
            for system in results.systems("size") if system != "dateline-all"]
    table("Size of the index on disk", ["system", "KB", "MB", "Dateline : it"], rows)


def update(results):
    rows = []
    for system in results.systems("update"):
        row = [system]
        for group in ("nochange", "update"):
            row += [f"{results.median(group, system, 'wall'):.3f}", results.ratio(group, system, "wall"),
                    f"{results.median(group, system, 'cpu'):.3f}"]
        rows.append(row + [f"{results.median('update', system, 'peak_kb') / 1024:.0f}"])
    table(f"Update: {results.about.get('update', '')}",
          ["system", "no change, s", "Dateline : it", "CPU s", "changes, s", "Dateline : it", "CPU s", "peak MB"], rows)


def times(results, group, system, figures=("mean", "p50", "p99")):
    return " / ".join(f"{results.median(group, system, figure):.2f}" for figure in figures)


def queries(results, shown):
    groups = [f"query {shown} {kind}" for kind in KINDS if results.systems(f"query {shown} {kind}")]
    if not groups:
        return
    systems = results.systems(groups[0])
    rows = [[KINDS[group.split()[2]]] + [times(results, group, system) for system in systems] for group in groups]
    table(f"Queries, ten {shown}: mean / p50 / p99 in ms", ["set"] + systems, rows)
    peers = [system for system in systems if system != "dateline"]
    rows = [[KINDS[group.split()[2]]] +
            [" / ".join(results.ratio(group, peer, figure) for figure in ("mean", "p99")) for peer in peers]
            for group in groups]
    table(f"Queries, ten {shown}: Dateline : peer, of mean / p99", ["set"] + peers, rows)


def hits(results):
    """Whether the systems have found the same."""
    groups = [f"query titles {kind}" for kind in KINDS if results.systems(f"query titles {kind}")]
    if not groups:
        return
    systems = results.systems(groups[0])
    rows = [[KINDS[group.split()[2]]] + [f"{results.median(group, system, 'hits'):.0f}" for system in systems]
            for group in groups]
    table("Queries: hits shown by all queries of a set, ten a query at most", ["set"] + systems, rows)


def process(results):
    kinds = {kind: KINDS[kind] for kind in KINDS if results.systems(f"process {kind}")}
    if not kinds:
        return
    kinds.update({kind: name for kind, name in {"or_content": "three rarer words"}.items() if kind in kinds})
    groups = [f"process {kind}" for kind in kinds]
    systems = results.systems(groups[0])
    table("Whole process, one query: mean / p50 / p99 in ms", ["program"] + list(kinds.values()),
          [[system] + [times(results, group, system) for group in groups] for system in systems])
    rows = []
    for system in systems:
        row = [system]
        for group in groups:
            row += [f"{results.median(group, system, 'cpu'):.2f}", results.ratio(group, system, "cpu"),
                    results.ratio(group, system, "p50")]
        rows.append(row)
    head = [cell for name in kinds.values() for cell in (f"{name}: CPU ms", "Dateline : it", "of p50")]
    table("Whole process, one query: time of the processor", ["program"] + head, rows)


def calls(results):
    groups = [f"calls {kind}" for kind in KINDS if results.systems(f"calls {kind}")]
    if not groups:
        return
    figures = list(dict.fromkeys(figure for group, _, figure in results.values if group == groups[0]))
    rows = [[figure.replace("-", " ")] + [f"{results.median(group, 'dateline', figure):.1f}" for group in groups]
            for figure in figures]
    table("Calls into the index a query, ten passages", ["call"] + [KINDS[group.split()[1]] for group in groups], rows)


def growth(results):
    sizes = [group.split()[1] for group in results.groups() if group.startswith("growth ") and len(group.split()) == 2]
    rows = []
    for count in sizes:
        group = f"growth {count}"
        for system in results.systems(group):
            rows.append([count, system, f"{results.median(group, system, 'wall'):.2f}",
                         f"{1e3 * results.median(group, system, 'wall') / int(count):.3f}",
                         f"{results.median(group, system, 'peak_kb') / 1024:.0f}",
                         f"{1024 * results.median(group, system, 'kb') / int(count):.0f}"])
    table("Growth: indexing", ["articles", "system", "wall s", "ms an article", "peak MB", "bytes an article"], rows)
    for shown in ("titles", "passages"):
        rows = []
        for count in sizes:
            groups = [f"growth {count} {shown} {kind}" for kind in KINDS]
            for system in results.systems(groups[0]):
                rows.append([count, system] + [times(results, group, system, ("p50", "p99")) for group in groups])
        table(f"Growth: queries, ten {shown}, p50 / p99 in ms", ["articles", "system"] + list(KINDS.values()), rows)
        rows = []
        for count in sizes:
            groups = [f"growth {count} {shown} {kind}" for kind in KINDS]
            for system in results.systems(groups[0]):
                if system != "dateline":
                    rows.append([count, system] + [results.ratio(group, system, "mean") for group in groups])
        table(f"Growth: queries, ten {shown}, Dateline : peer, of the mean", ["articles", "peer"] + list(KINDS.values()), rows)


def main():
    with open(sys.argv[1], encoding="utf-8") as lines:
        results = Results(lines)
    for name, value in results.about.items():
        if name == "update":
            continue  # it is in that table's title
        print(f"- {name}: {value}")
    bulk(results)
    size(results)
    update(results)
    for shown in ("titles", "passages"):
        queries(results, shown)
    hits(results)
    process(results)
    calls(results)
    growth(results)


if __name__ == "__main__":
    main()
