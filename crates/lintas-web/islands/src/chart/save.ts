// The chart as a file, with its classification above and below and what it shows written on it. Asks the server first: it
// says what may leave, and writes down that it left.
import { handOut } from "../shared/dom";
import { Graph, type Sent } from "./data";
import { Picture } from "./picture";
import { sign } from "./signs";
import { State } from "./state";

const MARGIN = 16;
const BAR = 26;
const LINE = 18;

/** The part of what is shown that may leave. */
function permitted(state: State, sent: Sent): State {
  const allowed = new State(new Graph({ ...sent, nodes: sent.nodes.map(({ x: _x, y: _y, ...node }) => node) }));
  const place = new Map(sent.nodes.map((node, at) => [node.i, at]));
  const to = (node: number) => place.get(state.graph.sent.nodes[node]!.i);
  for (const node of state.shown) {
    const at = to(node);
    if (at === undefined) continue;
    allowed.shown.add(at);
    [allowed.x[at], allowed.y[at]] = [state.x[node]!, state.y[node]!];
  }
  for (const members of state.groups.values()) {
    const some = members.map(to).filter((at): at is number => at !== undefined);
    if (some.length > 1) allowed.group(some);
  }
  allowed.selected = [];
  allowed.setPeriod(state.period);
  return allowed;
}

export async function save(state: State, source: string, kind: "png" | "svg"): Promise<void> {
  const answer = await fetch(`${source}&as=${kind}`, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(String(answer.status));
  const sent = (await answer.json()) as Sent;
  const allowed = permitted(state, sent);
  const [x0, y0, x1, y1] = allowed.bounds();
  const [width, height] = [Math.max(640, x1 - x0) + 2 * MARGIN, y1 - y0];
  const above = BAR + 34 + LINE * sent.notes.length;
  const total = above + height + LINE * 2 + 20 + BAR;
  if (kind === "png") handOut("chart.png", await png(allowed, sent, { width, height, above, total, x0, y0 }));
  else handOut("chart.svg", new Blob([drawing(allowed, sent, { width, height, above, total, x0, y0 })], { type: "image/svg+xml" }));
}

interface Size { width: number; height: number; above: number; total: number; x0: number; y0: number }

async function png(state: State, sent: Sent, size: Size): Promise<Blob> {
  // Browsers refuse pictures above some size; a large chart becomes a picture of less detail, not none.
  const ratio = Math.min(2, 8000 / size.width, 8000 / size.total);
  const inner = document.createElement("canvas");
  inner.width = size.width * ratio;
  inner.height = size.height * ratio;
  new Picture(inner, state).draw({ x: size.x0 - MARGIN, y: size.y0, scale: 1 }, ratio, size.width, size.height);
  const sheet = document.createElement("canvas");
  sheet.width = size.width * ratio;
  sheet.height = size.total * ratio;
  const to = sheet.getContext("2d")!;
  to.scale(ratio, ratio);
  to.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--surface");
  to.fillRect(0, 0, size.width, size.total);
  to.drawImage(inner, 0, size.above, size.width, size.height);
  const font = getComputedStyle(document.body).fontFamily;
  for (const top of [0, size.total - BAR]) {
    to.fillStyle = sent.colour;
    to.fillRect(0, top, size.width, BAR);
    to.fillStyle = "#fff";
    to.font = `700 13px ${font}`;
    to.fillText(sent.banner, MARGIN, top + 18, size.width - 2 * MARGIN);
  }
  to.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ink");
  to.font = `700 16px ${font}`;
  to.fillText(sent.title, MARGIN, BAR + 24, size.width - 2 * MARGIN);
  to.font = `12px ${font}`;
  sent.notes.forEach((note, at) => to.fillText(note, MARGIN, BAR + 44 + LINE * at, size.width - 2 * MARGIN));
  to.fillText(sent.legend, MARGIN, size.above + size.height + LINE + 8, size.width - 2 * MARGIN);
  return new Promise((done, fail) => sheet.toBlob((blob) => (blob ? done(blob) : fail(new Error("picture"))), "image/png"));
}

const safe = (text: string) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]/g, " ");

