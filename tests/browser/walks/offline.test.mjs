// The officer's report without a link: the empty form opens, what is written is sealed on the device, and it is sent once.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { findings, tooWide } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { signIn, startNode } from "../lib/node.mjs";

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

/** Keeps the empty form on the device, by the button that asks. */
async function prepare(page) {
  await page.goto(`${node.origin}/reports/add`);
  const device = page.locator("[data-device]");
  await device.waitFor();
  await device.locator("summary").click();
  await device.locator("[data-keep]").click();
  await page.locator('[data-device][data-state="mine"]').waitFor();
  // A page is the worker's from its next visit on.
  await page.goto(`${node.origin}/reports/add`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

/** Everything that the browser keeps of this node, as text. */
function storedText(page) {
  return page.evaluate(async () => {
    const texts = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) texts.push(request.url, /\/assets\//.test(request.url) ? "" : await (await cache.match(request)).text());
    }
    const rows = await new Promise((resolve) => {
      const open = indexedDB.open("lintas-kept");
      open.onsuccess = () => {
        const all = open.result.transaction("reports").objectStore("reports").getAll();
        all.onsuccess = () => { open.result.close(); resolve(all.result); };
      };
    });
    for (const row of rows) texts.push(JSON.stringify(row), new TextDecoder("utf-8", { fatal: false }).decode(row.data ?? new ArrayBuffer(0)));
    texts.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }));
    return texts.join("\n");
  });
}

const waiting = (page, state) => page.locator(`[data-kept] li[data-state="${state}"]`);

test("a report written without a link is sealed on the device and filed exactly once", async () => {
  const { page, leave } = await visitor(browser, { width: 360 });
  await signIn(node, page);
  await prepare(page);
  await page.context().setOffline(true);
  await page.goto(`${node.origin}/reports/add`);
  assert.match(await page.innerText("h1"), /without a link/);
  assert.doesNotMatch(await page.innerText("body"), /First officer/);
  assert.ok((await tooWide(page)) <= 0, "the empty form fits a phone");
  assert.deepEqual(await findings(page), []);
  await page.fill("#title", "Night ferry at pier five");
  await page.fill("#text", "Two vans went aboard after two.");
  await page.locator('[name="thing_name"]').first().fill("Wingspan");
  await page.locator("#file").setInputFiles({ name: "pier.jpg", mimeType: "image/jpeg", buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) });
  await page.getByRole("button", { name: "Seal and send later" }).click();
  await waiting(page, "waiting").waitFor();
  assert.equal(await page.inputValue("#title"), "", "the form is empty again");
  assert.doesNotMatch(await storedText(page), /Night ferry|Two vans|Wingspan/, "what was written can be read on the device");

  // The device is closed and opened, still without a link: the report waits.
  await page.goto("about:blank");
  await page.goto(`${node.origin}/reports/add`);
  await waiting(page, "waiting").waitFor();

  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await waiting(page, "sent").waitFor();
  const href = await page.locator("[data-kept] a").getAttribute("href");
  await page.goto(`${node.origin}${href}`);
  const shown = await page.innerText("main");
  assert.match(shown, /Night ferry at pier five/);
  assert.match(shown, /pier\.jpg/);
  assert.match(shown, /Wingspan/);
  await page.goto(`${node.origin}/`);
  await page.goto(`${node.origin}/reports/add`);
  await page.goto(`${node.origin}/s?q=${encodeURIComponent("night ferry")}&kind=report`);
  assert.equal(await page.locator('#results a[href^="/reports/"]', { hasText: "Night ferry" }).count(), 1, "filed exactly once");
  await leave();
});

test("an answer that is lost on the way is asked for again, and the node files one report", async () => {
  const { page, leave } = await visitor(browser);
  await signIn(node, page);
  await prepare(page);
  await page.context().setOffline(true);
  await page.goto(`${node.origin}/reports/add`);
  await page.fill("#title", "Lost answer");
  await page.fill("#text", "The node heard it, the phone did not.");
  await page.locator("form[data-report] button.btn").click();
  await waiting(page, "waiting").waitFor();
  // The node gets the form and the device never its answer.
  let heard = 0;
  await page.context().route("**/reports/add", async (route) => {
    if (route.request().method() !== "POST" || heard > 0) return route.fallback();
    heard += 1;
    await route.fetch();
    return route.abort("connectionreset");
  });
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  while (heard === 0) await page.waitForTimeout(20);
  await page.locator("[data-send]").click();
  while ((await waiting(page, "sent").count()) === 0) {
    await page.waitForTimeout(200);
    await page.locator("[data-send]").click();
  }
  assert.equal(heard, 1);
  await page.goto(`${node.origin}/s?q=${encodeURIComponent("lost answer")}&kind=report`);
  assert.equal(await page.locator('#results a[href^="/reports/"]', { hasText: "Lost answer" }).count(), 1);
  await leave();
});

test("a report that is refused says why and is corrected on the usual form", async () => {
  const { page, leave } = await visitor(browser);
  await signIn(node, page);
  await prepare(page);
  await page.context().setOffline(true);
  await page.goto(`${node.origin}/reports/add`);
  await page.fill("#title", "Which day");
  await page.fill("#text", "Seen at the pier.");
  await page.fill("#occurred", "10/12/2013");
  await page.locator("form[data-report] button.btn").click();
  await waiting(page, "waiting").waitFor();
  await page.context().setOffline(false);
  await page.goto(`${node.origin}/reports/add`);
  await waiting(page, "refused").waitFor();
  await page.getByRole("button", { name: "Open and correct" }).click();
  await page.waitForFunction(() => document.querySelector("#title").value === "Which day");
  await page.fill("#occurred", "10 Dec 2013");
  await page.locator("form[data-report] button.btn").click();
  await page.waitForURL("**/reports/**done=report-added**");
  assert.match(await page.innerText("main"), /10 Dec 2013/);
  await page.goto(`${node.origin}/reports/add`);
  assert.equal(await page.locator("[data-kept] li").count(), 0);
  await leave();
});

test("who is signed out or somebody else sends nothing, and nothing is kept without asking", async () => {
  const { page, leave } = await visitor(browser);
  await signIn(node, page);
  await page.goto(`${node.origin}/reports/add`);
  await page.locator("[data-device]").waitFor();
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length), 0);
  await prepare(page);
  await page.context().setOffline(true);
  await page.goto(`${node.origin}/reports/add`);
  await page.fill("#title", "Waits for its officer");
  await page.fill("#text", "Until sign-in.");
  await page.locator("form[data-report] button.btn").click();
  await waiting(page, "waiting").waitFor();
  await page.context().clearCookies();
  await page.context().setOffline(false);
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await waiting(page, "sign-in").waitFor();
  await signIn(node, page);
  await waiting(page, "sent").waitFor();
  // All of it leaves the device by a button.
  await page.goto(`${node.origin}/reports/add`);
  await page.locator("[data-device] summary").click();
  await page.locator("[data-forget]").click();
  await page.locator('[data-device][data-state="none"]').waitFor();
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length), 0);
  await leave();
});

test("without script the form is sent as before", async () => {
  const { page, leave } = await visitor(browser, { script: false });
  await signIn(node, page);
  await page.goto(`${node.origin}/reports/add`);
  assert.equal(await page.locator("[data-device]").isVisible(), false);
  await page.fill("#title", "Plain");
  await page.fill("#text", "No script at all.");
  await page.locator("form[data-report] button.btn").click();
  await page.waitForURL("**/reports/**done=report-added**");
  await leave();
});
