// Starts the demo region once for a file of walks and stops it afterwards.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
export const program = process.env.LINTAS ?? join(root, "target", "debug", "lintas");

/** Plays the round on free ports and answers the address of the region's page and a way to stop. */
export async function startRegion(...more) {
  const data = await mkdtemp(join(tmpdir(), "lintas-walk-"));
  const child = spawn(program, ["demo", "--data", data, "--port", "0", ...more], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  const home = await new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill("SIGINT");
      reject(new Error(`the region did not start:\n${said}`));
    }, 480_000);
    const hear = (chunk) => {
      said += chunk;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\/\S*/);
      if (found) {
        clearTimeout(late);
        resolve(found[0]);
      }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`the region ended with ${code}:\n${said}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await ended;
    await rm(data, { recursive: true, force: true });
  };
  return { home, stop };
}

/** Sits down in a seat of a node from the region's page. */
export async function be(region, page, node, login) {
  await page.goto(region.home);
  const card = page.locator(".card", { has: page.locator("h2", { hasText: node }) });
  await card.locator(`button[name="login"][value="${login}"]`).click();
  await page.waitForLoadState();
}