function drawing(state: State, sent: Sent, size: Size): string {
  const { nodes, ties } = state.graph.sent;
  const out: string[] = [];
  const [ox, oy] = [MARGIN - size.x0, size.above - size.y0];
  const dashes = [` stroke-dasharray="0.1 5" stroke-linecap="round"`, ` stroke-dasharray="9 5"`, ""];
  for (const tie of ties) {
    if (!state.shown.has(tie.a) || !state.shown.has(tie.b) || !state.inPeriod(tie)) continue;
    const [a, b] = [state.under(tie.a), state.under(tie.b)];
    if (a === b) continue;
    const [dx, dy] = [state.x[b]! - state.x[a]!, state.y[b]! - state.y[a]!];
    const long = Math.hypot(dx, dy);
    if (long < 44) continue;
    const [ux, uy] = [dx / long, dy / long];
    const [x1, y1, x2, y2] = [state.x[a]! + ox + ux * 21, state.y[a]! + oy + uy * 21, state.x[b]! + ox - ux * 21, state.y[b]! + oy - uy * 21];
    out.push(`<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="#475569" stroke-width="${tie.c <= 1 ? 1.6 : tie.c <= 9 ? 2.8 : 4.4}"${dashes[tie.s]}/>`);
    const head = (x: number, y: number, vx: number, vy: number) =>
      out.push(`<path d="M${x.toFixed(1)} ${y.toFixed(1)}l${(-vx * 9 - vy * 4.5).toFixed(1)} ${(-vy * 9 + vx * 4.5).toFixed(1)}l${(vy * 9).toFixed(1)} ${(-vx * 9).toFixed(1)}Z" fill="#475569"/>`);
    if (tie.d & 1) head(x2, y2, ux, uy);
    if (tie.d & 2) head(x1, y1, -ux, -uy);
  }
  const text = (x: number, y: number, size: number, fill: string, words: string, more = "") =>
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" fill="${fill}" ${more}>${safe(words)}</text>`;
  const halo = `text-anchor="middle" stroke="#fff" stroke-width="3.5" stroke-linejoin="round" paint-order="stroke"`;
  for (const node of state.drawn()) {
    const [x, y] = [state.x[node]! + ox, state.y[node]! + oy];
    const { path, colour, letter, drop } = sign(nodes[node]!.s);
    out.push(`<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})"><path d="${path}" fill="${colour}" stroke="#fff" stroke-width="1.5"/>`);
    out.push(text(0, 5.2 + (drop ?? 0), 14, "#fff", letter, `text-anchor="middle" font-weight="700"`), "</g>");
    const members = state.groups.get(node);
    out.push(text(x, y + 35, 13, "#16202e", members ? `${nodes[node]!.l} +${members.length - 1}` : nodes[node]!.l, halo));
    if (nodes[node]!.n) out.push(text(x, y + 50, 11, "#475569", nodes[node]!.n, halo));
  }
  const bars = [0, size.total - BAR].map((top) => `<rect y="${top}" width="${size.width}" height="${BAR}" fill="${sent.colour}"/>${text(MARGIN, top + 18, 13, "#fff", sent.banner, `font-weight="700"`)}`);
  const notes = sent.notes.map((note, at) => text(MARGIN, BAR + 44 + LINE * at, 12, "#475569", note));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.total}" width="${size.width}" height="${size.total}" lang="${sent.lang}" font-family="Noto Sans, Noto Sans Thai, Noto Sans Khmer, Noto Sans Lao, Noto Sans Bengali, sans-serif"><title>${safe(sent.title)}</title><rect width="${size.width}" height="${size.total}" fill="#fff"/>${bars.join("")}${text(MARGIN, BAR + 24, 16, "#16202e", sent.title, `font-weight="700"`)}${notes.join("")}${out.join("")}${text(MARGIN, size.above + size.height + LINE + 8, 12, "#475569", sent.legend)}</svg>`;
}
