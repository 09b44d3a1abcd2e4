// A person without a mouse: everything is reached by Tab and done by keys, as on a screen reader or a broken trackpad.

/** Goes on with Tab until an element has the focus; fails when it is never reached. */
export async function reach(page, locator, most = 400) {
  const target = locator.first();
  await target.waitFor({ state: "attached" });
  for (let n = 0; n < most; n++) {
    if (await target.evaluate((el) => el === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached by Tab: ${locator}`);
}

/** Presses a link or button. */
export async function press(page, locator) {
  await reach(page, locator);
  await page.keyboard.press("Enter");
}

/** Writes into a field. */
export async function write(page, locator, text) {
  await reach(page, locator);
  await page.keyboard.type(text);
}

/** Ticks a box. */
export async function tick(page, locator) {
  await reach(page, locator);
  await page.keyboard.press("Space");
}

/** Gives a file to a field that the keyboard reaches; the window in which it is chosen is the system's. */
export async function give(page, locator, file) {
  await reach(page, locator);
  await locator.first().setInputFiles(file);
}
