// Nine languages on a phone: chosen from the menu, right in their own script, nothing wider than the screen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { findings } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { be, startRegion } from "../lib/region.mjs";

const languages = ["en", "th", "vi", "km", "lo", "ms", "id", "fil", "bn"];
const pages = ["/", "/cases", "/reports/add", "/s?q=van", "/warrants", "/warrants/record", "/requests", "/requests/record", "/treaty-paths?requested=TH", "/import", "/releases", "/sync", "/region", "/directory", "/inquiries", "/deadlines"];
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

/** Sits down as the lead of the Cambodian node and answers its address. */
async function beLead(page) {
  await be(region, page, "KH-CIB", "lead");
  return new URL(page.url()).origin;
}

/** Texts that do not fit: boxes that reach past the screen, and boxes that cut off what they hold. */
function tooLarge() {
  const found = [];
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  if (wide > 0) found.push(`the page is ${wide} px too wide`);
  for (const element of document.querySelectorAll("main *, .top *, .demo *, .banner *")) {
    const style = getComputedStyle(element);
    if (element.closest(".vh, thead, [hidden]") || style.visibility === "hidden") continue;
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    const cut =
      (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
    if (cut && element.innerText?.trim()) found.push(`cut off: ${element.innerText.trim().slice(0, 40)}`);
  }
  return found;
}

for (const language of languages) {
  test(`a lead works in ${language} on a phone`, async () => {
    const { page, errors, leave } = await visitor(browser, { width: 360 });
    const origin = await beLead(page);
    await page.locator(".who details.menu summary").first().click();
    await page.locator(`button[name="language"][value="${language}"]`).click();
    await page.waitForLoadState();
    for (const path of pages) {
      const answer = await page.goto(origin + path);
      assert.ok(answer.ok(), `${path} answers ${answer.status()}`);
      assert.equal(await page.getAttribute("html", "lang"), language, path);
      assert.deepEqual(await page.evaluate(tooLarge), [], path);
    }
    await page.goto(`${origin}/reports/add`);
    assert.deepEqual(await findings(page), []);
    assert.deepEqual(errors, []);
    await leave();
  });
}

test("a visitor is met in the language of the browser", async () => {
  for (const [locale, lang] of [["km-KH", "km"], ["lo-LA", "lo"], ["fil-PH", "fil"], ["fr-FR", "en"]]) {
    const { page, leave } = await visitor(browser, { locale });
    const origin = await beLead(page);
    await page.context().clearCookies();
    await page.goto(`${origin}/sign-in`);
    assert.equal(await page.getAttribute("html", "lang"), lang, locale);
    await leave();
  }
});
