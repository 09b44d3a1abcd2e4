// How fast the face answers, in headless Chromium: 5,000 things on a chart, search, tabs, sizes; with GL and without.
// Called by `cargo xtask bench face`; prints a table against the budgets and fails when a size is over its budget.
import { gzipSync } from "node:zlib";

import { chromium } from "playwright-core";

import { be, startRegion } from "../lib/region.mjs";

const FLAGS = ["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const MODES = { "with GL": [], "without GL": ["--disable-gpu", "--disable-software-rasterizer"] };
const rows = [];
const add = (what, mode, value, unit, budget) => rows.push({ what, mode, value, unit, budget });
const p95 = (all) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * 0.95))];

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

async function chartOf(page, address, n) {
  await page.route("**/charts/data**", async (route) => {
    const real = await (await route.fetch()).json();
    await route.fulfill({ json: n === 0 ? real : made(n, real.words) });
  });
  await page.goto(address);
  await page.waitForSelector("x-chart[data-ready]");
}

async function interactions(page, address, mode) {
  for (const n of [150, 1500, 5000]) {
    await chartOf(page, address, n);
    const measured = await page.evaluate(() => {
      const { chart } = document.querySelector("x-chart");
      const times = { far: [], near: [], select: [], undo: [], brush: [] };
      const whole = { ...chart.view };
      for (let i = 0; i < 30; i++) { chart.view.x += 3; chart.quickUntil = performance.now() + 1000; times.far.push(chart.paint()); }
      chart.view = { ...whole };
      const middle = { x: chart.view.x + chart.canvas.clientWidth / chart.view.scale / 2, y: chart.view.y + chart.canvas.clientHeight / chart.view.scale / 2 };
      chart.view = { scale: 1, x: middle.x - 500, y: middle.y - 300 };
      for (let i = 0; i < 30; i++) { chart.view.x += 5; chart.quickUntil = performance.now() + 1000; times.near.push(chart.paint()); }
      for (let i = 0; i < 20; i++) { const began = performance.now(); chart.select(i * 7 % 100); chart.paint(); times.select.push(performance.now() - began); }
      for (let i = 0; i < 10; i++) {
        chart.select(i + 1); chart.hide();
        const began = performance.now(); chart.undo(); times.undo.push(performance.now() - began); chart.paint();
      }
      for (let i = 0; i < 10; i++) {
        const began = performance.now();
        chart.state.setPeriod([1.48e9, 1.48e9 + i * 1e6]); chart.picture.stale(); chart.paint();
        times.brush.push(performance.now() - began);
      }
      return times;
    });
    // Without a GPU 30 frames a second.
    add(`frame, whole chart in view, ${n} things`, mode, p95(measured.far), "ms", 33);
    add(`frame, near, ${n} things`, mode, p95(measured.near), "ms", 33);
    add(`choose, ${n} things`, mode, p95(measured.select), "ms", n > 1500 ? 33 : 16);
    add(`undo, ${n} things`, mode, p95(measured.undo), "ms", 16);
    add(`period, ${n} things`, mode, p95(measured.brush), "ms", 50);
    await page.unroute("**/charts/data**");
  }
  await chartOf(page, address, 0);
  const expand = await page.evaluate(() => {
    const { chart } = document.querySelector("x-chart");
    const times = [];
    for (const node of [...chart.state.drawn()].slice(0, 10)) {
      chart.select(node); chart.collapse();
      const began = performance.now(); chart.expand(); chart.paint(); times.push(performance.now() - began);
    }
    return times;
  });
  add("expand", mode, p95(expand), "ms", 150);
  await page.unroute("**/charts/data**");
}

async function pages(page, address, mode) {
  const origin = new URL(address).origin;
  const timed = async (path, repeat = 5) => {
    const times = [];
    for (let i = 0; i < repeat; i++) { const began = performance.now(); await page.goto(path, { waitUntil: "domcontentloaded" }); times.push(performance.now() - began); }
    return p95(times);
  };
  add("tab of a case", mode, await timed(address.replace(/\/charts.*/, "/reports")), "ms", 120);
  add("chart page", mode, await timed(address), "ms", 1000);
  add("search page", mode, await timed(`${origin}/s?q=van`), "ms", 150);
  await page.goto(`${origin}/s`);
  const [answer] = await Promise.all([page.waitForResponse((r) => r.url().includes("/s?") && r.request().resourceType() !== "document").catch(() => null), page.fill("main input[name=q]", "van")]);
  if (answer) add("search while typing", mode, answer.request().timing().responseEnd, "ms", 100);
  await page.goto(`${address.replace(/\?.*/, "")}?chart=map`);
  if (await page.locator("x-map").count()) {
    await page.waitForSelector("x-map[data-ready]");
    const frames = await page.evaluate(() => { const { map } = document.querySelector("x-map"); const times = []; for (let i = 0; i < 30; i++) { map.window.x += 0.2; times.push(map.draw()); } return times; });
    add("map frame", mode, p95(frames), "ms", 33);
  }
}

/** What a first visit fetches, compressed as the node sends it. */
async function sizes(page, address) {
  const sums = { page: 0, style: 0, script: 0, font: 0, island: 0, map: 0 };
  page.on("response", async (response) => {
    const path = new URL(response.url()).pathname;
    const body = await response.body().catch(() => null);
    if (!body) return;
    const kind = path.includes("/charts/data") ? null : /boundaries/.test(path) ? "map" : /\/(chart|arrange|map)\.[0-9a-f]+\.js$/.test(path) ? "island" : path.endsWith(".js") ? "script" : path.endsWith(".css") ? "style" : path.endsWith(".woff2") ? "font" : path.startsWith("/assets/") ? null : "page";
    if (kind) sums[kind] += kind === "font" ? body.length : gzipSync(body, { level: 9 }).length;
  });
  await page.goto(address, { waitUntil: "networkidle" });
  add("chart page, HTML", "", sums.page / 1000, "kB", 15);
  add("style", "", sums.style / 1000, "kB", 14);
  add("scripts of every page", "", sums.script / 1000, "kB", 18);
  add("fonts of an English page", "", sums.font / 1000, "kB", 92);
  add("chart island with arrangement", "", sums.island / 1000, "kB", 30.4);
}

const region = await startRegion();
let worst = 0;
try {
  for (const [mode, flags] of Object.entries(MODES)) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: [...FLAGS, ...flags] });
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    await be(region, page, "KH-CIB", "analyst");
    const origin = new URL(page.url()).origin;
    await page.goto(`${origin}/cases`);
    const address = `${origin}${await page.locator('main a[href^="/cases/"]', { hasText: "LOTUS BRIDGE" }).first().getAttribute("href")}/charts`;
    if (mode === "with GL") {
      const fresh = await browser.newContext({ storageState: await context.storageState() });
      await sizes(await fresh.newPage(), address);
      await fresh.close();
    }
    if ((await page.goto(address), await page.locator("x-chart").count()) > 0) await interactions(page, address, mode);
    else console.error("built without islands: `cargo xtask islands` first");
    await pages(page, address, mode);
    await browser.close();
  }
} finally {
  await region.stop();
}
const width = Math.max(...rows.map((row) => row.what.length));
for (const { what, mode, value, unit, budget } of rows) {
  const over = value > budget;
  if (over && unit === "kB") worst = 1;
  console.log(`${what.padEnd(width)}  ${mode.padEnd(10)}  ${value.toFixed(1).padStart(8)} ${unit}  budget ${String(budget).padStart(5)}  ${over ? "OVER" : "ok"}`);
}
process.exitCode = worst;
