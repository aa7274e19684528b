// SPDX-License-Identifier: GPL-2.0-or-later
// Tries the page of dateline-web in a browser.
//
// usage: node browser.mjs --web PROGRAM --index PROGRAM [--shots FOLDER]
//
// --web and --index are dateline-web and dateline-index; the browser is $CHROMIUM. With --shots, pictures of
// pages are written to the folder.
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { access_cases } from "./access_cases.mjs";
import { keyboard_cases } from "./keyboard_cases.mjs";
import { look_cases } from "./look_cases.mjs";
import { script_cases } from "./script_cases.mjs";
import { Site } from "./server.mjs";
import { visit } from "./visitor.mjs";

const { values: options } = parseArgs({ options:
  { web: { type: "string" }, index: { type: "string" }, shots: { type: "string" } } });
if (!options.web || !options.index || !process.env.CHROMIUM)
  throw new Error("usage: CHROMIUM=PROGRAM node browser.mjs --web PROGRAM --index PROGRAM [--shots FOLDER]");

const world = { site: new Site({ web: resolve(options.web), index: resolve(options.index) }), browser: null };

async function end() {
  await world.browser?.close();
  await world.site.stop();
}

async function take_pictures(folder) {
  mkdirSync(folder, { recursive: true });
  await visit(world, {}, async (page) => {
    await page.goto("/search?q=grain+w%2F3+(deal+OR+price)&since=2025-10");
    await page.screenshot({ path: join(folder, "page.png") });
  });
}

for (const [signal, status] of [["SIGINT", 130], ["SIGTERM", 143]])
  process.once(signal, () => end().finally(() => process.exit(status)));

before(async () => {
  await world.site.start();
  world.browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ["--no-proxy-server"],
    handleSIGINT: false, handleSIGTERM: false });
});
after(end);

for (const [sentence, check] of Object.entries({ ...access_cases, ...script_cases, ...keyboard_cases, ...look_cases }))
  test(sentence, { timeout: 30000 }, () => check(world));
if (options.shots) test("pictures are taken", () => take_pictures(options.shots));
