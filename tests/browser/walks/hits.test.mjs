// Hit or no hit: an officer asks a partner about what a case holds, a second officer finds it in the inbox and approves, the
// partner answers, and both sides keep it.
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

/** A person in a seat of a node. */
async function seat(node, login, options) {
  const person = await visitor(browser, options);
  await be(region, person.page, node, login);
  return { ...person, origin: new URL(person.page.url()).origin };
}

/** Fills in the question about everything that the case holds. */
async function fillQuestion({ page, origin }, to, basis) {
  await page.goto(`${origin}/hits/ask`);
  await page.selectOption("#to", to);
  const joint = page.locator("#case option", { hasText: "LOTUS BRIDGE" }).first();
  await page.selectOption("#case", await joint.getAttribute("value"));
  await page.fill("#legal_basis", basis);
}

test("a question about victims waits in the inbox of a second officer, is answered, and stands on both sides", async () => {
  const analyst = await seat("KH-CIB", "analyst");
  await fillQuestion(analyst, "TH-SID", "UNTOC Art. 27");
  await analyst.page.locator('input[name="with_victims"]').check();
  assert.deepEqual(await findings(analyst.page), []);
  await analyst.page.locator("main form.card button.btn").click();
  await analyst.page.waitForURL("**/hits/**done=asked**");
  assert.match(await analyst.page.innerText("main"), /waits for a second officer/);
  assert.equal(await analyst.page.getByRole("button", { name: /Approve/ }).count(), 0, "nobody approves his own");

  const lead = await seat("KH-CIB", "lead", { script: false });
  await lead.page.goto(`${lead.origin}/`);
  const card = lead.page.locator("section.card", { hasText: "Waiting for a second officer" });
  assert.match(await card.innerText(), /victims/);
  await card.getByRole("link", { name: "Question to TH-SID" }).click();
  await lead.page.getByRole("button", { name: "Approve as the second officer" }).click();
  await lead.page.waitForURL("**done=approved**");
  assert.match(await lead.page.innerText("main"), /\d+ hits?|no hit/i, "the partner has answered at once");
  await lead.page.goto(`${lead.origin}/`);
  assert.doesNotMatch(await lead.page.innerText("main"), /Question to TH-SID/, "nothing waits any more");

  const partner = await seat("TH-SID", "lead");
  await partner.page.goto(`${partner.origin}/hits`);
  const received = partner.page.locator("section.card", { hasText: "Asked of us" });
  assert.match(await received.innerText(), /KH-CIB[\s\S]*two officers/);
  assert.ok((await tooWide(partner.page)) <= 0);
  assert.deepEqual([...analyst.errors, ...partner.errors], []);
  for (const person of [analyst, lead, partner]) await person.leave();
});

test("a question without a legal basis stays at its form", async () => {
  const analyst = await seat("KH-CIB", "analyst", { script: false });
  await fillQuestion(analyst, "TH-SID", " ");
  await analyst.page.locator("main form.card button.btn").click();
  assert.ok(await analyst.page.locator("#legal_basis-error").isVisible());
  await analyst.leave();
});
