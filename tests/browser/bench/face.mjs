// How fast the face answers in headless Chromium: the twelve interactions, a chart of 5,000 things, sizes; with GL, without,
// and on a line of 256 kbit/s with 400 ms there and back. Called by `cargo xtask bench face`.
//
// It ends in bounded time: each figure has its own limit and the whole has one, and what was not reached is named.
import { readFile } from "node:fs/promises";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

import { chromium } from "playwright-core";

import { be, startRegion } from "../lib/region.mjs";

const FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const MODES = { "with GL": [], "without GL": ["--disable-gpu", "--disable-software-rasterizer"] };
const SLOW = { offline: false, latency: 400, downloadThroughput: 256_000 / 8, uploadThroughput: 256_000 / 8 };
/** Seconds for one figure, and for everything. */
const ONE = 60;
const ALL = Number(process.env.BENCH_SECONDS ?? 1500);
const ends = Date.now() + ALL * 1000;
const assets = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "crates", "lintas-web", "assets");

const rows = [];
const add = (what, mode, all, budget, unit = "ms") => {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  rows.push({ what, mode, median: at(0.5), p95: at(0.95), unit, budget });
};

/** Does a piece of the work within its time; what fails or is late becomes a line that says so. */
async function within(what, mode, work, seconds = ONE) {
  const left = Math.min(seconds * 1000, ends - Date.now());
  let late;
  try {
    if (left <= 0) throw new Error("no time left");
    await Promise.race([work(), new Promise((_, reject) => { late = setTimeout(() => reject(new Error(`not within ${Math.round(left / 1000)} s`)), left); })]);
  } catch (why) {
    rows.push({ what, mode, missing: String(why.message ?? why).split("\n")[0] });
  } finally { clearTimeout(late); }
}

/** A made-up chart: things in rings, each linked with one before it and with a far one. */
function made(n, words) {
  const signs = ["person", "phone", "vehicle", "place", "account", "organisation"];
  const names = ["สมชาย ใจดี", "សុខ ចាន់ធី", "+855 12 000 678", "Wingspan", "ສົມພອນ", "নুসরাত"];
  const nodes = Array.from({ length: n }, (_, i) => {
    const [r, turn] = [60 * Math.sqrt(i), i * 2.399963];
    return { i: String(i), s: signs[i % 6], l: `${names[i % 6]} ${i}`, n: "KH-CIB · B2", x: Math.round(r * Math.cos(turn)), y: Math.round(r * Math.sin(turn)) };
  });
  const ties = [];
  for (let i = 1; i < n; i++) {
    ties.push({ a: Math.floor(i / 3), b: i, s: i % 3, d: i % 4, c: 1 + (i % 12), l: "called", f: 1.48e9 + i * 3600, u: 1.48e9 + i * 3600 });
    if (i % 2 === 0) ties.push({ a: (i * 7919) % n, b: i, s: 1, d: 0, c: 1, l: "met", f: 1.48e9 + i * 3600, u: 1.48e9 + i * 3600 });
  }
  return { title: "Chart", banner: "DEMO", colour: "#334155", notes: [], legend: "", lang: "en", canSave: false, words, nodes, ties, views: [] };
}

