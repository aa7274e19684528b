// SPDX-License-Identifier: GPL-2.0-or-later
// Pages of every kind, by name.

const filtered = "/search?q=grain+quillwortt&outlet=northern+post&since=2025-11";

export async function main_pages(site) {
  const [article] = await site.articles_of("/search?q=grain+deal");
  const [copy] = await site.articles_of("/search?q=ninety+ships");
  const id = copy.match(/^\/article\/([^?]+)/)[1];
  return {
    start: "/",
    "filters and notes": filtered,
    "article with matches": article,
    "nothing found": "/search?q=quillwortt+grain&all=yes",
    error: "/search?q=%22grain",
    help: "/help",
    copies: `/search?copies-of=${id}`,
    story: `/search?story=${id}`,
    "saved searches": "/saved",
    "what is new": "/saved/grain",
  };
}

export async function all_pages(site) {
  const main = await main_pages(site);
  const [hostile] = await site.articles_of("/search?q=unbreakable*&all=yes");
  return {
    ...main,
    "hostile list": "/search?q=quillwort&limit=20",
    "hostile article": hostile,
    quotations: main.copies.replace("copies-of", "quote"),
    "by day, explained": "/search?q=grain+deal&timeline=day&explain=yes",
    "all outlets": "/search?by=outlet",
    "second page": "/search?q=grain&offset=10",
    undated: "/search?q=-has:date",
    "no page": "/nothing-here",
  };
}
