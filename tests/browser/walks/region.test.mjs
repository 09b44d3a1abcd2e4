// What a newcomer sees: the region after the round, a seat at a node, the pages of a role.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { startBrowser, visitor } from "../lib/browser.mjs";
import { startRegion } from "../lib/region.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
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

/** Sits down in a seat of a node from the region's page. */
async function be(page, node, login) {
  await page.goto(region.home);
  const card = page.locator(".card", { has: page.locator("h2", { hasText: node }) });
  await card.locator(`button[name="login"][value="${login}"]`).click();
  await page.waitForLoadState();
}

/** Accessibility findings of WCAG 2.2 AA on the page as it stands. */
async function findings(page) {
  // Evaluated by the browser's debugger, so the page's own content policy stays as it is.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return result.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(", ")}`);
  });
}

test("the region's page counts what the round has brought, under a yellow banner", async () => {
  const { page, errors, leave } = await visitor(browser);
  await page.goto(region.home);
  const text = await page.innerText("body");
  assert.match(text, /DEMO/);
  assert.match(text, /\b24\b/);
  assert.match(text, /\b12\b/);
  assert.equal(await page.locator('form[action$="/demo/be"]').count(), 9);
  assert.deepEqual(errors, []);
  await leave();
});

test("a lead reads the joint case, its people and its tasks", async () => {
  const { page, errors, leave } = await visitor(browser);
  await be(page, "TH-SID", "lead");
  await page.getByRole("link", { name: /cases/i }).first().click();
  await page.getByRole("link", { name: "LOTUS BRIDGE" }).first().click();
  assert.match(await page.innerText("body"), /KH-CIB/);
  assert.deepEqual(errors, []);
  await leave();
});

test("a steward sees the region and no case", async () => {
  const { page, leave } = await visitor(browser);
  await be(page, "STEWARD", "steward");
  const origin = new URL(page.url()).origin;
  const answer = await page.goto(`${origin}/cases`);
  assert.doesNotMatch(await page.innerText("body"), /LOTUS BRIDGE/);
  assert.ok(answer.status() < 500);
  await leave();
});

test("search finds a number by its last digits, without script", async () => {
  const { page, leave } = await visitor(browser, { script: false });
  await be(page, "TH-SID", "analyst");
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/s?q=${encodeURIComponent("000 678")}`);
  assert.match(await page.innerText("main"), /678/);
  await leave();
});

test("pages hold to WCAG 2.2 AA and do not overflow a phone, light and dark", async () => {
  for (const dark of [false, true]) {
    const { page, leave } = await visitor(browser, { width: 360, dark });
    await be(page, "KH-CIB", "lead");
    const origin = new URL(page.url()).origin;
    for (const path of ["/", "/cases", "/reports/add", "/s?q=van", "/warrants", "/region", "/releases", "/sync"]) {
      const answer = await page.goto(origin + path);
      assert.ok(answer.ok(), `${path} answers ${answer.status()}`);
      assert.deepEqual(await findings(page), [], `${path} ${dark ? "dark" : "light"}`);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(wide <= 0, `${path} is ${wide} px too wide at 360 px`);
    }
    await leave();
  }
});
