// Between nodes: a release with its photograph, seen by the partner and taken back; and the same bytes by courier.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { startBrowser, visitor } from "../lib/browser.mjs";
import { be, startRegion } from "../lib/region.mjs";

/** The smallest PNG there is: one grey dot. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
  "base64",
);
const title = "Grey ferry at the third pier";
let region;
let browser;

before(async () => {
  region = await startRegion("--airgap", "LA");
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await region?.stop();
});

/** A person in a seat of a node. */
async function seat(node, login) {
  const person = await visitor(browser);
  await be(region, person.page, node, login);
  return { ...person, origin: new URL(person.page.url()).origin };
}

async function meetAll({ page, origin }) {
  await page.goto(`${origin}/sync`);
  await page.getByRole("button", { name: "Meet all partners now" }).click();
  await page.waitForURL("**/sync?done=synced**");
  assert.ok(await page.locator('[role="status"]').isVisible());
}

async function hits({ page, origin }, words) {
  await page.goto(`${origin}/s?q=${encodeURIComponent(words)}`);
  return page.locator("#results tbody tr");
}

/** Files a report in the joint case, with a photograph and graded, and releases it to the members or to one agency. */
async function releaseReport(lead, name, agency) {
  const { page, origin } = lead;
  await page.goto(`${origin}/cases`);
  await page.getByRole("link", { name: "LOTUS BRIDGE" }).first().click();
  const joint = new URL(page.url()).pathname;
  await page.goto(`${origin}/reports/add?case=${joint.split("/").pop()}`);
  await page.fill("#title", name);
  await page.fill("#text", "It left at night without lights.");
  await page.setInputFiles("#file", { name: "pier.png", mimeType: "image/png", buffer: dot });
  await page.getByRole("button", { name: "Save report" }).click();
  await page.waitForURL("**/reports/**done=report-added**");
  assert.ok(await page.locator("img.shot").isVisible(), "the photograph is shown");
  assert.match(await page.innerText("main"), /SHA-256 [0-9a-f]{64}/);
  // Graded by whoever leads, after filing.
  await page.selectOption("#source", "B");
  await page.selectOption("#information", "2");
  await page.getByRole("button", { name: "Save grade" }).click();
  await page.waitForURL("**done=graded**");
  assert.match(await page.innerText("main"), /It came without a grade/);

  await page.goto(`${origin}/releases/choose?case=${joint.split("/").pop()}`);
  for (const caption of [name, "pier.png"]) {
    await page.locator("label.opt", { hasText: caption }).first().locator('input[name="records"]').check();
  }
  if (agency) {
    await page.selectOption("#to", "");
    await page.locator(`input[name="agencies"][value="${agency}"]`).check();
  }
  await page.locator('input[name="purposes"][value="investigation"]').check();
  await page.fill("#legal_basis", "UNTOC Art. 27");
  await page.fill("#reason", "the same pier");
  await page.getByRole("button", { name: "Preview as partner" }).click();
  assert.match(await page.innerText("main"), new RegExp(name));
  await page.locator('form[action="/releases"] button.btn').click();
  await page.waitForURL("**/releases/**done=released**");
  return page.url().split("?")[0];
}

test("a release reaches the partner with its photograph and grade, and a recall takes it back", async () => {
  const [kh, th] = [await seat("KH-CIB", "lead"), await seat("TH-SID", "lead")];
  const release = await releaseReport(kh, title);
  await meetAll(th);
  const found = await hits(th, "grey ferry");
  assert.equal(await found.count(), 1);
  await found.first().getByRole("link").first().click();
  await th.page.waitForURL("**/reports/**");
  assert.ok(await th.page.locator("img.shot").isVisible());
  const width = await th.page.locator("img.shot").evaluate((img) => img.naturalWidth);
  assert.equal(width, 1, "the bytes have come as they were");

  await kh.page.goto(release);
  await kh.page.fill("#reason", "the source withdrew");
  await kh.page.getByRole("button", { name: "Recall" }).click();
  await kh.page.waitForURL("**done=recalled**");
  await meetAll(th);
  assert.equal(await (await hits(th, "grey ferry")).count(), 0);
  await meetAll(kh);
  await kh.page.goto(release);
  assert.match(await kh.page.innerText("main"), /Recalled/);
  assert.deepEqual([...kh.errors, ...th.errors], []);
  await kh.leave();
  await th.leave();
});

test("a bundle carries the same bytes to a node that meets others by file only", async () => {
  const kh = await seat("KH-CIB", "lead");
  const origin = kh.origin;
  await kh.page.goto(`${origin}/sync`);
  const card = kh.page.locator(".card", { has: kh.page.locator("h2", { hasText: /^LA-/ }) });
  const code = (await card.locator("h2").innerText()).split(/\s/)[0];
  await releaseReport(kh, "Blue van by the river", code);
  await kh.page.goto(`${origin}/sync`);
  const coming = kh.page.waitForEvent("download");
  await card.getByRole("link", { name: "Bundle as file" }).click();
  const bundle = await coming;
  assert.match(bundle.suggestedFilename(), new RegExp(`^KH-CIB-to-${code}`));
  const bytes = await readFile(await bundle.path());

  const la = await seat(code, "lead");
  assert.equal(await (await hits(la, "blue van river")).count(), 0);
  const take = async (buffer) => {
    await la.page.goto(`${la.origin}/sync`);
    await la.page.setInputFiles("#file", { name: "courier.lintas", mimeType: "application/octet-stream", buffer });
    await la.page.getByRole("button", { name: "Take in" }).click();
    await la.page.waitForLoadState();
  };
  const spoilt = Buffer.from(bytes);
  spoilt[spoilt.length - 40] ^= 1;
  await take(spoilt);
  assert.ok(await la.page.locator('[role="alert"]').isVisible(), "one wrong bit is told");
  await take(bytes);
  assert.match(la.page.url(), /done=bundle/);
  assert.equal(await (await hits(la, "blue van river")).count(), 1);
  await take(bytes);
  assert.match(await la.page.innerText('[role="status"]'), /nothing new/i);
  assert.deepEqual([...kh.errors, ...la.errors], []);
  await kh.leave();
  await la.leave();
});
