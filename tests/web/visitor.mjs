// SPDX-License-Identifier: GPL-2.0-or-later
// A visitor with a fresh browser profile. Whatever no page may do is a fault of the test it happens in.
import assert from "node:assert/strict";

// The browser tells a status that was asked for as an error, too.
const tells_status = (message) =>
  message.text().startsWith("Failed to load resource: the server responded with a status of 4");

async function watch(context, origin) {
  const faults = [];
  const add = (page, what) => faults.push(`${page?.url()}: ${what}`);
  context.on("request", (request) => {
    if (!request.url().startsWith(origin + "/")) faults.push(`asked elsewhere: ${request.url()}`);
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !tells_status(message)) add(message.page(), message.text());
  });
  context.on("weberror", (error) => add(error.page(), error.error().message));
  context.on("dialog", (dialog) => {
    add(dialog.page(), `a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await context.addInitScript(() => document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`the policy forbids ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`)));
  return faults;
}

/// Runs body(page) with a page that has the key, unless `key: false`. Other settings are the browser's.
export async function visit({ browser, site }, settings, body) {
  const { key = true, ...others } = settings;
  const context = await browser.newContext({ viewport: { width: 1100, height: 1000 }, baseURL: site.origin,
    reducedMotion: "reduce", colorScheme: "light", ...others });
  try {
    context.setDefaultTimeout(5000);
    const faults = await watch(context, site.origin);
    if (key) await context.addCookies([{ ...site.cookie, url: site.origin, httpOnly: true, sameSite: "Strict" }]);
    await body(await context.newPage());
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/// Waits until the page says so; then what it says is what is asserted.
export async function becomes(ask, expected) {
  const end = Date.now() + 3000;
  let told = await ask();
  while (told !== expected && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    told = await ask();
  }
  assert.equal(told, expected);
}

export const path_of = (page) => page.url().slice(new URL(page.url()).origin.length);

/// The number of articles in the heading of a list.
export async function told_number(page) {
  return Number(/^[\d,]+(?= articles?\b)/.exec(await page.locator(".sum h1").innerText())?.[0].replaceAll(",", ""));
}
