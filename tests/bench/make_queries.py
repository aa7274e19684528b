#!/usr/bin/env python3
"""Draws sets of queries from a tree of Markdown articles, the same ones for the same tree and seed.

usage: make_queries.py [--count N] [--seed N] ARTICLES_DIR OUT_DIR

One query a line, lower-case words with a space between them:
    one.txt        a word that is in 16 to 400 articles (of 8,000; in small trees, in fewer)
    and2.txt       two such words of one article
    or.txt         three to five neighbours of a title, stop words among them
    or_content.txt three to five neighbours of a title after words are left out that are short or in more than a third of
                   the articles; for programs that leave out stop words, others do not
    or_date.txt    as or.txt, TAB first day TAB last day: a year around the article's own date
    or_outlet.txt  as or.txt, TAB the article's outlet
    phrase.txt     two to four neighbours of a text
"""
import argparse
import collections
import dataclasses
import datetime
import json
import pathlib
import random
import re
import sys

TRIES = 10000
WORD = re.compile(r"\b[A-Za-z]{4,}\b")
TITLE_WORD = re.compile(r"[A-Za-z]{2,}[,:?!.]?")
# Not the tail of a longer word, and no part of a name with points or hyphens.
PHRASES = [re.compile(r"(?<![\w’'.-])" + " ".join([r"[A-Za-z]{2,}"] * n) + r"(?=[ ,.\n])")
           for n in (2, 3, 4)]


@dataclasses.dataclass
class Article:
    title: list  # its words of letters, in order
    body: str
    outlet: str
    year: int | None
    words: set  # of the text


def read_file(path):
    """The values of an article's front matter, by key, and its text."""
    head, body = path.read_text(encoding="utf-8")[4:].split("\n---\n", 1)
    values = dict(line.split(": ", 1) for line in head.split("\n"))
    return {key: json.loads(value) for key, value in values.items()}, body


def read_article(path):
    text, body = read_file(path)
    title = [re.sub(r"\W", "", word).lower() for word in text.get("title", "").split() if TITLE_WORD.fullmatch(word)]
    published = text.get("published", "")
    return Article(title, body, text.get("outlet", ""), int(published[:4]) if published else None,
                   {word.lower() for word in WORD.findall(body)})


def middling_words(often, articles):
    """Words that are neither rare nor common, sorted."""
    least = min(16, max(1, len(articles) // 10))
    most = max(least, min(400, len(articles) // 2))
    return sorted(word for word, number in often.items() if least <= number <= most)


def two_words(rng, articles, words):
    wanted = set(words)
    for _ in range(TRIES):
        known = sorted(rng.choice(articles).words & wanted)
        if len(known) >= 2:
            return " ".join(rng.sample(known, 2))
    sys.exit("no article has two words that are neither rare nor common")


def neighbours(rng, words):
    length = min(len(words), rng.randint(3, 5))
    start = rng.randrange(len(words) - length + 1)
    return " ".join(words[start:start + length])


def title_part(rng, titled):
    article = rng.choice(titled)
    return article, neighbours(rng, article.title)


def content_part(rng, titled, often, most):
    for _ in range(TRIES):
        words = [word for word in rng.choice(titled).title if len(word) >= 4 and often[word] <= most]
        if len(words) >= 3:
            return neighbours(rng, words)
    sys.exit("no title has three words that are not common")


def days_around(rng, year):
    """A year's days that begin in the half year before some month of that year."""
    month = datetime.date(year or rng.randint(2012, 2019), rng.randint(1, 12), 1)
    first = month - datetime.timedelta(days=rng.randint(0, 180))
    return f"{first}\t{first + datetime.timedelta(days=365)}"


def phrase(rng, articles):
    for _ in range(TRIES):
        body = rng.choice(articles).body
        found = rng.choice(PHRASES).search(body, rng.randrange(max(1, len(body) - 200)))
        if found:
            return found[0].lower()
    sys.exit("no text has a phrase")


def query_sets(rng, articles, count):
    often = collections.Counter(word for article in articles for word in article.words)
    words = middling_words(often, articles)
    titled = [article for article in articles if len(article.title) >= 3]
    parts = [title_part(rng, titled) for _ in range(count)]
    return {
        "one": [rng.choice(words) for _ in range(count)] if count > len(words)
        else rng.sample(words, count),
        "and2": [two_words(rng, articles, words) for _ in range(count)],
        "or": [text for _, text in parts],
        "or_date": [f"{text}\t{days_around(rng, article.year)}" for article, text in parts],
        "or_outlet": [f"{text}\t{article.outlet}" for article, text in parts],
        "phrase": [phrase(rng, articles) for _ in range(count)],
        "or_content": [content_part(rng, titled, often, len(articles) // 3) for _ in range(count)],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=1000, help="queries a set")
    parser.add_argument("--seed", type=int, default=20261122)
    args = parser.parse_args()
    articles = [read_article(path) for path in sorted(args.articles.rglob("*.md"))]
    args.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(args.seed)
    for name, queries in query_sets(rng, articles, args.count).items():
        (args.out / f"{name}.txt").write_text("\n".join(queries) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
