// Bundles the islands into assets/islands, where the program embeds them. Called by `cargo xtask islands`.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const folder = "../assets/islands";
const { outputFiles } = await build({
  entryPoints: {
    chart: "src/chart/index.ts",
    arrange: "src/chart/arrange.worker.ts",
    map: "src/map/index.ts",
  },
  outdir: folder,
  write: false,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  banner: { js: "/* Lintas, AGPL-3.0-or-later; with d3-array, d3-dispatch, d3-force, d3-geo, d3-quadtree and d3-timer, ISC, Copyright Mike Bostock */" },
});
mkdirSync(folder, { recursive: true });
for (const { path, contents } of outputFiles) {
  const file = join(folder, basename(path));
  // Written only when something has changed, or every build of the program would begin anew.
  let before = null;
  try { before = readFileSync(file); } catch { /* the first time */ }
  if (!before || !before.equals(Buffer.from(contents))) writeFileSync(file, contents);
}
