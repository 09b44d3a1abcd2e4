// The chart on a canvas: lines by style in one stroke each, signs copied from stamps, names where there is room.
import type { State } from "./state";
import { Stamps } from "./signs";

export interface Look { ink: string; ink2: string; surface: string; line: string; link: string; focus: string; victim: string; danger: string }

const FONT = `"Noto Sans","Noto Sans Thai","Noto Sans Khmer","Noto Sans Lao","Noto Sans Bengali",sans-serif`;
/** So many names are written in one picture: each costs as much as ten lines. */
const NAMES = 180;
const DASHES = [[0.1, 5], [9, 5], []];

export interface View { x: number; y: number; scale: number }

/** A line between two signs, all its links put together. */
interface Line { a: number; b: number; s: number; d: number; c: number; l: string; many: number }

export class Picture {
  private stamps!: Stamps;
  private look!: Look;
  private lines: Line[] | null = null;
  private readonly widths = new Map<string, number>();

  constructor(readonly canvas: HTMLCanvasElement, readonly state: State) {
    this.readLook();
  }

  /** Reads the colours of the page; again when the light changes. */
  readLook(): void {
    const of = getComputedStyle(document.documentElement);
    const get = (name: string) => of.getPropertyValue(`--${name}`).trim();
    this.look = {
      ink: get("ink"), ink2: get("ink2"), surface: get("surface"), line: get("line"), link: get("link"),
      focus: get("focus"), victim: get("victim"), danger: get("danger"),
    };
    this.stamps = new Stamps(this.look.surface, this.look.victim);
  }

  /** Forgets how wide names are: other letters have come. */
  forgetWidths(): void {
    this.widths.clear();
  }

  /** Forgets which lines are drawn: what is shown has changed. */
  stale(): void {
    this.lines = null;
  }

  private allLines(): Line[] {
    if (this.lines) return this.lines;
    const { state } = this;
    const found = new Map<number, Line>();
    const size = state.graph.size;
    for (const tie of state.graph.sent.ties) {
      if (!state.shown.has(tie.a) || !state.shown.has(tie.b) || !state.inPeriod(tie)) continue;
      let [a, b] = [state.under(tie.a), state.under(tie.b)];
      if (a === b) continue;
      let d = tie.d;
      if (a > b) { [a, b] = [b, a]; d = d === 1 ? 2 : d === 2 ? 1 : d; }
      const key = a * size + b;
      const line = found.get(key);
      if (!line) found.set(key, { a, b, s: tie.s, d, c: tie.c, l: tie.l, many: 1 });
      else {
        line.s = Math.max(line.s, tie.s);
        line.d |= d;
        line.c += tie.c;
        line.many += 1;
      }
    }
    this.lines = [...found.values()];
    return this.lines;
  }