/** A page with nothing but a made-up chart: no node answers, so only the island is measured. */
async function chartPage(browser, n) {
  const page = await (await browser.newContext({ viewport: { width: 1400, height: 900 } })).newPage();
  await page.route("http://chart.test/**", async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = async (name, contentType) => route.fulfill({ contentType, body: await readFile(join(assets, name)) });
    if (pathname === "/data") return route.fulfill({ json: made(n, {}) });
    if (pathname.endsWith(".js")) return file(join("islands", pathname), "text/javascript");
    if (pathname.endsWith(".css")) return file(pathname, "text/css");
    if (pathname.endsWith(".woff2")) return file(pathname, "font/woff2");
    return route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="stylesheet" href="/style.css"><main><x-chart src="/data"></x-chart></main><script src="/chart.js"></script></html>` });
  });
  await page.goto("http://chart.test/");
  await page.waitForSelector("x-chart[data-ready]");
  await page.evaluate(() => document.fonts.ready);
  return page;
}

async function chart(browser, mode, n) {
  const page = await chartPage(browser, n);
  const measured = await page.evaluate(async () => {
    const { chart } = document.querySelector("x-chart");
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = { far: [], near: [], zoom: [], rest: [], select: [], undo: [], brush: [], expand: [] };
    // From frame to frame as the eye sees them: what the script takes and what drawing takes after it.
    const moving = async (into, turns, move) => {
      chart.paint();
      await frame();
      let last = await frame();
      for (let i = 0; i < turns; i++) {
        move(i);
        chart.quickUntil = performance.now() + 1000;
        chart.paint();
        const now = await frame();
        into.push(now - last);
        last = now;
      }
      chart.quickUntil = 0;
    };
    const timed = (into, work) => { const began = performance.now(); work(); into.push(performance.now() - began); };
    /** Waits until what was drawn is there: reading a pixel makes the browser finish. */
    const drawn = () => chart.picture.base.canvas.getContext("2d").getImageData(0, 0, 1, 1);
    const whole = { ...chart.view };
    await moving(times.far, 40, () => { chart.view.x += 3; });
    chart.view = { ...whole };
    await moving(times.zoom, 30, (i) => chart.zoom(i < 15 ? 1.1 : 0.9));
    const middle = { x: whole.x + chart.canvas.clientWidth / whole.scale / 2, y: whole.y + chart.canvas.clientHeight / whole.scale / 2 };
    chart.view = { scale: 1, x: middle.x - 500, y: middle.y - 300 };
    await moving(times.near, 40, () => { chart.view.x += 5; });
    for (let i = 0; i < 8; i++) timed(times.rest, () => { chart.picture.stale(); chart.paint(); drawn(); });
    for (let i = 0; i < 20; i++) timed(times.select, () => { chart.select((i * 7) % 100); chart.paint(); });
    for (let i = 0; i < 10; i++) {
      chart.select(i + 1);
      chart.hide();
      timed(times.undo, () => chart.undo());
    }
    for (let i = 0; i < 8; i++) timed(times.brush, () => { chart.state.setPeriod([1.48e9, 1.48e9 + i * 1e6]); chart.picture.stale(); chart.paint(); });
    chart.state.setPeriod(null);
    for (let i = 0; i < 8; i++) {
      chart.select(i + 40);
      chart.collapse();
      timed(times.expand, () => { chart.expand(); chart.paint(); });
    }
    return times;
  });
  const things = `${n} things`;
  // Without a GPU 30 frames a second.
  add(`6 move, all in view, ${things}`, mode, measured.far, 33);
  add(`6 zoom, ${things}`, mode, measured.zoom, 33);
  add(`6 move, near, ${things}`, mode, measured.near, 33);
  add(`  drawn anew at rest, near, ${things}`, mode, measured.rest, Infinity);
  add(`5 choose, ${things}`, mode, measured.select, 16);
  add(`4 undo, ${things}`, mode, measured.undo, 16);
  add(`7 another period, ${things}`, mode, measured.brush, 50);
  add(`3 expand, ${things}`, mode, measured.expand, 150);
  await page.context().close();
}

/** Repeats a piece of work and takes the milliseconds of each turn. */
async function repeat(turns, work) {
  const times = [];
  for (let i = 0; i < turns; i++) {
    const began = performance.now();
    await work(i);
    times.push(performance.now() - began);
  }
  return times;
}

/** What is asked of a node, one figure after the other, at a seat. */
async function asked(page, origin, chartOf, mode, slow) {
  const turns = slow ? 3 : 8;
  const open = (path) => page.goto(path, { waitUntil: "domcontentloaded" });
  const step = (what, work) => within(what, mode, work);
  const ms = (fast, late) => (slow ? late : fast);
  await step("1 keystroke in search", async () => {
    await open(`${origin}/s`);
    const typed = ["v", "va", "van", "so", "sok", "678", "000 6", "ferr"].slice(0, turns);
    const times = [];
    for (const text of typed) {
      const answer = page.waitForResponse((response) => response.url().includes("/s?") && response.request().resourceType() !== "document");
      const began = performance.now();
      await page.fill("main input[name=q]", text);
      await (await answer).finished();
      times.push(performance.now() - began);
    }
    add("1 keystroke in search", mode, times, ms(100, 600));
  });
  await step("2 open a record", async () => {
    await open(`${origin}/s?q=van&kind=report`);
    const report = await page.locator('#results a[href^="/reports/"]').first().getAttribute("href");
    add("2 open a record", mode, await repeat(turns, () => open(`${origin}${report}`)), ms(150, 800));
  });
  await step("8 judge a pair and see the next", async () => {
    const times = [];
    for (let i = 0; i < Math.min(turns, 4); i++) {
      await open(`${origin}/matches`);
      if ((await page.locator("#pair .two").count()) === 0) break;
      const was = await page.innerText("#pair");
      const began = performance.now();
      await page.keyboard.press("n");
      await page.waitForFunction((was) => document.querySelector("#pair").innerText !== was, was);
      times.push(performance.now() - began);
    }
    if (times.length === 0) throw new Error("no pair waits");
    add("8 judge a pair and see the next", mode, times, 80);
  });
  await step("9 save a report", async () => {
    const times = [];
    for (let i = 0; i < Math.min(turns, 4); i++) {
      await open(`${origin}/reports/add`);
      await page.fill("#title", `Bench ${mode} ${i}`);
      await page.fill("#text", "Made up.");
      const began = performance.now();
      await page.locator("form[data-report] button.btn").click();
      await page.waitForURL("**done=report-added**", { waitUntil: "domcontentloaded" });
      times.push(performance.now() - began);
    }
    add("9 save a report", mode, times, ms(200, 800));
  });
  await step("10 switch the language", async () => {
    await open(`${origin}/cases`);
    const times = [];
    for (const language of ["th", "km", "en", "bn", "en"].slice(0, turns)) {
      await page.locator("details.menu summary").first().click();
      const began = performance.now();
      await page.locator(`button[name=language][value=${language}]`).click();
      await page.waitForFunction((language) => document.documentElement.lang === language, language);
      times.push(performance.now() - began);
    }
    await page.context().addCookies([]);
    add("10 switch the language", mode, times, ms(200, 800));
  });
  await step("11 change the tab of a case", async () => {
    const of = chartOf.replace(/\/charts.*/, "");
    const tabs = ["reports", "things", "tasks", "journal"];
    add("11 change the tab of a case", mode, await repeat(turns, (i) => open(`${of}/${tabs[i % tabs.length]}`)), ms(120, 500));
  });
  await step("chart page opens", async () => add("chart page opens", mode, await repeat(3, () => open(chartOf)), ms(1000, 5000)));
  if (slow) return;
  await within("12 preview of 100,000 rows", mode, async () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `2026-11-${String(1 + (i % 20)).padStart(2, "0")} 10:${String(i % 60).padStart(2, "0")},+8551200${String(i % 9000).padStart(4, "0")},+6681000${String((i * 7) % 9000).padStart(4, "0")},${30 + (i % 300)}`);
    await open(`${origin}/import`);
    await page.locator('input[type=file]').first().setInputFiles({ name: "calls.csv", mimeType: "text/csv", buffer: Buffer.from(`start,from,to,seconds\n${lines.join("\n")}\n`) });
    const began = performance.now();
    await page.locator('main form button.btn').first().click();
    await page.waitForURL("**/import/upload/**", { waitUntil: "domcontentloaded", timeout: 110_000 });
    add("12 preview of 100,000 rows, sent and read whole", mode, [performance.now() - began], 5000);
    add("12 preview again", mode, await repeat(2, () => page.reload({ waitUntil: "domcontentloaded" })), 5000);
  }, 120);
  await step("6 map", async () => {
    await open(`${chartOf.replace(/\?.*/, "")}?chart=map`);
    await page.waitForSelector("x-map[data-ready]", { timeout: 20_000 });
    const frames = await page.evaluate(async () => {
      const { map } = document.querySelector("x-map");
      const times = [];
      for (let i = 0; i < 30; i++) { map.window.x += 0.2; times.push(map.draw()); }
      return times;
    });
    add("6 move the map", mode, frames, 33);
  });
}

/** What a first visit fetches, compressed as the node sends it. */
async function sizes(page, address) {
  const sums = { page: 0, style: 0, script: 0, font: 0, island: 0 };
  page.on("response", async (response) => {
    const path = new URL(response.url()).pathname;
    if (/\/news$|charts\/data|boundaries/.test(path)) return;
    const body = await response.body().catch(() => null);
    if (!body) return;
    const kind = /\/(chart|arrange|map)\.[0-9a-f]+\.js$/.test(path) ? "island" : path.endsWith(".js") ? "script" : path.endsWith(".css") ? "style" : path.endsWith(".woff2") ? "font" : path.startsWith("/assets/") ? null : "page";
    if (kind) sums[kind] += kind === "font" ? body.length : gzipSync(body, { level: 9 }).length;
  });
  // Not "networkidle": a page that listens for news is never idle.
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(2000);
  add("chart page, HTML", "", [sums.page / 1000], 15, "kB");
  add("style", "", [sums.style / 1000], 14, "kB");
  add("scripts of every page", "", [sums.script / 1000], 18, "kB");
  add("fonts of an English page", "", [sums.font / 1000], 92, "kB");
  add("chart island with arrangement", "", [sums.island / 1000], 30.4, "kB");
}

async function seats(region, browser, mode, slow) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(ONE * 1000);
  await be(region, page, "KH-CIB", "analyst");
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/cases`);
  const address = `${origin}${await page.locator('main a[href^="/cases/"]', { hasText: "LOTUS BRIDGE" }).first().getAttribute("href")}/charts`;
  if (slow) {
    // The first visit of a new device fetches everything, the next only the page.
    const fresh = await browser.newContext({ viewport: { width: 360, height: 800 }, storageState: await context.storageState() });
    const phone = await fresh.newPage();
    await (await fresh.newCDPSession(phone)).send("Network.emulateNetworkConditions", SLOW);
    await within("first page", mode, async () => add("first page of a new device, everything there", mode, await repeat(1, () => phone.goto(`${origin}/reports/add`, { waitUntil: "load" })), 5000));
    await within("next page", mode, async () => add("next page", mode, await repeat(3, () => phone.goto(`${origin}/reports/add`, { waitUntil: "load" })), 1000));
    await fresh.close();
    await (await context.newCDPSession(page)).send("Network.emulateNetworkConditions", SLOW);
  } else if (mode === "with GL") {
    const fresh = await browser.newContext({ storageState: await context.storageState() });
    await within("sizes", mode, async () => sizes(await fresh.newPage(), address));
    await fresh.close();
  }
  await asked(page, origin, address, mode, slow);
  await context.close();
}

