// SPDX-License-Identifier: GPL-2.0-or-later
import assert from "node:assert/strict";
import { becomes, path_of, visit } from "./visitor.mjs";

const list = "/search?q=grain+deal&section=economy&since=2025-10";

const focused = (page, selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
const box_value = (page) => page.locator("#q").inputValue();

async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

async function press_and_go(page, key, to) {
  await Promise.all([page.waitForURL(to), page.keyboard.press(key)]);
}

async function tab_reaches_all(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    const kinds = [".skip", "#q", ".chips a", "#timeline svg a", ".hit h2 a"];
    const reached = [];
    for (let i = 0; i < 120 && reached.length < kinds.length; ++i) {
      await press(page, "Tab");
      const kind = await page.evaluate((all) => all.find((one) => document.activeElement.matches(one)), kinds);
      if (kind && !reached.includes(kind)) reached.push(kind);
    }
    assert.deepEqual(reached, kinds);
  });
}

async function skip_link_leads_to_content(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    await press(page, "Tab");
    assert.ok((await page.locator(".skip").boundingBox()).x >= 0, "it is seen while it has the focus");
    await press(page, "Enter", "Tab");
    assert.ok(await focused(page, "#content *"));
  });
}

async function keys_to_places(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    for (const [key, place] of [["Control+k", "#q"], ["/", "#q"], ["t", "#timeline svg a"], ["e", ".export a"]]) {
      await page.evaluate(() => document.activeElement.blur());
      await press(page, key);
      assert.ok(await focused(page, place), `${key} leads to ${place}`);
    }
    await press_and_go(page, "?", "/help#keys");
  });
}

async function walks_through_hits(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    const ids = await page.locator(".hit").evaluateAll((all) => all.map((hit) => hit.id));
    const here = () => page.evaluate(() => document.activeElement.closest(".hit.here")?.id);
    for (const [key, place] of [["j", 0], ["j", 1], ["j", 2], ["k", 1], ["k", 0], ["k", ids.length - 1]]) {
      await press(page, key);
      assert.equal(await here(), ids.at(place));
      assert.equal(await page.locator(".hit.here").count(), 1);
    }
    await press(page, "j", "j");
    await press_and_go(page, "Enter", /\/article\/.*hit=2$/);
    await page.goBack();
    await press(page, "j", "j", "j");
    await press_and_go(page, "o", /\/article\/.*hit=\d+$/);
  });
}

async function walks_through_matches(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    await press(page, "j", "j");
    await press_and_go(page, "o", /\/article\//);
    const matches = Number(await page.locator(".matches").getAttribute("data-matches"));
    assert.ok(matches > 2);
    assert.match(await page.locator(".matches").innerText(), new RegExp(`^${matches} matches`));
    const told = () => page.locator(".matches").innerText();
    for (const [key, number] of [["n", 1], ["n", 2], ["n", 3], ["p", 2], ["p", 1], ["p", matches], ["n", 1]]) {
      await press(page, key);
      assert.equal(await told(), `match ${number} of ${matches}`);
      assert.equal(await page.locator("mark.here").getAttribute("id"), `m${number}`);
    }
    await page.locator("#m1 a").click();
    assert.equal(await told(), `match 2 of ${matches}`, "a click leads to the next");
  });
}

async function goes_up_to_the_hit(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/search?q=grain");
    await press(page, ..."jjjjjjj");
    const id = await page.locator(".hit.here").getAttribute("id");
    await press_and_go(page, "o", /\/article\//);
    await press_and_go(page, "]", /hit=8/);
    await press_and_go(page, "[", /hit=7/);
    await press_and_go(page, "u", /\/search\?/);
    assert.equal(path_of(page), `/search?q=grain#${id}`);
    const hit = page.locator(".hit.here");
    assert.equal(await hit.getAttribute("id"), id);
    const { y } = await hit.boundingBox();
    assert.ok(y >= 0 && y < 1000, "it is on the screen");
  });
}

async function leaves_browser_keys_alone(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    for (const key of ["Control+f", "Control+j", "Control+o", "Alt+n", "F3", "Space", "ArrowDown", "x"]) {
      await page.evaluate(() => window.addEventListener("keydown",
        (event) => { window.taken = event.defaultPrevented; }, { once: true }));
      await press(page, key);
      assert.equal(await page.evaluate(() => window.taken), false, key);
    }
    assert.equal(await page.locator(".here").count(), 0);
  });
}

async function types_letters_in_fields(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    await press(page, "Control+k", ..."jkontu?/");
    assert.equal(await box_value(page), "jkontu?/");
    await page.getByLabel("from").fill("");
    await press(page, ..."2026-01");
    assert.equal(await page.getByLabel("from").inputValue(), "2026-01");
    assert.equal(path_of(page), list);
  });
}

