// The tour of the demo: six steps over the real pages, without script; news while a page is open.
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

const where = (page) => new URL(page.url()).pathname;

test("the tour leads from the region to the results without script, back, and away", async () => {
  const { page, errors, leave } = await visitor(browser, { script: false, width: 360 });
  await page.goto(region.home);
  assert.equal(await page.locator(".tour").count(), 0);
  await page.getByRole("button", { name: "Start the tour as a case lead" }).click();
  const seen = [];
  for (let step = 2; step <= 6; step++) {
    assert.match(await page.innerText(".tour"), new RegExp(`Step ${step} of 6`));
    assert.ok((await tooWide(page)) <= 0, `step ${step} is too wide`);
    seen.push(where(page));
    if (step < 6) await page.getByRole("button", { name: "Next step" }).click();
  }
  assert.match(seen[0], /^\/cases\/[0-9a-f]{32}$/);
  assert.match(seen[1], /^\/entities\/[0-9a-f]{32}$/);
  assert.deepEqual(seen.slice(2), ["/hits", "/releases/choose", "/region"]);
  await page.locator(".tour").getByRole("button", { name: "Back" }).click();
  assert.equal(where(page), "/releases/choose");
  await page.getByRole("button", { name: "End the tour" }).click();
  assert.equal(await page.locator(".tour").count(), 0);
  assert.deepEqual(errors, []);
  await leave();
});

test("every step of the tour holds to WCAG 2.2 AA, dark, in Thai and Khmer", async () => {
  for (const locale of ["th", "km"]) {
    const { page, leave } = await visitor(browser, { width: 360, dark: true, locale });
    await page.goto(region.home);
    await page.locator('button[name="step"][value="2"]').click();
    for (let step = 2; step <= 6; step++) {
      await page.locator(".tour").waitFor();
      assert.deepEqual(await findings(page), [], `${locale} ${step}`);
      assert.ok((await tooWide(page)) <= 0, `${locale} ${step} is too wide`);
      if (step < 6) await page.locator(`.tour button[value="${step + 1}"]`).click();
    }
    await leave();
  }
});

test("a page of a case says that others have added something, and says no more", async () => {
  const [reader, writer] = [await visitor(browser), await visitor(browser)];
  await be(region, reader.page, "KH-CIB", "analyst");
  await be(region, writer.page, "KH-CIB", "lead");
  const origin = new URL(reader.page.url()).origin;
  await reader.page.goto(`${origin}/cases`);
  const joint = await reader.page.locator('main a[href^="/cases/"]', { hasText: "LOTUS BRIDGE" }).first().getAttribute("href");
  const heard = reader.page.waitForRequest("**/news?case=**");
  await reader.page.goto(`${origin}${joint}`);
  await heard;
  const line = reader.page.locator("[data-news]");
  assert.equal(await line.isVisible(), false);
  await writer.page.goto(`${origin}${joint}/journal`);
  await writer.page.locator("main textarea").first().fill("A secret word: heliotrope.");
  await writer.page.locator("main form button.btn").first().click();
  await writer.page.waitForURL("**done=note**");
  await line.waitFor({ state: "visible" });
  assert.doesNotMatch(await reader.page.content(), /heliotrope/);
  await line.locator("a").click();
  assert.equal(where(reader.page), joint);
  assert.deepEqual([...reader.errors, ...writer.errors], []);
  await reader.leave();
  await writer.leave();
});
