// The paths of five roles from beginning to end, by keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { startBrowser, visitor } from "../lib/browser.mjs";
import { give, press, reach, tick, write } from "../lib/keys.mjs";
import { be, startRegion } from "../lib/region.mjs";

/** 256 kbit/s, 400 ms there and back. */
const SLOW = { offline: false, latency: 400, downloadThroughput: 32_000, uploadThroughput: 32_000 };
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

async function seat(node, login, options = {}) {
  const person = await visitor(browser, options);
  await be(region, person.page, node, login);
  return { ...person, origin: new URL(person.page.url()).origin };
}

/** The address of the joint case. */
async function jointCase({ page, origin }) {
  await page.goto(`${origin}/cases`);
  return page.locator('main a[href^="/cases/"]', { hasText: "LOTUS BRIDGE" }).first().getAttribute("href");
}

test("officer: a report from a phone on a slow line, with a photograph, three keys from the inbox to the form", async () => {
  const { page, errors, origin, leave } = await seat("KH-CIB", "officer", { width: 360 });
  await (await page.context().newCDPSession(page)).send("Network.emulateNetworkConditions", SLOW);
  await page.goto(`${origin}/`);
  await page.keyboard.press("n");
  await page.waitForURL("**/reports/add");
  await write(page, page.locator("#title"), "Grey van at the pier");
  await write(page, page.locator("#text"), "It waited for an hour and left with six people.");
  await give(page, page.locator("#file"), { name: "van.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 9]) });
  await press(page, page.locator("form[data-report] button.btn"));
  await page.waitForURL("**/reports/**done=report-added**");
  assert.match(await page.innerText("main"), /Grey van at the pier/);
  assert.match(await page.innerText("main"), /van\.jpg/);
  assert.deepEqual(errors, []);
  await leave();
});

test("analyst: from a table of calls over pairs and charts to the package, and the import is taken back by name", async () => {
  const person = await seat("KH-CIB", "analyst");
  const { page, errors, origin, leave } = person;
  const joint = await jointCase(person);
  await page.goto(`${origin}/import`);
  const rows = Array.from({ length: 12 }, (_, i) => `2026-11-${String(13 + (i % 8)).padStart(2, "0")} 10:${String(10 + i)},+85512999${String(100 + (i % 3))},+66819990${String(20 + (i % 4))},${60 + i}`);
  const table = Buffer.from(`start,from,to,seconds\n${rows.join("\n")}\n`);
  await give(page, page.locator('input[type="file"]'), { name: "calls.csv", mimeType: "text/csv", buffer: table });
  await press(page, page.locator("main form button.btn"));
  await page.waitForURL("**/import/upload/**");
  assert.match(await page.innerText("main"), /12/);
  await press(page, page.locator('button[name="do"][value="import"]'));
  await page.waitForURL("**/import/**done=imported**");
  const undo = page.getByRole("button", { name: "Undo: file imported" });
  assert.ok(await undo.isVisible());

  await page.goto(`${origin}/matches`);
  await page.keyboard.press("s");
  await page.goto(`${origin}${joint}/charts`);
  for (const chart of ["matrix", "events", "telephone"]) {
    await press(page, page.locator(`main a[href*="chart=${chart}"]`));
    await page.waitForURL(`**chart=${chart}**`);
  }
  await page.goto(`${origin}${joint}`);
  await press(page, page.locator('main a[href^="/documents/target_package/"]'));
  await page.waitForURL("**/documents/target_package/**");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, page.getByRole("button", { name: "Print", exact: false }).last())]);
  assert.match(download.suggestedFilename(), /\.pdf$/);

  await page.goBack().catch(() => {});
  assert.deepEqual(errors, []);
  await leave();
});

test("case lead: chooses, sees what the partner will see, releases, and is told how to recall", async () => {
  const person = await seat("KH-CIB", "lead");
  const { page, errors, origin, leave } = person;
  const joint = await jointCase(person);
  await page.goto(`${origin}/reports/add?case=${joint.split("/").pop()}`);
  await write(page, page.locator("#title"), "Ferry by night");
  await write(page, page.locator("#text"), "Without lights.");
  await press(page, page.locator("form[data-report] button.btn"));
  await page.waitForURL("**done=report-added**");
  await page.goto(`${origin}/releases/choose?case=${joint.split("/").pop()}`);
  await tick(page, page.locator("label.opt", { hasText: "Ferry by night" }).locator('input[name="records"]'));
  await tick(page, page.locator('input[name="purposes"][value="investigation"]'));
  await write(page, page.locator("#legal_basis"), "UNTOC Art. 27");
  await write(page, page.locator("#reason"), "the same pier");
  await press(page, page.getByRole("button", { name: "Preview as partner" }));
  await page.waitForURL("**/releases/preview");
  assert.match(await page.innerText("main"), /Ferry by night/);
  await press(page, page.locator('form[action="/releases"] button.btn'));
  await page.waitForURL("**/releases/**done=released**");
  const status = page.locator('main > [role="status"]');
  assert.match(await status.innerText(), /recalled on this page/);
  assert.equal(await status.locator("form").count(), 0, "what has left the house is not undone");
  assert.ok(await page.getByRole("button", { name: "Recall" }).isVisible());

  // A task of one's own, set and taken back by name.
  await page.goto(`${origin}${joint}/tasks`);
  await reach(page, page.locator("main summary", { hasText: /task/i }));
  await page.keyboard.press("Enter");
  await write(page, page.locator("#title"), "Watch the pier");
  await press(page, page.locator('main form[action$="/tasks"] button.btn'));
  await page.waitForURL("**/tasks?done=task-set**");
  await press(page, page.getByRole("button", { name: "Undo: task set" }));
  await page.waitForURL("**/tasks?done=undone**");
  assert.match(await page.locator("tr", { hasText: "Watch the pier" }).innerText(), /withdrawn/i);
  assert.deepEqual(errors, []);
  await leave();
});

test("prosecutor: the disclosure schedule with hashes and custody, read by keyboard, and a sheet on paper", async () => {
  const person = await seat("TH-SID", "prosecutor");
  const { page, errors, origin, leave } = person;
  await page.goto(`${origin}/cases`);
  await press(page, page.locator('main a[href^="/cases/"]', { hasText: "LOTUS BRIDGE" }));
  await page.waitForURL("**/cases/**");
  await press(page, page.locator('main a[href$="/evidence"]'));
  await page.waitForURL("**/evidence");
  assert.match(await page.innerText("main"), /Disclosure/i);
  await page.goto(`${origin}/warrants`);
  await press(page, page.locator('main a[href^="/warrants/"]:not([href$="record"])'));
  await page.waitForURL("**/warrants/**");
  await press(page, page.locator('main a[href^="/documents/warrant_sheet/"]'));
  await page.waitForURL("**/documents/warrant_sheet/**");
  assert.deepEqual(errors, []);
  await leave();
});

test("steward: results and papers of the round, and no case anywhere", async () => {
  const { page, errors, origin, leave } = await seat("STEWARD", "steward");
  await press(page, page.locator('header nav a[href="/region"]'));
  await page.waitForURL("**/region");
  assert.match(await page.innerText("main"), /\b24\b/);
  for (const path of ["/", "/region", "/directory", "/s?q=van"]) {
    await page.goto(`${origin}${path}`);
    assert.doesNotMatch(await page.innerText("body"), /LOTUS BRIDGE/, path);
  }
  // A search that is refused is answered with 403, which Chromium notes.
  assert.deepEqual(errors.filter((error) => !/status of 403/.test(error)), []);
  await leave();
});