const load = [loadavg()[0]];
const launch = (flags) => chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
// The chart needs no node, so it is measured first and always.
for (const [mode, flags] of Object.entries(MODES)) {
  const browser = await launch(flags);
  for (const n of [150, 1500, 5000]) await within(`chart of ${n}`, mode, () => chart(browser, mode, n));
  await browser.close();
}
load.push(loadavg()[0]);
if (!process.argv.includes("--chart")) {
  let region = null;
  await within("the region starts", "", async () => { region = await startRegion(); }, 480);
  if (region) {
    try {
      for (const [mode, flags, slow] of [["with GL", [], false], ["without GL", MODES["without GL"], false], ["256 kbit/s", MODES["without GL"], true]]) {
        const browser = await launch(flags);
        await within(`a seat, ${mode}`, mode, () => seats(region, browser, mode, slow), 420);
        await browser.close().catch(() => {});
      }
    } finally { await region.stop(); }
  }
  load.push(loadavg()[0]);
}
let over = 0;
const width = Math.max(...rows.map((row) => row.what.length));
for (const { what, mode, median, p95, unit, budget, missing } of rows) {
  const name = `${what.padEnd(width)}  ${mode.padEnd(10)}`;
  if (missing) { console.log(`${name}  NOT MEASURED: ${missing}`); continue; }
  const missed = p95 > budget;
  if (missed && unit === "kB") over = 1;
  console.log(`${name}  median ${median.toFixed(1).padStart(8)} ${unit}  p95 ${p95.toFixed(1).padStart(8)} ${unit}${budget === Infinity ? "" : `  budget ${String(budget).padStart(5)}  ${missed ? "OVER" : "ok"}`}`);
}
console.log(`load of the machine while measuring: ${load.map((n) => n.toFixed(1)).join(", ")}`);
process.exit(over);
