// Charts and map: by keyboard alone, without script, light and dark, on a phone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { findings, tooWide } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { be, startRegion } from "../lib/region.mjs";

const CHARTS = ["link", "matrix", "events", "flow", "telephone", "map"];
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

/** Sits down as an analyst and answers the address of the joint case's charts. */
async function charts(page) {
  await be(region, page, "KH-CIB", "analyst");
  const origin = new URL(page.url()).origin;
  await page.goto(`${origin}/cases`);
  const links = await page.locator('main a[href^="/cases/"]', { hasText: "LOTUS BRIDGE" }).all();
  return `${origin}${await links[0].getAttribute("href")}/charts`;
}

/** The island, or nothing in a program that was built without it. */
async function island(page, name) {
  if ((await page.locator(name).count()) === 0) return null;
  await page.waitForSelector(`${name}[data-ready]`);
  return page.locator(name);
}

test("without script every chart is a drawing with its table, and can be saved as a file", async () => {
  const { page, errors, leave } = await visitor(browser, { script: false });
  const address = await charts(page);
  for (const chart of CHARTS) {
    const answer = await page.goto(`${address}?chart=${chart}`);
    assert.ok(answer.ok(), `${chart} answers ${answer.status()}`);
    const drawn = await page.locator("svg.dw").count();
    if (["link", "matrix", "events", "map"].includes(chart)) {
      assert.equal(drawn, 1, `${chart} is not drawn`);
      assert.ok((await page.locator("table.t tbody tr").count()) > 0, `${chart} has no table`);
    }
  }
  await page.goto(address);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "SVG" }).click()]);
  assert.match(download.suggestedFilename(), /^link-.*\.svg$/);
  assert.deepEqual(errors, []);
  await leave();
});

test("the link chart is worked by keyboard alone, and everything done can be taken back by name", async (t) => {
  const { page, errors, leave } = await visitor(browser, { width: 1400 });
  await page.goto(`${await charts(page)}?most=30`);
  if (!(await island(page, "x-chart"))) return t.skip("built without islands");
  const shown = () => page.evaluate(() => [...document.querySelector("x-chart").chart.state.drawn()].length);
  const chosen = () => page.evaluate(() => document.querySelector("x-chart").chart.state.selected.join());
  const undo = page.locator("x-chart .tools button").first();
  await page.locator("x-chart canvas").focus();
  const start = await shown();
  const first = await chosen();
  assert.notEqual(first, "");
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) await page.keyboard.press(key);
  await page.keyboard.press("h");
  assert.equal(await shown(), start - 1, "H hides what is chosen");
  assert.match(await undo.innerText(), /Hide/);
  await page.keyboard.press("Control+z");
  assert.equal(await shown(), start, "Ctrl+Z takes it back");
  await page.keyboard.press("Control+Shift+z");
  assert.equal(await shown(), start - 1, "and Ctrl+Shift+Z does it again");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("c");
  const collapsed = await shown();
  await page.keyboard.press("e");
  assert.ok((await shown()) >= collapsed, "E brings back what C took away");
  await page.keyboard.press("p");
  assert.equal(await page.evaluate(() => document.querySelector("x-chart").chart.state.pinned.size), 1);
  await page.keyboard.press("m");
  const at = () => page.evaluate(() => { const { state } = document.querySelector("x-chart").chart; return state.x[state.selected[0]]; });
  const x = await at();
  await page.keyboard.press("ArrowRight");
  assert.equal(await at(), x + 20, "arrows move in move mode");
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await page.keyboard.type("+66");
  await page.keyboard.press("Enter");
  assert.notEqual(await chosen(), "", "search chooses what it finds");
  assert.match(await page.locator("x-chart .said").innerText(), /linked with/);
  await page.keyboard.press("a");
  await page.waitForFunction(() => !document.querySelector("x-chart").chart.worker);
  assert.deepEqual(errors, []);
  await leave();
});

test("the chart leaves as a picture, and the node writes down that it left", async (t) => {
  const { page, errors, leave } = await visitor(browser, { width: 1400 });
  await page.goto(await charts(page));
  if (!(await island(page, "x-chart"))) return t.skip("built without islands");
  for (const kind of ["PNG", "SVG"]) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.locator("x-chart").getByRole("button", { name: kind }).click()]);
    assert.equal(download.suggestedFilename(), `chart.${kind.toLowerCase()}`);
  }
  assert.deepEqual(errors, []);
  await leave();
});

test("a view is kept at the node and opened again", async (t) => {
  const { page, leave } = await visitor(browser, { width: 1400 });
  const address = await charts(page);
  await page.goto(address);
  if (!(await island(page, "x-chart"))) return t.skip("built without islands");
  await page.locator("x-chart canvas").focus();
  await page.keyboard.press("h");
  await page.locator("x-chart input[name=name]").fill("Without the first");
  await page.keyboard.press("Enter");
  await page.waitForURL(/done=view-saved/);
  await page.waitForSelector("x-chart[data-ready]");
  await page.locator("x-chart select").selectOption({ label: "Without the first" });
  assert.match(await page.locator("x-chart .tools button").first().innerText(), /Without the first/);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).concat(Object.keys(sessionStorage)).join()), "");
  await leave();
});

test("the map comes nearer, moves and lists what was seen, by keyboard", async (t) => {
  const { page, errors, leave } = await visitor(browser, { width: 1400 });
  await page.goto(`${await charts(page)}?chart=map`);
  if (!(await island(page, "x-map"))) return t.skip("built without islands");
  const window = () => page.locator("x-map svg.ground").getAttribute("viewBox");
  const start = await window();
  await page.locator("x-map svg.dw").focus();
  await page.keyboard.press("+");
  await page.waitForFunction((before) => document.querySelector("x-map svg.ground").getAttribute("viewBox") !== before, start);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("0");
  await page.waitForFunction((before) => document.querySelector("x-map svg.ground").getAttribute("viewBox") === before, start);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.ok((await page.locator("x-map .seen li").count()) > 0, "Enter lists what was seen at a place");
  assert.match(await page.innerText("x-map"), /Natural Earth/);
  assert.deepEqual(errors, []);
  await leave();
});

for (const dark of [false, true]) {
  for (const width of [360, 1280]) {
    test(`every chart holds to WCAG 2.2 AA at ${width} px, ${dark ? "dark" : "light"}, and does not overflow`, async () => {
      const { page, leave } = await visitor(browser, { width, dark });
      const address = await charts(page);
      for (const chart of CHARTS) {
        await page.goto(`${address}?chart=${chart}`);
        await island(page, chart === "map" ? "x-map" : "none");
        assert.deepEqual(await findings(page), [], chart);
        assert.ok((await tooWide(page)) <= 0, `${chart} is ${await tooWide(page)} px too wide`);
      }
      await leave();
    });
  }
}
