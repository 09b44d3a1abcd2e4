// Match review by keyboard: side by side, Y, N and S, taken back with U, without script by buttons, on a phone in nine languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { findings, tooWide } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { signIn, startNode } from "../lib/node.mjs";

const languages = ["en", "th", "vi", "km", "lo", "ms", "id", "fil", "bn"];
let node;
let browser;

before(async () => {
  node = await startNode();
  browser = await startBrowser();
});

after(async () => {
  await browser?.close();
  await node?.stop();
});

/** Files a report that names persons. */
async function report(page, title, ...names) {
  await page.goto(`${node.origin}/reports/add`);
  await page.locator('[name="title"]').fill(title);
  await page.locator('[name="text"]').fill(`${title}, in full.`);
  for (const [at, name] of names.entries()) {
    await page.locator('[name="thing_kind"]').nth(at).selectOption("person");
    await page.locator('[name="thing_name"]').nth(at).fill(name);
  }
  await page.locator("main form button.btn").last().click();
  await page.waitForURL("**/reports/**done=**");
}

/** The pair that is shown, as the captions of both sides. */
async function shown(page) {
  await page.locator("#pair:not([aria-busy]) .match, #pair:not([aria-busy]) .empty").first().waitFor();
  return (await page.locator("#pair .two h2").allInnerTexts()).sort().join(" = ");
}

test("an analyst judges pairs by keyboard and takes the last judgement back", async () => {
  const { page, errors, leave } = await visitor(browser);
  await signIn(node, page);
  await page.goto(`${node.origin}/matches`);
  assert.match(await page.innerText("#pair"), /No pair waits/);
  await report(page, "In Thailand", "สมชาย ใจดี");
  await report(page, "A passport", "Somchai Jaidee");
  await report(page, "Pier", "Sok Chanthy");
  await report(page, "Pier again", "សុខ ចាន់ធី");
  await page.goto(`${node.origin}/matches`);
  const first = await shown(page);
  assert.match(first, / = /);
  assert.match(await page.innerText("#pair"), /same sound|nearly the same sound|spellings of one name/);
  assert.deepEqual(await findings(page), []);
  await page.keyboard.press("s");
  await page.waitForFunction((was) => [...document.querySelectorAll("#pair .two h2")].map((h) => h.innerText).sort().join(" = ") !== was, first);
  const second = await shown(page);
  assert.notEqual(second, first);
  await page.keyboard.press("n");
  await page.locator("#pair .empty").waitFor();
  assert.match(await page.innerText("main"), /not the same/);
  await page.goto(`${node.origin}/matches`);
  assert.equal(await shown(page), first);
  await page.locator("#reason").fill("same village, same birth");
  await page.keyboard.press("Tab");
  await page.keyboard.press("y");
  await page.locator("#pair .empty").waitFor();
  assert.match(await page.innerText("main"), /same village, same birth/);
  await page.keyboard.press("u");
  await page.waitForURL("**/matches?after=**");
  assert.equal(await shown(page), first, "what is taken back stands there again");
  assert.match(await page.innerText("main"), /taken back/);
  assert.deepEqual(errors, []);
  await leave();
});

test("without script the buttons do the same", async () => {
  const { page, leave } = await visitor(browser, { script: false });
  await signIn(node, page);
  await page.goto(`${node.origin}/matches`);
  assert.equal(await page.locator("#pair .match").count(), 1);
  await page.locator('#pair button[value="same"]').click();
  await page.waitForURL("**/matches?after=**");
  assert.match(await page.innerText("main"), /One judgement recorded/);
  await leave();
});

test("on a phone the page fits in nine languages, and search shows its facets", async () => {
  const { page, errors, leave } = await visitor(browser, { width: 360 });
  await signIn(node, page);
  // Something new is said, so that a pair is there to look at.
  await report(page, "Somchai was seen", "Somchai Jaidi");
  for (const language of languages) {
    await page.locator(".who details.menu summary").first().click();
    await page.locator(`button[name="language"][value="${language}"]`).click();
    await page.waitForLoadState();
    for (const path of ["/matches", "/s?q=somchai", "/s"]) {
      await page.goto(node.origin + path);
      assert.equal(await page.getAttribute("html", "lang"), language);
      assert.ok((await tooWide(page)) <= 0, `${path} in ${language}`);
    }
  }
  await page.goto(`${node.origin}/s?q=somchai`);
  assert.ok((await page.locator(".facets a").count()) >= 3);
  assert.deepEqual(await findings(page), []);
  assert.deepEqual(errors, []);
  await leave();
});
