// SPDX-License-Identifier: GPL-2.0-or-later
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import { all_pages, main_pages } from "./pages.mjs";
import { visit } from "./visitor.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const papers = { light: "fdfcf9", dark: "17181b" };

/// The first pixel of a PNG is as it is written, whatever its row is filtered by.
function first_pixel(png) {
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  return inflateSync(Buffer.concat(parts)).toString("hex", 1, 4);
}

async function never_scrolls_sideways(world) {
  const screens = [
    { viewport: { width: 320, height: 640 } },
    { viewport: { width: 640, height: 500 }, deviceScaleFactor: 2 },
    { viewport: { width: 550, height: 500 }, deviceScaleFactor: 2 },
    { viewport: { width: 1100, height: 1000 } },
  ];
  const wide = [];
  for (const screen of screens)
    await visit(world, screen, async (page) => {
      for (const [name, path] of Object.entries(await all_pages(world.site))) {
        await page.goto(path);
        const over = await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
          return document.documentElement.scrollWidth - innerWidth;
        });
        if (over > 0) wide.push(`${name} at ${screen.viewport.width}: ${over} px`);
      }
    });
  assert.deepEqual(wide, []);
}

async function has_two_schemes(world) {
  await visit(world, {}, async (page) => {
    for (const [name, path] of Object.entries(await main_pages(world.site))) {
      await page.goto(path);
      const shots = [];
      for (const [colorScheme, paper] of Object.entries(papers)) {
        await page.emulateMedia({ colorScheme });
        shots.push(await page.screenshot());
        assert.equal(first_pixel(shots.at(-1)), paper, `${name} ${colorScheme}`);
      }
      assert.ok(!shots[0].equals(shots[1]), name);
    }
  });
}

async function prints_the_text(world) {
  const hidden = [".time", ".counts", ".pages", ".stay", ".export", ".more", "button"];
  const texts = "h1, .hit h2, .said, .text p, .nothing, .wrong pre, .asked dt";
  const shown = [];
  await visit(world, { colorScheme: "dark" }, async (page) => {
    await page.emulateMedia({ media: "print" });
    for (const [name, path] of Object.entries(await main_pages(world.site))) {
      await page.goto(path);
      assert.equal(first_pixel(await page.screenshot()), "ffffff", `${name} is on white`);
      assert.ok(await page.locator(texts).count() > 0, name);
      assert.equal(await page.locator(texts).locator("visible=false").count(), 0, name);
      for (const selector of hidden)
        if (await page.locator(selector).locator("visible=true").count() > 0) shown.push(`${name}: ${selector}`);
    }
  });
  assert.deepEqual(shown, []);
}

async function accessible(world, settings) {
  const faults = [];
  await visit(world, settings, async (page) => {
    for (const [name, path] of Object.entries(await main_pages(world.site))) {
      await page.goto(path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (values) => window.axe.run({ runOnly: { type: "tag", values }, resultTypes: ["violations"] }), rules);
      for (const { id, nodes } of violations)
        faults.push(`${name}: ${id}: ${nodes.length} times: ${nodes[0].html} ${nodes[0].failureSummary}`);
    }
  });
  assert.deepEqual(faults, []);
}

async function pages_show_what_they_are_for(world) {
  const shows = { "filters and notes": [".chips a", ".notes li", ".hit"], "article with matches": [".matches", ".text mark"],
    "nothing found": [".nothing", ".advice a"], error: [".wrong"], help: [".asked dd"], copies: [".hit"], story: [".hit"] };
  const pages = await main_pages(world.site);
  await visit(world, {}, async (page) => {
    for (const [name, selectors] of Object.entries(shows)) {
      await page.goto(pages[name]);
      for (const selector of selectors)
        assert.ok(await page.locator(selector).first().isVisible(), `${name} has ${selector}`);
    }
    await page.goto(pages.copies);
    assert.equal(await page.locator(".hit").count(), 5);
    await page.goto("/search?q=ninety+ships");
    assert.match(await page.locator(".hit .copies").first().innerText(), /also in 4 outlets/);
  });
}

export const look_cases = {
  "pages have what they are for": pages_show_what_they_are_for,
  "no page scrolls sideways, on 320 px and at 200 % neither": never_scrolls_sideways,
  "pages are light or dark, as the system is": has_two_schemes,
  "on paper there is the text, on white, and nothing to press": prints_the_text,
  "axe finds nothing in light pages": (world) => accessible(world, { colorScheme: "light" }),
  "axe finds nothing in dark pages": (world) => accessible(world, { colorScheme: "dark" }),
  "axe finds nothing in narrow pages": (world) => accessible(world, { viewport: { width: 320, height: 640 } }),
};
