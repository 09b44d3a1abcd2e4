// The support worker's path: from a code to a person, two keys, and the quick way out; without script as with it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { findings, tooWide } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { be, startRegion } from "../lib/region.mjs";

const name = "Dara Pisey";
/** The same name as the list shows it: as it was written first. */
const written = "ដារ៉ា ពិសី";
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

/** A person in a seat of the node that looks after the twelve. */
async function seat(login, how) {
  const person = await visitor(browser, how);
  await be(region, person.page, "KH-CIB", login);
  return { ...person, origin: new URL(person.page.url()).origin };
}

test("a support worker sees who V-1 is, and leaves with one button", async () => {
  for (const how of [{ script: false, width: 360 }, { script: true, dark: true }]) {
    const { page, origin, errors } = await seat("support", how);
    await page.goto(`${origin}/sealed`);
    assert.match(await page.innerText("main"), new RegExp(written));
    assert.ok((await tooWide(page)) <= 0, "the list fits its window");
    await page.getByRole("link", { name: "V-1", exact: true }).click();
    assert.match(await page.innerText("main"), /Through the shelter only/);
    assert.ok((await tooWide(page)) <= 0, "the dossier fits its window");
    if (how.script) assert.deepEqual(await findings(page), []);
    const dossier = page.url();
    await page.getByRole("button", { name: "Leave quickly" }).click();
    assert.equal(new URL(page.url()).pathname, "/today");
    assert.doesNotMatch(await page.content(), /KH-CIB|Lintas|V-1/);
    await page.goBack();
    assert.doesNotMatch(await page.content(), new RegExp(`${name}|${written}`), "going back shows nothing");
    await page.goto(dossier);
    assert.match(page.url(), /sign-in/);
    assert.deepEqual(errors, []);
  }
});

test("two officers turn two keys, and the prosecutor is told one name until it ends", async () => {
  const prosecutor = await seat("prosecutor");
  await prosecutor.page.goto(`${prosecutor.origin}/told`);
  assert.doesNotMatch(await prosecutor.page.innerText("main"), /V-1/);
  const lead = await seat("support-lead");
  await lead.page.goto(lead.origin);
  assert.match(await lead.page.innerText("main"), /Waiting for your second key/);
  await lead.page.goto(`${lead.origin}/sealed`);
  await lead.page.getByRole("link", { name: "V-1", exact: true }).click();
  await lead.page.getByRole("button", { name: "Turn the second key" }).click();
  await lead.page.waitForURL("**done=recorded**");
  await prosecutor.page.goto(`${prosecutor.origin}/told`);
  await prosecutor.page.getByRole("link", { name: "V-1", exact: true }).click();
  const told = await prosecutor.page.innerText("main");
  assert.match(told, new RegExp(name));
  assert.doesNotMatch(told, /Through the shelter only|1996/);
  assert.deepEqual(await findings(prosecutor.page), []);
  const sheet = prosecutor.page.url();
  await lead.page.getByRole("button", { name: "End", exact: true }).first().click();
  await lead.page.waitForURL("**done=recorded**");
  await prosecutor.page.goto(sheet);
  assert.doesNotMatch(await prosecutor.page.content(), new RegExp(name));
});

test("investigators and administrators get a refusal", async () => {
  for (const login of ["analyst", "lead", "officer", "admin", "sealed-admin"]) {
    const { page, origin } = await seat(login);
    const answer = await page.goto(`${origin}/sealed`);
    assert.equal(answer.status(), 403, login);
    assert.doesNotMatch(await page.content(), new RegExp(name), login);
    await page.goto(`${origin}/s?q=${encodeURIComponent(name)}`);
    assert.equal(await page.locator("#results tbody tr").count(), 0, login);
  }
});
