// SPDX-License-Identifier: GPL-2.0-or-later
import assert from "node:assert/strict";
import { all_pages } from "./pages.mjs";
import { path_of, told_number, visit } from "./visitor.mjs";

const list = "/search?q=grain+deal&section=economy&sort=oldest";

async function links_and_hits(world, pages, javaScriptEnabled) {
  const found = {};
  await visit(world, { javaScriptEnabled }, async (page) => {
    for (const [name, path] of Object.entries(pages)) {
      await page.goto(path);
      const all = (selector, attribute) => page.locator(selector).evaluateAll(
        (elements, wanted) => elements.map((one) => one.getAttribute(wanted)), attribute);
      found[name] = { hits: await all(".hit", "id"), links: await all("a", "href") };
      assert.ok(found[name].links.length > 0, name);
    }
  });
  return found;
}

async function same_without_script(world) {
  const pages = await all_pages(world.site);
  assert.deepEqual(await links_and_hits(world, pages, false), await links_and_hits(world, pages, true));
}

async function bars_of(page) {
  return page.locator("#timeline svg[role=group] > *").evaluateAll((all) => all.map((one) => {
    const { left, top, width, height } = one.querySelector(".hit-area").getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, first: one.dataset.first, last: one.dataset.last };
  }));
}

async function drag(world, from, to) {
  let reached;
  await visit(world, {}, async (page) => {
    await page.goto(list);
    const bars = await bars_of(page);
    await page.mouse.move(bars.at(from).x, bars.at(from).y);
    await page.mouse.down();
    await page.mouse.move(bars.at(to).x, bars.at(to).y + 200, { steps: 4 });
    const chosen = await page.locator("#timeline .chosen").count();
    assert.equal(chosen, Math.abs(to - from) + 1);
    await Promise.all([page.waitForURL(/since=/), page.mouse.up()]);
    reached = { path: path_of(page), days: [bars.at(from), bars.at(to)], number: await told_number(page) };
  });
  return reached;
}

async function type_days(world, since, until, javaScriptEnabled) {
  let path;
  await visit(world, { javaScriptEnabled }, async (page) => {
    await page.goto(list);
    await page.getByLabel("from").fill(since);
    await page.getByLabel("to", { exact: true }).fill(until);
    await Promise.all([page.waitForURL(/since=/), page.getByRole("button", { name: "Set days" }).click()]);
    path = path_of(page);
  });
  return path;
}

async function dragged_as_typed(world) {
  const dragged = await drag(world, 2, 6);
  const [{ first }, { last }] = dragged.days;
  assert.equal(dragged.path, `/search?q=grain+deal&section=economy&sort=oldest&since=${first}&until=${last}`);
  assert.ok(dragged.number > 0);
  assert.equal((await drag(world, 6, 2)).path, dragged.path, "and from the right to the left");
  assert.equal(await type_days(world, first, last, true), dragged.path);
  assert.equal(await type_days(world, first, last, false), dragged.path);
}

async function bars_lead_to_their_days(world) {
  for (const path of ["/", "/search?q=grain+deal", `${list}&timeline=month`])
    await visit(world, {}, async (page) => {
      await page.goto(path);
      const bars = await page.locator("#timeline svg[role=group] > a").evaluateAll((all) =>
        all.map((one) => [one.getAttribute("href"), one.querySelector("title").textContent]));
      assert.ok(bars.length > 1, path);
      for (const [href, label] of bars.filter((_, i) => i % 3 === 0)) {
        await page.goto(href);
        assert.equal(await told_number(page), Number(/: (\d+) articles?/.exec(label)[1]), `${href} ${label}`);
      }
    });
}

async function a_click_opens_a_bar(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/search?q=grain+deal");
    const bar = page.locator("#timeline svg[role=group] > a").nth(3);
    const href = await bar.getAttribute("href");
    await bar.click();
    await page.waitForURL((url) => url.pathname + url.search === href);
  });
}

export const script_cases = {
  "without script the hits and the links are the same": same_without_script,
  "days dragged over the timeline are the address of the same days typed, with and without script": dragged_as_typed,
  "a bar leads to its days, which have as many articles as it says": bars_lead_to_their_days,
  "a bar that is clicked opens its days": a_click_opens_a_bar,
};
