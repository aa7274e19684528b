// What the page gains by a script: keys, a range dragged over the timeline, completion, the next match.
// Everything else works without. No library, no inline code, nothing from elsewhere.
"use strict";

const $ = (selector, from = document) => from.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];
const box = $("#q");

// --- hits and matches, one of them "here" ---

function step(list, by) {
  if (!list.length) return;
  const now = list.findIndex((one) => one.classList.contains("here"));
  const next = now < 0 ? (by > 0 ? 0 : list.length - 1) : (now + by + list.length) % list.length;
  go(list, next);
}

function go(list, to) {
  for (const one of list) one.classList.remove("here");
  const one = list[to];
  one.classList.add("here");
  ($("h2 a", one) || $("a", one) || one).focus({ preventScroll: true });
  one.scrollIntoView({ block: "nearest" });
  const told = $(".matches");
  if (told && one.tagName === "MARK") {
    one.scrollIntoView({ block: "center" });
    told.textContent = `match ${to + 1} of ${list.length}`;
  }
}

const hits = () => all(".hit");
const marks = () => all(".text mark[id]");

// A list that was left for an article comes back to it.
if (location.hash.length > 1) {
  const hit = document.getElementById(location.hash.slice(1));
  if (hit && hit.classList.contains("hit")) hit.classList.add("here");
}

// A click on a match leads to the next one; it is told which.
for (const mark of marks())
  $("a", mark).addEventListener("click", (event) => {
    event.preventDefault();
    const list = marks();
    go(list, list.indexOf(mark));
    step(list, 1);
  });
const first = $(".matches a");
if (first)
  first.addEventListener("click", (event) => {
    event.preventDefault();
    go(marks(), 0);
  });

// --- keys ---

const follow = (selector) => { const link = $(selector); if (link) link.click(); };
const keys = {
  "/": () => box && box.select(),
  j: () => step(hits(), 1),
  k: () => step(hits(), -1),
  o: () => follow(".hit.here h2 a"),
  n: () => step(marks(), 1),
  p: () => step(marks(), -1),
  u: () => follow(".stay a[rel=up]"),
  "[": () => follow(".stay a[rel=prev], .pages a[rel=prev]"),
  "]": () => follow(".stay a[rel=next], .pages a[rel=next]"),
  t: () => { const bar = $("#timeline a"); if (bar) bar.focus(); },
  e: () => { const list = $(".export"); if (list) { list.open = true; $("a", list).focus(); } },
  "?": () => { location.href = "/help#keys"; },
};

document.addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && box) {
    event.preventDefault();
    box.select();
    return;
  }
  const typing = event.target.closest("input");
  if (typing && event.key === "Escape") {
    event.preventDefault();
    event.target.blur();
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.body.dataset.keys === "off" || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key]();
});

// --- a range dragged over the timeline fills the two fields and sends their form ---

const chart = $("#timeline svg[role=group]");
const range = $("#timeline .range");
if (chart && range) {
  const bars = [...chart.children];
  let from = -1, to = -1, dragged = false;
  const bar_at = (x) => {
    const area = chart.getBoundingClientRect();
    const at = Math.floor(((x - area.left) / area.width) * bars.length);
    return Math.min(Math.max(at, 0), bars.length - 1);
  };
  const show = () => bars.forEach((bar, i) => bar.classList.toggle(
    "chosen", dragged && i >= Math.min(from, to) && i <= Math.max(from, to)));
  const drop = () => { from = -1; dragged = false; show(); };
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) from = to = bar_at(event.clientX);
  });
  window.addEventListener("pointermove", (event) => {
    if (from < 0) return;
    to = bar_at(event.clientX);
    dragged = dragged || to !== from;
    show();
  });
  window.addEventListener("pointerup", () => {
    if (from < 0 || !dragged) return drop();
    range.since.value = bars[Math.min(from, to)].dataset.first;
    range.until.value = bars[Math.max(from, to)].dataset.last;
    range.requestSubmit();
  });
  window.addEventListener("pointercancel", drop);
  window.addEventListener("pageshow", drop);
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
}

// --- completion of fields and names, as an ARIA combobox ---

if (box) {
  const list = document.createElement("ul");
  list.id = "offered";
  list.className = "offered";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Fields and names");
  list.hidden = true;
  box.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": "offered",
    "aria-expanded": "false", "aria-autocomplete": "list" })) box.setAttribute(name, value);
  let chosen = -1, asked = 0;

  const word = () => /\S*(?::=?"[^"]*)?$/.exec(box.value.slice(0, box.selectionStart))[0];
  const choose = (to) => {
    chosen = to;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === to)));
    if (to >= 0) box.setAttribute("aria-activedescendant", list.children[to].id);
    else box.removeAttribute("aria-activedescendant");
  };
  const offer = (texts) => {
    list.replaceChildren(...texts.map((text, i) => {
      const item = document.createElement("li");
      item.id = `offered-${i}`;
      item.setAttribute("role", "option");
      item.textContent = text;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(text); });
      return item;
    }));
    list.hidden = !texts.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    choose(-1);
  };
  // Names that are still on their way come too late.
  const close = () => { ++asked; offer([]); };
  const take = (text) => {
    const end = box.selectionStart;
    box.setRangeText(text, end - word().length, end, "end");
    close();
    if (text.endsWith(":")) ask();
  };
  const ask = async () => {
    const mine = ++asked, typed = word();
    if (typed.length < 2) return offer([]);
    const answer = await fetch(`/suggest?word=${encodeURIComponent(typed)}`).catch(() => null);
    if (mine === asked && answer && answer.ok) offer(await answer.json());
  };
  box.addEventListener("input", ask);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "ArrowDown" && count) choose((chosen + 1) % count);
    else if (event.key === "ArrowUp" && count) choose(chosen <= 0 ? count - 1 : chosen - 1);
    else if (event.key === "Escape" && count) close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen >= 0) take(list.children[chosen].textContent);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
