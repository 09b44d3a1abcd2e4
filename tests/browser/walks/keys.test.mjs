// Signing in: a passkey in a virtual authenticator, a code that counts after it is confirmed, a purpose that is chosen.
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { after, before, test } from "node:test";

import { findings, tooWide } from "../lib/axe.mjs";
import { startBrowser, visitor } from "../lib/browser.mjs";
import { startNode } from "../lib/node.mjs";

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

async function signIn(page, code = "") {
  await page.goto(`${node.origin}/sign-in`);
  await page.fill("#login", node.login);
  await page.fill("#password", node.password);
  await page.fill("#code", code);
  await page.locator('form[action="/sign-in"] button').click();
  await page.waitForLoadState();
}

async function signOut(page) {
  await page.locator("details.menu", { has: page.locator('form[action="/sign-out"]') }).locator("summary").click();
  await page.locator('form[action="/sign-out"] button').click();
  await page.waitForURL("**/sign-in**");
}

/** A key of glass: the browser's own authenticator that answers every question with yes. */
async function virtualKey(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

/** The code of RFC 6238 for an address of an authenticator. */
function codeOf(address, at = Date.now()) {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...new URL(address).searchParams.get("secret")].map((c) => letters.indexOf(c).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = mac[19] & 15;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("a passkey is registered, opens the node without a password, and opens nothing once removed", async () => {
  const { page, errors, leave } = await visitor(browser);
  const { devtools, authenticatorId } = await virtualKey(page);
  await signIn(page);
  await page.goto(`${node.origin}/own`);
  const form = page.locator('form[data-passkey="register"]');
  assert.ok(await form.isVisible(), "the form is shown where passkeys work");
  await form.locator('[name="label"]').fill("blue key");
  await form.locator('[name="password"]').fill("not the password");
  await form.locator("button").click();
  await page.locator('form[data-passkey="register"] [data-problem]', { hasText: "not your present password" }).waitFor();
  await form.locator('[name="password"]').fill(node.password);
  await form.locator("button").click();
  await page.waitForURL("**/own?done=passkey**");
  assert.match(await page.innerText("main"), /blue key/);
  const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
  assert.deepEqual(credentials.map((c) => [c.rpId, c.isResidentCredential]), [["localhost", true]]);

  await signOut(page);
  await page.goto(`${node.origin}/sign-in?next=%2Fcases`);
  const sent = page.waitForRequest((request) => request.method() === "POST" && new URL(request.url()).pathname === "/sign-in/passkey");
  await page.locator('form[data-passkey="sign-in"] button').click();
  const body = (await sent).postData();
  await page.waitForURL("**/cases");
  assert.match(await page.innerText("header"), /First officer/);

  // The same answer a second time: its challenge is used up.
  const again = await page.context().request.post(`${node.origin}/sign-in/passkey`, {
    headers: { "content-type": "application/x-www-form-urlencoded", origin: node.origin },
    data: body,
    maxRedirects: 0,
  });
  assert.equal(again.status(), 401);

  await page.goto(`${node.origin}/own`);
  await page.locator("li", { hasText: "blue key" }).locator("button").click();
  await page.waitForURL("**/own?done=passkey-removed**");
  await signOut(page);
  await page.locator('form[data-passkey="sign-in"] button').click();
  await page.locator('[role="alert"]', { hasText: "passkey was not accepted" }).waitFor();
  // The page that says so was answered with 401, which Chromium notes; nothing else went wrong.
  assert.deepEqual(errors.filter((error) => !/status of 401/.test(error)), []);
  await leave();
});

test("without script, and at an address without a name, the passkey button is not there", async () => {
  const still = await visitor(browser, { script: false });
  await still.page.goto(`${node.origin}/sign-in`);
  assert.equal(await still.page.locator('form[data-passkey]').isVisible(), false);
  await still.leave();
  const numbered = await visitor(browser);
  await numbered.page.goto(`${node.origin.replace("localhost", "127.0.0.1")}/sign-in`);
  assert.equal(await numbered.page.locator('form[data-passkey]').isVisible(), false);
  assert.deepEqual(numbered.errors, []);
  await numbered.leave();
});

test("a code counts once confirmed, a recovery code opens once, and both are taken away again", async () => {
  const { page, leave } = await visitor(browser, { script: false });
  await signIn(page);
  await page.goto(`${node.origin}/own`);
  await page.fill("#password-begin", node.password);
  await page.locator('form[action="/own/code"] button').click();
  const address = await page.locator(".note .mono").innerText();
  // Nothing is asked for yet: closing the page now locks nobody out.
  await signOut2(page);
  await signIn(page);
  assert.doesNotMatch(page.url(), /sign-in/);

  await page.goto(`${node.origin}/own`);
  await page.fill("#code", "000000");
  await page.locator('form[action="/own/code/confirm"] button').click();
  assert.match(await page.innerText("#code-error"), /not the code/);
  await page.fill("#code", codeOf(address));
  await page.locator('form[action="/own/code/confirm"] button').click();
  const codes = await page.locator(".codes li").allInnerTexts();
  assert.equal(codes.length, 10);
  assert.deepEqual(await findings(await reopened(page)), []);

  await signOut2(page);
  await signIn(page);
  assert.match(page.url(), /sign-in/, "password alone no longer opens");
  await signIn(page, codes[3]);
  assert.doesNotMatch(page.url(), /sign-in/);
  await signOut2(page);
  await signIn(page, codes[3]);
  assert.match(page.url(), /sign-in/, "a recovery code opens once");
  await signIn(page, codes[4].toLowerCase());
  await page.goto(`${node.origin}/own`);
  assert.match(await page.innerText("main"), /8 recovery codes left/);
  await page.locator("details", { has: page.locator('form[action="/own/code/remove"]') }).locator("summary").click();
  await page.fill("#password-remove", node.password);
  await page.locator('form[action="/own/code/remove"] button').click();
  await page.waitForURL("**/own?done=code-removed**");
  await leave();
});

/** Signs out where no script opens menus for the test: the form is there all the same. */
async function signOut2(page) {
  await page.locator("details.menu", { has: page.locator('form[action="/sign-out"]') }).locator("summary").click();
  await page.locator('form[action="/sign-out"] button').click();
  await page.waitForLoadState();
}

/** The same page for a visitor with script, which the accessibility check needs. */
async function reopened(page) {
  const cookies = await page.context().cookies();
  const other = await visitor(browser, { width: 360 });
  await other.page.context().addCookies(cookies);
  await other.page.goto(`${node.origin}/own`);
  assert.ok((await tooWide(other.page)) <= 0, "the page of one's own sign-in fits a phone");
  return other.page;
}

test("an officer chooses the purpose, sees it in the frame, and the audit says so", async () => {
  const { page, errors, leave } = await visitor(browser);
  await signIn(page);
  await page.goto(`${node.origin}/cases`);
  const menu = page.locator("details.menu", { has: page.locator('form[action="/purpose"]') });
  assert.match(await menu.locator("summary").innerText(), /Investigation/);
  await menu.locator("summary").click();
  await menu.getByRole("button", { name: "Prosecution" }).click();
  await page.waitForURL("**/cases");
  assert.match(await menu.locator("summary").innerText(), /Prosecution/);
  // An investigator's act is refused with the way out.
  await page.goto(`${node.origin}/import`);
  await page.goto(`${node.origin}/admin/audit`);
  assert.match(await page.innerText("main"), /chose a purpose/);
  assert.deepEqual(errors, []);
  await leave();
});