async function keys_are_switched(world) {
  await visit(world, {}, async (page) => {
    const marked_by_j = async () => {
      await page.goto(list);
      await page.reload();
      await press(page, "j");
      return page.locator(".hit.here").count();
    };
    const switch_them = async (name) => {
      await page.goto("/help");
      const sent = page.waitForResponse((answer) => answer.request().method() === "POST");
      await page.getByRole("button", { name }).click();
      assert.equal((await sent).status(), 303);
      await page.waitForURL("/help#keys");
      await page.reload();
    };
    assert.equal(await marked_by_j(), 1);
    await switch_them("Switch them off");
    await page.getByText("Single keys are off").waitFor();
    assert.equal(await marked_by_j(), 0);
    await press(page, "Control+k");
    assert.ok(await focused(page, "#q"), "Ctrl+K is no single key");
    await switch_them("Switch them on");
    assert.equal(await marked_by_j(), 1);
  });
}

async function back_is_where_it_was(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/search?q=grain");
    await page.locator(".hit").nth(6).scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => scrollY);
    assert.ok(before > 300);
    await page.locator(".hit h2 a").nth(6).click();
    await page.waitForURL(/\/article\//);
    await page.goBack();
    assert.equal(path_of(page), "/search?q=grain");
    await becomes(() => page.evaluate(() => scrollY), before);
  });
}

async function completes_a_name(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/");
    const option = page.locator("#offered [role=option]");
    await press(page, "Control+k", ..."grain outl");
    await option.getByText("outlet:").waitFor();
    await press(page, "ArrowDown", "Enter");
    await becomes(() => option.count(), 10);
    assert.equal(await box_value(page), "grain outlet:");
    assert.equal(await page.locator("#q").getAttribute("aria-expanded"), "true");
    await press(page, "ArrowDown", "ArrowDown", "ArrowUp");
    const chosen = page.locator("#offered [aria-selected=true]");
    assert.equal(await chosen.getAttribute("id"), await page.locator("#q").getAttribute("aria-activedescendant"));
    const name = await chosen.innerText();
    assert.match(name, /^outlet:="[^"]+"$/);
    await press(page, "Enter");
    assert.equal(await box_value(page), `grain ${name}`);
    assert.equal(await page.locator("#offered").isVisible(), false);
    assert.equal(path_of(page), "/", "taking a name sends nothing");
    await press_and_go(page, "Enter", /\/search\?q=grain\+outlet/);
    assert.ok(await page.locator(".hit").count() > 0);
  });
}

async function escape_closes_the_offer(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/");
    await press(page, "Control+k", ..."outlet:");
    await page.locator("#offered [role=option]").first().waitFor();
    await press(page, "Escape");
    assert.equal(await page.locator("#offered").isVisible(), false);
    assert.equal(await page.locator("#q").getAttribute("aria-expanded"), "false");
    assert.ok(await focused(page, "#q"));
    assert.equal(await box_value(page), "outlet:");
  });
}

async function escape_leaves_the_box(world) {
  await visit(world, {}, async (page) => {
    await page.goto(list);
    await press(page, "Control+k", "End", ..." zzz", "Escape");
    assert.equal(await focused(page, "#q"), false);
    assert.equal(await box_value(page), "grain deal zzz", "what was typed stays");
  });
}

async function late_names_are_not_offered(world) {
  await visit(world, {}, async (page) => {
    await page.goto("/");
    const held = [];
    await page.route("**/suggest?*", (route) => { held.push(route); });
    await press(page, "Control+k", ..."outl");
    await becomes(() => held.length, 3);
    await press(page, "Tab");
    assert.equal(await focused(page, "#q"), false);
    const answered = page.waitForResponse((answer) => answer.url().endsWith("=outl"));
    for (const route of held) await route.continue();
    await answered;
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    assert.equal(await page.locator("#offered").isVisible(), false);
  });
}

export const keyboard_cases = {
  "Tab reaches the skip link, the box, the chips, the bars and the hits, in this order": tab_reaches_all,
  "the skip link leads into the content": skip_link_leads_to_content,
  "Ctrl+K, /, t, e and ? lead to their places": keys_to_places,
  "j and k walk through the hits, Enter and o open one": walks_through_hits,
  "n and p walk through the matches, and it is told which one it is": walks_through_matches,
  "u leads back to the list, where the hit is marked": goes_up_to_the_hit,
  "Ctrl+F and what else is the browser's is left to it": leaves_browser_keys_alone,
  "letters typed into a field are text": types_letters_in_fields,
  "single keys that were switched off stay off, until they are switched on": keys_are_switched,
  "Back leads to the same place of the same list": back_is_where_it_was,
  "a field and its names are offered, and taken by the arrow and Enter": completes_a_name,
  "Escape closes what is offered and keeps what was typed": escape_closes_the_offer,
  "Escape leaves the box and keeps what was typed": escape_leaves_the_box,
  "names that come after the box was left are not offered": late_names_are_not_offered,
};
