// SPDX-License-Identifier: GPL-2.0-or-later
// A made archive, its index and a dateline-web of its own, all in one temporary folder.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { write_archive } from "./archive.mjs";

async function first_line(server) {
  const lines = createInterface({ input: server.stdout });
  const ended = once(server, "exit").then(() => assert.fail("dateline-web ended before it told its address"));
  const [line] = await Promise.race([once(lines, "line"), ended]);
  return line;
}

// Written by hand, so that all that match is new.
const saved_searches = "[grain]\nquery = 'grain deal'\n\n[ships]\nquery = 'ships'\n\n[broken]\nquery = '(ships'\n";

export class Site {
  constructor(programs) {
    this.programs = programs;
    this.folder = mkdtempSync(join(tmpdir(), "dateline-web-test-"));
    // What the browser writes goes with the rest.
    process.env.TMPDIR = process.env.HOME = this.folder;
    for (const name of ["STATE_HOME", "CONFIG_HOME", "CACHE_HOME", "DATA_HOME"])
      process.env[`XDG_${name}`] = join(this.folder, name.toLowerCase());
  }

  async start() {
    const archive = join(this.folder, "news");
    this.articles = write_archive(archive);
    const config = join(process.env.XDG_CONFIG_HOME, "dateline");
    mkdirSync(config, { recursive: true });
    writeFileSync(join(config, "searches.toml"), saved_searches);
    execFileSync(this.programs.index, ["-q", "--index", "index", archive], { cwd: this.folder, stdio: "inherit" });
    this.server = spawn(this.programs.web, ["--index", "index", "--no-config", "--port", "0"],
      { cwd: this.folder, stdio: ["ignore", "pipe", "inherit"] });
    const line = await first_line(this.server);
    this.address = /^Dateline is at (http:\/\/127\.0\.0\.1:\d+\/\?key=\w+)$/.exec(line)?.[1];
    assert.ok(this.address, `the first line has the address: ${line}`);
    const { origin, port, searchParams } = new URL(this.address);
    this.origin = origin;
    this.cookie = { name: `dateline-key-${port}`, value: searchParams.get("key") };
  }

  /// An answer as the server sends it, asked for with the key.
  async fetch(path) {
    return fetch(this.origin + path, { headers: { cookie: `${this.cookie.name}=${this.cookie.value}` } });
  }

  /// Addresses of the articles that a search lists, in its order.
  async articles_of(path) {
    const html = await (await this.fetch(path)).text();
    return [...html.matchAll(/<h2><a href="([^"]+)"/g)].map(([, href]) => href.replaceAll("&amp;", "&"));
  }

  async stop() {
    if (this.server && this.server.exitCode === null && this.server.signalCode === null) {
      this.server.kill("SIGINT");
      await once(this.server, "exit");
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