  /** Draws everything; `quick` leaves out words on lines while the view moves. */
  draw(view: View, ratio: number, width: number, height: number, quick: boolean, to = this.canvas.getContext("2d")!): void {
    const { state, look } = this;
    to.setTransform(ratio, 0, 0, ratio, 0, 0);
    to.fillStyle = look.surface;
    to.fillRect(0, 0, width, height);
    const { x: X, y: Y } = state;
    const px = (node: number) => (X[node]! - view.x) * view.scale;
    const py = (node: number) => (Y[node]! - view.y) * view.scale;
    const selected = new Set(state.selected);
    const touched = new Set<number>(selected);
    const lines = this.allLines();
    const step = (c: number) => (c <= 1 ? 1.6 : c <= 9 ? 2.8 : 4.4);
    const thin = Math.min(1, Math.max(0.35, view.scale));
    const buckets = new Map<string, Path2D>();
    const heads = new Path2D();
    const clear = 21 * view.scale;
    const worded: Line[] = [];
    let inSight = 0;
    for (const line of lines) {
      const [ax, ay, bx, by] = [px(line.a), py(line.a), px(line.b), py(line.b)];
      if ((ax < 0 && bx < 0) || (ay < 0 && by < 0) || (ax > width && bx > width) || (ay > height && by > height)) continue;
      const on = selected.has(line.a) || selected.has(line.b);
      if (on) { touched.add(line.a); touched.add(line.b); }
      const path = state.isOnPath(line.a, line.b);
      const key = `${path ? "path" : on ? "on" : ""}|${line.s}|${step(line.c)}`;
      let bucket = buckets.get(key);
      if (!bucket) buckets.set(key, (bucket = new Path2D()));
      const [dx, dy] = [bx - ax, by - ay];
      const long = Math.hypot(dx, dy);
      if (long < 2 * clear + 2) continue;
      const [ux, uy] = [dx / long, dy / long];
      // Only what is in view is stroked: a dotted line over ten screens is thousands of dots that nobody sees.
      const part = inView(ax + ux * clear, ay + uy * clear, bx - ux * clear, by - uy * clear, width, height);
      if (!part) continue;
      bucket.moveTo(part[0], part[1]);
      bucket.lineTo(part[2], part[3]);
      inSight += 1;
      if (view.scale > 0.3) {
        const size = (7 + step(line.c) * 1.2) * Math.min(1.2, view.scale);
        const half = (3.2 + step(line.c) * 0.8) * Math.min(1.2, view.scale);
        const head = (tx: number, ty: number, vx: number, vy: number) => {
          heads.moveTo(tx, ty);
          heads.lineTo(tx - vx * size - vy * half, ty - vy * size + vx * half);
          heads.lineTo(tx - vx * size + vy * half, ty - vy * size - vx * half);
          heads.closePath();
        };
        if (line.d & 1) head(bx - ux * clear, by - uy * clear, ux, uy);
        if (line.d & 2) head(ax + ux * clear, ay + uy * clear, -ux, -uy);
        if (!quick && view.scale > 0.55 && long > 70) worded.push(line);
      }
    }
    for (const [key, bucket] of buckets) {
      const [why, s, w] = key.split("|");
      to.strokeStyle = why === "path" ? look.focus : why === "on" ? look.link : look.ink2;
      to.lineWidth = Number(w) * thin * (why === "path" ? 2 : 1);
      const dashes = DASHES[Number(s)]!;
      to.lineCap = dashes[0] === 0.1 ? "round" : "butt";
      // On a chart seen from far away dashes are noise, and slow.
      to.setLineDash(view.scale > 0.3 && inSight <= (quick ? 300 : 1500) ? dashes.map((n) => n * Math.max(0.6, thin)) : []);
      to.stroke(bucket);
    }
    to.setLineDash([]);
    to.fillStyle = look.ink2;
    to.fill(heads);

    const boxes = new Boxes();
    const seen: number[] = [];
    const scale = Math.max(0.16, Math.min(1.6, Math.round(view.scale * 16) / 16));
    const side = 44 * scale;
    for (const node of state.drawn()) {
      const [x, y] = [px(node), py(node)];
      if (x < -side || y < -side || x > width + side || y > height + side) continue;
      seen.push(node);
      const active = state.isActive(node);
      if (!active) to.globalAlpha = 0.25;
      if (state.groups.has(node)) {
        to.strokeStyle = look.ink2;
        to.lineWidth = 2;
        to.strokeRect(x - 21 * scale, y - 21 * scale, 42 * scale, 42 * scale);
        to.strokeRect(x - 17 * scale, y - 25 * scale, 42 * scale, 42 * scale);
      }
      const stamp = this.stamps.get(state.graph.sent.nodes[node]!.s, scale * ratio);
      to.drawImage(stamp, Math.round((x - side / 2) * ratio) / ratio, Math.round((y - side / 2) * ratio) / ratio, stamp.width / ratio, stamp.height / ratio);
      if (!active) to.globalAlpha = 1;
      if (state.pinned.has(node)) {
        to.fillStyle = look.danger;
        to.beginPath();
        to.arc(x + 14 * scale, y - 14 * scale, 4.5 * Math.max(0.6, scale), 0, 7);
        to.fill();
      }
      if (selected.has(node)) {
        to.strokeStyle = look.focus;
        to.lineWidth = 3;
        to.beginPath();
        to.arc(x, y, 24 * Math.max(0.5, scale), 0, 7);
        to.stroke();
      }
    }
    // Names first: a word on a line gives way, for its style and its thickness say most of it.
    if (view.scale > 0.4) for (const node of seen) boxes.place(px(node) - 12 * scale, py(node) - 14 * scale, 24 * scale, 28 * scale, true);
    this.names(to, seen, selected, touched, view, quick, boxes);
    if (worded.length <= 120) this.words(to, worded, view, boxes);
  }

  private words(to: CanvasRenderingContext2D, lines: Line[], view: View, boxes: Boxes): void {
    const { state, look } = this;
    to.textAlign = "center";
    to.textBaseline = "middle";
    to.font = `10.5px ${FONT}`;
    to.lineJoin = "round";
    to.lineWidth = 3;
    to.strokeStyle = look.surface;
    to.fillStyle = look.ink2;
    for (const line of lines) {
      const x = ((state.x[line.a]! + state.x[line.b]!) / 2 - view.x) * view.scale;
      const y = ((state.y[line.a]! + state.y[line.b]!) / 2 - view.y) * view.scale;
      const long = Math.hypot(state.x[line.a]! - state.x[line.b]!, state.y[line.a]! - state.y[line.b]!) * view.scale;
      const text = line.many > 1 ? `×${line.c}` : line.l;
      const wide = this.width(to, text);
      if (wide > long - 50 * view.scale || !boxes.place(x - wide / 2, y - 7, wide, 14)) continue;
      to.strokeText(text, x, y);
      to.fillText(text, x, y);
    }
  }

