// What a newcomer sees: the region after the round, a seat at a node, the pages of a role.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { findings, tooWide } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { be, startRegion } from "../lib/region.mjs";


let region;
let browser;

before(async () => {
  region = await startRegion();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await region?.stop();
});

test("the region's page counts what the round has brought, under a yellow banner", async () => {
  const { page, errors, leave } = await visitor(browser);
  await page.goto(region.home);
  const text = await page.innerText("body");
  assert.match(text, /DEMO/);
  assert.match(text, /\b24\b/);
  assert.match(text, /\b12\b/);
  assert.equal(await page.locator('.cards form[action$="/demo/be"]').count(), 9);
  assert.deepEqual(errors, []);
  await leave();
});

test("a lead reads the joint case, its people and its tasks", async () => {
  const { page, errors, leave } = await visitor(browser);
  await be(region, page, "TH-SID", "lead");
  await page.getByRole("link", { name: /cases/i }).first().click();
  await page.getByRole("link", { name: "LOTUS BRIDGE" }).first().click();
  assert.match(await page.innerText("body"), /KH-CIB/);
  assert.deepEqual(errors, []);
  await leave();
});

test("a steward sees the region and no case", async () => {
  const { page, leave } = await visitor(browser);
  await be(region, page, "STEWARD", "steward");
  const origin = new URL(page.url()).origin;
  const answer = await page.goto(`${origin}/cases`);
  assert.doesNotMatch(await page.innerText("body"), /LOTUS BRIDGE/);
  assert.ok(answer.status() < 500);
  await leave();
});

test("search finds a number by its last digits, without script", async () => {
  const { page, leave } = await visitor(browser, { script: false });
  await be(region, page, "TH-SID", "analyst");
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/s?q=${encodeURIComponent("000 678")}`);
  assert.match(await page.innerText("main"), /678/);
  await leave();
});

/** The addresses of all pages that a lead can reach from the main places: each kind once. */
async function everyPage(page, origin) {
  const paths = ["/", "/cases", "/cases/open", "/reports/add", "/s?q=van", "/warrants", "/warrants/record"];
  paths.push("/import", "/releases", "/releases/choose", "/sync", "/region", "/admin/audit", "/own");
  const first = async (from, start) => {
    await page.goto(origin + from);
    const links = await page.locator(`main a[href^="${start}"]`).evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    const found = links.find((href) => /\/[0-9a-f-]{32,36}/.test(href));
    if (found) paths.push(found.split("?")[0]);
    return found;
  };
  const open = await first("/cases", "/cases/");
  for (const tab of ["reports", "things", "inquiries", "plan", "tasks", "warrants", "operations", "evidence", "journal"]) paths.push(`${open}/${tab}`);
  await first(`${open}/reports`, "/reports/");
  await first(`${open}/things`, "/entities/");
  await first(`${open}/plan`, "/operations/");
  await first("/inquiries", "/inquiries/");
  await first("/warrants", "/warrants/");
  await first("/releases", "/releases/");
  await first(open, "/who/");
  return paths;
}

test("every page holds to WCAG 2.2 AA on a phone, light and dark, and overflows neither it nor a screen at 200 %", async () => {
  for (const dark of [false, true]) {
    const { page, leave } = await visitor(browser, { width: 360, dark });
    await be(region, page, "KH-CIB", "lead");
    const origin = new URL(page.url()).origin;
    const paths = await everyPage(page, origin);
    assert.ok(paths.length > 23, paths.join(" "));
    for (const path of paths) {
      const answer = await page.goto(origin + path);
      assert.ok(answer.ok(), `${path} answers ${answer.status()}`);
      assert.deepEqual(await findings(page), [], `${path} ${dark ? "dark" : "light"}`);
      assert.ok((await tooWide(page)) <= 0, `${path} is ${await tooWide(page)} px too wide at 360 px`);
      if (dark) continue;
      // A window of 1280 px at 200 % is one of 640 px to the page.
      await page.setViewportSize({ width: 640, height: 450 });
      assert.ok((await tooWide(page)) <= 0, `${path} is ${await tooWide(page)} px too wide at 200 %`);
      await page.setViewportSize({ width: 360, height: 900 });
    }
    await leave();
  }
});

test("a printed page has its classification above and below, no buttons, and fits the paper", async () => {
  const { page, leave } = await visitor(browser, { width: 688 });
  await be(region, page, "KH-CIB", "lead");
  const origin = new URL(page.url()).origin;
  const paths = await everyPage(page, origin);
  await page.emulateMedia({ media: "print" });
  for (const path of paths) {
    await page.goto(origin + path);
    const shown = (selector) => page.locator(selector).evaluateAll((all) => all.filter((el) => el.getClientRects().length > 0).length);
    assert.equal(await shown(".banner:not(.twin)"), 1, `${path}: no classification above`);
    assert.equal(await shown(".banner.twin"), 1, `${path}: no classification below`);
    assert.equal(await shown(".top nav, .seek, .who, button, summary.btn2"), 0, `${path}: buttons on paper`);
    assert.ok((await tooWide(page)) <= 0, `${path} is ${await tooWide(page)} px wider than A4`);
  }
  await leave();
});
