#!/usr/bin/env python3
"""Brings a Maildir in step with a tree of Markdown articles, for the peers that read mail: one message an article.

usage: make_mail.py ARTICLES_DIR MAILDIR

From is the author (of the outlet, if it is another name) at the host of the URL, Date noon of the day of publication (left out where that is
missing), Keywords the category; the text is UTF-8, quoted-printable since its paragraphs are longer than lines of mail may be. Messages
that are there stay as they are; those whose article is gone go.
"""
import datetime
import email.headerregistry
import email.message
import email.utils
import pathlib
import sys
import urllib.parse

sys.dont_write_bytecode = True  # nothing is left among the sources
from make_queries import read_file

TEXT_KEYS = {"Subject": "title", "Keywords": "category"}


def sender(head):
    names = dict.fromkeys(" ".join(head[key].split()) for key in ("source", "outlet") if head.get(key))
    host = urllib.parse.urlsplit(head.get("url", "")).hostname or "unknown.invalid"
    return email.headerregistry.Address(", ".join(names), "news", host)


def message(head, body, name):
    mail = email.message.EmailMessage()
    mail["From"] = sender(head)
    mail["To"] = "archive@localhost.invalid"
    if head.get("published"):
        day = datetime.datetime.fromisoformat(head["published"][:10] + "T12:00:00+00:00")
        mail["Date"] = email.utils.format_datetime(day)
    mail["Message-ID"] = f"<{name}@articles.invalid>"
    for key, value in TEXT_KEYS.items():
        if head.get(value):
            mail[key] = " ".join(head[value].split())
    mail.set_content(body.lstrip("\n"), cte="quoted-printable")
    return mail


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    articles, maildir = map(pathlib.Path, sys.argv[1:])
    for folder in ("cur", "new", "tmp"):
        (maildir / folder).mkdir(parents=True, exist_ok=True)
    there = {path.name for path in (maildir / "cur").iterdir()}
    for path in sorted(articles.rglob("*.md")):
        name = str(path.relative_to(articles).with_suffix("")).replace("/", ".")
        if f"{name}:2,S" in there:
            there.remove(f"{name}:2,S")
            continue
        (maildir / "cur" / f"{name}:2,S").write_bytes(message(*read_file(path), name).as_bytes())
    for name in there:
        (maildir / "cur" / name).unlink()


if __name__ == "__main__":
    main()