  private names(to: CanvasRenderingContext2D, seen: number[], selected: Set<number>, touched: Set<number>, view: View, quick: boolean, boxes: Boxes): void {
    const { state, look } = this;
    const { nodes } = state.graph.sent;
    if (view.scale < 0.4) seen = seen.filter((node) => touched.has(node) || state.graph.near[node]!.length > 4);
    const rank = (node: number) => (selected.has(node) ? 1e9 : touched.has(node) ? 1e6 : 0) + state.graph.near[node]!.length;
    const order = seen.length > 1 ? seen.sort((a, b) => rank(b) - rank(a) || a - b) : seen;
    to.textAlign = "center";
    to.textBaseline = "alphabetic";
    to.lineJoin = "round";
    to.strokeStyle = look.surface;
    let left = quick ? Math.floor(NAMES / 2) : NAMES;
    for (const node of order) {
      if (left === 0) break;
      const x = (state.x[node]! - view.x) * view.scale;
      const y = (state.y[node]! - view.y) * view.scale + 22 * Math.max(0.3, Math.min(1.6, view.scale));
      const members = state.groups.get(node);
      const label = members ? `${nodes[node]!.l} +${members.length - 1}` : nodes[node]!.l;
      const size = touched.has(node) ? 13.5 : Math.max(10, Math.min(14, 13 * view.scale));
      to.font = `${selected.has(node) ? 700 : 400} ${size}px ${FONT}`;
      const text = this.cut(to, label, 170);
      const wide = this.width(to, text);
      if (!boxes.place(x - wide / 2, y, wide, size * 1.35, selected.has(node))) continue;
      left -= 1;
      to.globalAlpha = state.isActive(node) ? 1 : 0.35;
      to.lineWidth = 3.5;
      to.fillStyle = selected.has(node) ? look.focus : look.ink;
      to.strokeText(text, x, y + size);
      to.fillText(text, x, y + size);
      const note = nodes[node]!.n;
      if (note && view.scale > 0.7) {
        to.font = `10.5px ${FONT}`;
        to.fillStyle = look.ink2;
        if (boxes.place(x - this.width(to, note) / 2, y + size * 1.35, this.width(to, note), 14)) {
          to.strokeText(note, x, y + size + 14);
          to.fillText(note, x, y + size + 14);
        }
      }
      to.globalAlpha = 1;
    }
  }

  private width(to: CanvasRenderingContext2D, text: string): number {
    const key = `${to.font}|${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      width = to.measureText(text).width;
      if (this.widths.size > 20_000) this.widths.clear();
      this.widths.set(key, width);
    }
    return width;
  }

  /** Cuts a name between whole letters; the browser knows them in every script. */
  private cut(to: CanvasRenderingContext2D, text: string, most: number): string {
    if (text.length < 12 || this.width(to, text) <= most) return text;
    const letters = [...new Intl.Segmenter().segment(text)].map((part) => part.segment);
    let [low, high] = [0, letters.length];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (to.measureText(letters.slice(0, middle).join("") + "…").width <= most) low = middle;
      else high = middle - 1;
    }
    return letters.slice(0, low).join("") + "…";
  }
}

/** The part of a line inside the window (Liang and Barsky, 1984); nothing when all of it is outside. */
function inView(ax: number, ay: number, bx: number, by: number, width: number, height: number): [number, number, number, number] | null {
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [p, q] of [[-dx, ax + 8], [dx, width + 8 - ax], [-dy, ay + 8], [dy, height + 8 - ay]] as const) {
    if (p === 0) { if (q < 0) return null; continue; }
    const r = q / p;
    if (p < 0) { if (r > to) return null; if (r > from) from = r; }
    else { if (r < from) return null; if (r < to) to = r; }
  }
  return [ax + dx * from, ay + dy * from, ax + dx * to, ay + dy * to];
}

/** Rectangles that are taken, by cells: asking costs the same for ten names and for a thousand. */
class Boxes {
  private readonly cells = new Map<number, [number, number, number, number][]>();
  place(x: number, y: number, w: number, h: number, always = false): boolean {
    const keys: number[] = [];
    for (let cx = Math.floor(x / 64); cx <= Math.floor((x + w) / 64); cx++)
      for (let cy = Math.floor(y / 32); cy <= Math.floor((y + h) / 32); cy++) keys.push(cx * 100_003 + cy);
    if (!always)
      for (const key of keys)
        for (const [ox, oy, ow, oh] of this.cells.get(key) ?? [])
          if (x < ox + ow && x + w > ox && y < oy + oh && y + h > oy) return false;
    for (const key of keys) {
      const cell = this.cells.get(key);
      if (cell) cell.push([x, y, w, h]);
      else this.cells.set(key, [[x, y, w, h]]);
    }
    return true;
  }
}
