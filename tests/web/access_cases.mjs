// SPDX-License-Identifier: GPL-2.0-or-later
import assert from "node:assert/strict";
import { hostile_titles } from "./archive.mjs";
import { all_pages } from "./pages.mjs";
import { path_of, told_number, visit } from "./visitor.mjs";

const without_key = ["/", "/search?q=grain", "/help", "/suggest?word=outlet:", "/export?q=grain&format=csv",
  "/?key=0123456789abcdef0123456789abcdef"];

async function takes_the_key(world) {
  await visit(world, { key: false }, async (page) => {
    await page.goto(world.site.address);
    assert.equal(path_of(page), "/");
    assert.equal(await page.evaluate(() => document.cookie), "", "no script sees the cookie");
    const [cookie] = await page.context().cookies();
    assert.deepEqual([cookie.name, cookie.value, cookie.httpOnly, cookie.sameSite],
      [world.site.cookie.name, world.site.cookie.value, true, "Strict"]);
    await page.goto("/search?q=grain");
    assert.ok(await told_number(page) > 0);
  });
}

async function refuses_without_key(world) {
  const [article] = await world.site.articles_of("/search?q=grain");
  await visit(world, { key: false }, async (page) => {
    for (const path of [...without_key, article]) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), 403, path);
      assert.match(await page.locator("main").innerText(), /has not shown the key/);
    }
    assert.deepEqual(await page.context().cookies(), []);
  });
}

async function shows_hostile_titles(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/search?q=quillwort&limit=20");
    const shown = await page.locator(".hit h2 a").allTextContents();
    assert.deepEqual(shown.toSorted(), hostile_titles.toSorted());
    for (const href of await page.locator(".hit h2 a").evaluateAll((all) => all.map((a) => a.getAttribute("href")))) {
      await page.goto(href);
      const heading = await page.locator("h1").textContent();
      assert.ok(hostile_titles.includes(heading), heading);
      assert.equal(await page.title(), `${heading} — Dateline`);
      assert.equal(await page.locator("script:not([src]), img, main svg, [onclick], a[href^='javascript:']").count(), 0);
    }
    await page.goto("/search?by=author");
    assert.ok(await page.getByText("<img src=x onerror=alert('author')> 3").count() > 0);
  });
}

async function saves_and_marks(world) {
  await visit(world, { javaScriptEnabled: false }, async (page) => {
    await page.goto("/search?q=grain&outlet=northern+post");
    await page.locator("summary", { hasText: "save" }).click();
    await page.getByLabel("Name of the saved search").fill("northern-grain");
    await page.getByRole("button", { name: "Save" }).click();
    assert.equal(path_of(page), "/saved");
    await page.locator("tr", { hasText: "northern-grain" }).getByRole("link", { name: "open in the box" }).click();
    assert.equal(await page.locator("#q").inputValue(), "grain");
    await page.goto("/saved/ships");
    const shown = await page.locator(".hit").count();
    assert.ok(shown > 0);
    const [, before] = /(\d+) new/.exec(await page.locator("h1").textContent());
    await page.getByRole("button", { name: /as seen/ }).click();
    assert.equal(path_of(page), "/saved/ships");
    const [, after] = /(\d+) new/.exec(await page.locator("h1").textContent());
    assert.ok(Number(before) - Number(after) >= shown, `${before} new, ${shown} shown, then ${after}`);
  });
}

async function opens_all_in_peace(world) {
  await visit(world, {}, async (page) => {
    for (const [name, path] of Object.entries(await all_pages(world.site))) {
      const answer = await page.goto(path);
      assert.equal(answer.status(), { error: 400, "no page": 404 }[name] ?? 200, name);
    }
  });
}

export const access_cases = {
  "a printed address gives the browser its cookie and is cleaned": takes_the_key,
  "without the cookie every page is refused with 403": refuses_without_key,
  "hostile titles are shown as the text they are, and nothing of them runs": shows_hostile_titles,
  "a search is saved by a form, and what a page showed of it is marked as seen, without script": saves_and_marks,
  "no page asks anything elsewhere, breaks the policy or logs an error": opens_all_in_peace,
};
