// One node of its own, with an officer whose password is known: for what a demo leaves out, such as signing in.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { program } from "./region.mjs";

/** A port of the loopback that is free now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Runs the program to its end. */
function run(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => { said += chunk; });
    child.on("exit", (code) => (code === 0 ? resolve(said) : reject(new Error(`${args[0]} ended with ${code}:\n${said}`))));
  });
}

/** Founds and serves a node; answers its origin by name, how to sign in, and a way to stop it. */
export async function startNode() {
  const folder = await mkdtemp(join(tmpdir(), "lintas-node-"));
  const [web, peer] = [await freePort(), await freePort()];
  const password = "four words make one password";
  const roles = ["administrator", "case_lead", "analyst", "officer", "prosecutor"].flatMap((role) => ["--role", role]);
  const dir = join(folder, "node");
  await run(
    ["init", dir, "--agency", "KH-CIB", "--name", "Bureau", "--web", `127.0.0.1:${web}`, "--peer", `127.0.0.1:${peer}`, ...roles],
    { LINTAS_PASSWORD: password },
  );
  const child = spawn(program, ["serve", dir], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the node did not start:\n${said}`)), 60_000);
    const hear = (chunk) => {
      said += chunk;
      if (said.includes("pages on")) { clearTimeout(late); resolve(); }
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("exit", (code) => reject(new Error(`the node ended with ${code}:\n${said}`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  return { origin: `http://localhost:${web}`, login: "admin", password, dir, stop };
}

/** Signs the first officer of a node in. */
export async function signIn(node, page) {
  await page.goto(`${node.origin}/sign-in`);
  await page.fill("#login", node.login);
  await page.fill("#password", node.password);
  await page.locator('form[action="/sign-in"] button').click();
  await page.waitForLoadState();
}
