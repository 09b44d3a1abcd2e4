// Makes the woff2 subsets in this folder from the @fontsource-variable packages (OFL-1.1).
// Run: npm i subset-font @fontsource-variable/noto-sans{,-thai,-khmer,-lao,-bengali} && node subset.mjs
import { readFileSync, writeFileSync, existsSync } from "node:fs";
import subsetFont from "subset-font";

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");
const common = " .,:;!?()[]/-+%\u200b\u200c\u200d\u25cc";
const sets = [
  ["latin", "noto-sans", "latin", range(0x20, 0x7e) + range(0xa0, 0xff) + "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u2039\u203a\u20ac\u2190\u2192\u2212\u2248"],
  ["latin-ext", "noto-sans", "latin-ext", range(0x100, 0x17f) + "\u20b1\u17db\u20ad\u0e3f\u09f3\u20ab"],
  ["vietnamese", "noto-sans", "vietnamese", range(0x1ea0, 0x1ef9) + "\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u20ab"],
  ["thai", "noto-sans-thai", "thai", range(0xe01, 0xe5b) + common],
  ["khmer", "noto-sans-khmer", "khmer", range(0x1780, 0x17ff) + range(0x19e0, 0x19ff) + common],
  ["lao", "noto-sans-lao", "lao", range(0xe80, 0xeff) + common],
  ["bengali", "noto-sans-bengali", "bengali", range(0x980, 0x9ff) + "\u0964\u0965" + common],
];
for (const [name, pack, script, text] of sets) {
  const path = `node_modules/@fontsource-variable/${pack}/files/${pack}-${script}-wght-normal.woff2`;
  if (!existsSync(path)) throw new Error(`missing ${path}`);
  const font = await subsetFont(readFileSync(path), text, {
    targetFormat: "woff2",
    variationAxes: { wght: { min: 400, max: 700, default: 400 } },
  });
  writeFileSync(`noto-sans-${name}.woff2`, font);
  console.log(name, font.length);
}
