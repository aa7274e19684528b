// SPDX-License-Identifier: GPL-2.0-or-later
// Writes a made archive in which every feature of the page shows. The same articles in every run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const day_ms = 24 * 3600 * 1000;
const first_day = Date.UTC(2025, 9, 1);

const outlets = ["Northern Post", "Harbour Gazette", "The Daily Ledger", "City Courier", "Agence Delta",
  "Morning Herald", "Valley Times", "Radio Kestrel", "The Economist's Notebook", "Weekly Record", "Coast Bulletin"];
const authors = ["Ada Brandt", "Ilse Novak", "Tom Okafor", "Rosa Lindqvist", "Jean-Luc Perrin", "Maya Sato",
  "Piotr Zielinski", "Hannah O'Neill", "Samir Haddad", "Greta Olsen"];
const sections = ["world", "economy", "politics", "science"];
const people = ["minister Clara Weiss", "union leader Marko Ilic", "mayor Denise Hart", "economist Paul Engel",
  "spokeswoman Nora Lund", "professor Amir Shah"];
const towns = ["Lindau", "Porto Vero", "Kestrel Bay", "Ostrava", "Marlow", "Senn Valley", "Brackwater", "Halden",
  "Tarn Bridge", "Eastmoor", "Vigo Alta", "Redcliff"];
const topics = [
  { head: "Grain deal", things: ["the grain deal", "the export of grain", "the first grain ship", "the price of wheat and grain"] },
  { head: "Rail strike", things: ["the rail strike", "the last night train", "the strike vote", "freight on the rail line"] },
  { head: "Dam repair", things: ["the old dam", "the reservoir", "the flood gate", "the repair of the dam"] },
  { head: "Hospital budget", things: ["the hospital budget", "the pay of nurses", "the new ward", "emergency care"] },
  { head: "Election count", things: ["the election count", "the postal vote", "the coalition", "a second ballot"] },
];
const deeds = ["will be discussed", "was put off", "has divided the council", "cost more than was planned",
  "drew a crowd", "came as a surprise", "is still under review", "has been agreed on paper", "met with protest",
  "went ahead without notice"];
const whens = ["after a long night of talks", "two days before the deadline", "while the markets were closed",
  "against the advice of experts", "for the first time in ten years", "in spite of heavy rain",
  "with the votes of both sides", "as the cold set in"];
const ends = ["enters its third week", "nears a turn", "is on hold", "splits the coast", "gets a date",
  "is back on the table", "finds new friends", "faces a vote"];

// Small and the same everywhere, which Math.random is not.
function dice(seed) {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return { number: (below) => Math.floor(next() * below), one: (list) => list[Math.floor(next() * list.length)] };
}

function sentence(topic, roll) {
  const thing = roll.one(topic.things);
  const start = thing[0].toUpperCase() + thing.slice(1);
  return `${start} near ${roll.one(towns)} ${roll.one(deeds)} ${roll.one(whens)}, and ${roll.number(900) + 20} people ` +
    `from ${roll.one(towns)} ${roll.one(["wrote", "came", "called", "signed"])} because of it.`;
}

function quotation(topic, roll) {
  return `"We cannot wait ${roll.number(80) + 3} more weeks for ${roll.one(topic.things)}, and nobody in ` +
    `${roll.one(towns)} should have to," said ${roll.one(people)}.`;
}

function body(topic, roll) {
  const paragraphs = [];
  for (let i = 0; i < 5; ++i)
    paragraphs.push(Array.from({ length: 2 + roll.number(2) }, () => sentence(topic, roll)).join(" "));
  paragraphs.splice(2, 0, quotation(topic, roll));
  return paragraphs.join("\n\n");
}

function markdown(fields, text) {
  const rows = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${rows.join("\n")}\n---\n\n${text}\n`;
}

function usual_article(i) {
  const roll = dice(i * 7919 + 17);
  const number = i % topics.length;
  const topic = topics[number];
  // Most around a day of the topic's own, so that a timeline has its heights.
  const day = 15 + number * 22 + Math.floor((roll.number(100) + roll.number(100) + roll.number(100) - 150) / 3);
  const fields = { title: `${topic.head} of ${roll.one(towns)} ${roll.one(ends)}`,
    date: new Date(first_day + (day + 45) * day_ms).toISOString().slice(0, 10),
    outlet: roll.one(outlets), author: roll.one(authors), section: roll.one(sections),
    url: `https://news.example/${topic.head.toLowerCase().replace(" ", "-")}/${i}` };
  if (i % 40 === 7) delete fields.date;
  return { fields, text: body(topic, roll) };
}

/// One agency's text in five outlets.
function copies() {
  const text = body(topics[0], dice(4711)) + "\n\nThe harbour of Marlow counted ninety ships of grain in one day.";
  return outlets.slice(0, 5).map((outlet, i) => ({ text, fields: { title: "Ninety ships of grain leave Marlow",
    date: `2026-01-${String(10 + i)}`, outlet, author: "Ada Brandt", section: "economy",
    url: `https://news.example/ninety-ships/${i}` } }));
}

/// What a page must show as the text that it is. Each is about "quillwort", which nothing else is.
export const hostile_titles = [
  "<script>alert(1)</script> quillwort",
  "\"><img src=x onerror=alert(2)> quillwort",
  "'-alert(3)-' quillwort & sons",
  "</title></h2><svg onload=alert(4)> quillwort",
  "quillwort {{7*7}} ${7*7} <!-- -->",
  "quillwort " + "unbreakable".repeat(14),
];

function hostile() {
  return hostile_titles.map((title, i) => ({
    text: `The quillwort text begins <script>alert(${i})</script> and </p></main><img src=x onerror=alert(${i})>.\n\n` +
      `"<b onclick=alert(${i})>We never saw a quillwort as hostile as number ${i} of them all</b>," said <i>Nora Lund</i>.\n\n` +
      body(topics[2 + i % 3], dice(90001 + i)),
    fields: { title, date: `2026-02-${String(10 + i)}`, outlet: `"><script>alert('outlet ${i}')</script>`,
      author: `<img src=x onerror=alert('author')> ${i}`, section: "</ul><script>alert('section')</script>",
      url: i === 0 ? "javascript:alert('url')" : `https://news.example/?q="><script>alert(${i})</script>` } }));
}

export function write_archive(folder) {
  mkdirSync(folder, { recursive: true });
  const usual = Array.from({ length: 280 }, (_, i) => usual_article(i));
  const all = [...usual, ...copies(), ...hostile()];
  all.forEach(({ fields, text }, i) =>
    writeFileSync(join(folder, `${String(i).padStart(3, "0")}.md`), markdown(fields, text)));
  return all.length;
}
