// The chart on a canvas: lines by style in one stroke each, signs copied from stamps, names where there is room.
//
// What is chosen lies over a kept drawing of the rest. While the view moves the drawing is copied, and drawn anew at rest.
import { Boxes, inView } from "./room";
import { Layer } from "./layer";
import type { State } from "./state";
import { Stamps, dot } from "./signs";

export interface Look { ink: string; ink2: string; surface: string; line: string; link: string; focus: string; victim: string; danger: string }

const FONT = `"Noto Sans","Noto Sans Thai","Noto Sans Khmer","Noto Sans Lao","Noto Sans Bengali",sans-serif`;
/** So many names are written in one picture: each costs as much as ten lines. */
const NAMES = 180;
/** Of more lines than this none is thicker than a hair and none dashed: on so full a chart both are noise, and slow. */
const FULL = 1500;
/** Below this scale a sign is a dot of its shape and colour, without its letter. */
const DOTS = 0.3;
const DASHES = [[0.1, 5], [9, 5], []];

export interface View { x: number; y: number; scale: number }

/** A line between two signs, all its links put together. */
interface Line { a: number; b: number; s: number; d: number; c: number; l: string; many: number }

export class Picture {
  private stamps!: Stamps;
  private look!: Look;
  private lines: Line[] | null = null;
  /** Everything but what is chosen, as last drawn. */
  private readonly base = new Layer();
  /** The last drawing in which everything could be seen: what shows at the edges while the view moves. */
  private readonly whole = new Layer();
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
    this.forget();
  }

  /** Forgets how wide names are: other letters have come. */
  forgetWidths(): void {
    this.widths.clear();
    this.forget();
  }

  /** Forgets which lines are drawn: what is shown has changed. */
  stale(): void {
    this.lines = null;
    this.forget();
  }

  private forget(): void {
    this.base.forget();
    this.whole.forget();
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

  /** Shows the chart. While the view moves the kept drawing is moved; at rest it is drawn anew if it must be. */
  paint(view: View, ratio: number, width: number, height: number, moving: boolean): void {
    if (!this.base.holds(view, ratio, width, height) && !(moving && this.base.isKept())) {
      const all = this.drawBase(view, ratio, width, height, this.base.begin(view, ratio, width, height));
      if (all) this.whole.copy(this.base);
    }
    const to = this.canvas.getContext("2d")!;
    to.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!this.base.holds(view, ratio, width, height)) {
      to.fillStyle = this.look.surface;
      to.fillRect(0, 0, width, height);
      this.whole.put(to, view);
    }
    this.base.put(to, view);
    this.drawChosen(view, ratio, width, height, to);
  }

  /** Draws everything at once, without keeping it. */
  draw(view: View, ratio: number, width: number, height: number): void {
    const to = this.canvas.getContext("2d")!;
    this.drawBase(view, ratio, width, height, to);
    this.drawChosen(view, ratio, width, height, to);
  }

  /** Everything but what is chosen; answers whether all of it is in view. */
  private drawBase(view: View, ratio: number, width: number, height: number, to: CanvasRenderingContext2D): boolean {
    to.setTransform(ratio, 0, 0, ratio, 0, 0);
    to.fillStyle = this.look.surface;
    to.fillRect(0, 0, width, height);
    const boxes = new Boxes();
    const worded = this.drawLines(this.allLines(), view, width, height, to, false);
    let all = true;
    const seen: number[] = [];
    for (const node of this.state.drawn()) {
      if (this.isSeen(node, view, width, height)) seen.push(node);
      else all = false;
    }
    if (view.scale < DOTS) this.drawDots(seen, view, to);
    else this.drawSigns(seen, view, ratio, to);
    // Names first: a word on a line gives way, for its style and its thickness say most of it.
    const scale = signScale(view);
    const [px, py] = this.spots(view);
    if (view.scale > 0.4) for (const node of seen) boxes.place(px(node) - 12 * scale, py(node) - 14 * scale, 24 * scale, 28 * scale, true);
    const { near } = this.state.graph;
    const named = view.scale < 0.4 ? seen.filter((node) => near[node]!.length > 4) : seen;
    this.names(to, named.sort((a, b) => near[b]!.length - near[a]!.length || a - b), view, boxes, false);
    if (worded.length <= 120) this.words(to, worded, view, boxes);
    return all;
  }

  /** What is chosen and what it is linked with, over the rest. */
  private drawChosen(view: View, ratio: number, width: number, height: number, to: CanvasRenderingContext2D): void {
    const { state } = this;
    if (state.selected.length === 0) return;
    const selected = new Set(state.selected);
    const lines = this.allLines().filter((line) => selected.has(line.a) || selected.has(line.b));
    this.drawLines(lines, view, width, height, to, true);
    const touched = new Set(selected);
    for (const line of lines) touched.add(line.a).add(line.b);
    const seen = [...touched].filter((node) => this.isSeen(node, view, width, height));
    this.drawSigns(seen, view, ratio, to);
    const [px, py] = this.spots(view);
    to.strokeStyle = this.look.focus;
    to.lineWidth = 3;
    for (const node of seen) {
      if (!selected.has(node)) continue;
      to.beginPath();
      to.arc(px(node), py(node), 24 * Math.max(0.5, signScale(view)), 0, 7);
      to.stroke();
    }
    const { near } = state.graph;
    const rank = (node: number) => (selected.has(node) ? 1e6 : 0) + near[node]!.length;
    this.names(to, seen.sort((a, b) => rank(b) - rank(a) || a - b), view, new Boxes(), true);
  }

  private spots(view: View): [(node: number) => number, (node: number) => number] {
    const { x: X, y: Y } = this.state;
    return [(node) => (X[node]! - view.x) * view.scale, (node) => (Y[node]! - view.y) * view.scale];
  }

  private isSeen(node: number, view: View, width: number, height: number): boolean {
    const side = 44 * signScale(view);
    const x = (this.state.x[node]! - view.x) * view.scale;
    const y = (this.state.y[node]! - view.y) * view.scale;
    return x >= -side && y >= -side && x <= width + side && y <= height + side;
  }

  /** Draws lines, those of one style in one stroke; answers the ones that have room for a word. */
  private drawLines(lines: Line[], view: View, width: number, height: number, to: CanvasRenderingContext2D, on: boolean): Line[] {
    const { state, look } = this;
    const [px, py] = this.spots(view);
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
      const [dx, dy] = [bx - ax, by - ay];
      const long = Math.hypot(dx, dy);
      if (long < 2 * clear + 2) continue;
      const [ux, uy] = [dx / long, dy / long];
      // Only what is in view is stroked: a dotted line over ten screens is thousands of dots that nobody sees.
      const part = inView(ax + ux * clear, ay + uy * clear, bx - ux * clear, by - uy * clear, width, height);
      if (!part) continue;
      const key = `${state.isOnPath(line.a, line.b) ? "path" : ""}|${line.s}|${step(line.c)}`;
      let bucket = buckets.get(key);
      if (!bucket) buckets.set(key, (bucket = new Path2D()));
      bucket.moveTo(part[0], part[1]);
      bucket.lineTo(part[2], part[3]);
      inSight += 1;
      if (view.scale > DOTS) {
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
        if (view.scale > 0.55 && long > 70) worded.push(line);
      }
    }
    const full = inSight > FULL;
    for (const [key, bucket] of buckets) {
      const [path, s, w] = key.split("|");
      to.strokeStyle = path ? look.focus : on ? look.link : look.ink2;
      const wide = Number(w) * thin * (path ? 2 : 1);
      to.lineWidth = full && !path ? Math.min(1, wide) : wide;
      const dashes = DASHES[Number(s)]!;
      to.lineCap = dashes[0] === 0.1 ? "round" : "butt";
      to.setLineDash(view.scale > DOTS && !full ? dashes.map((n) => n * Math.max(0.6, thin)) : []);
      to.stroke(bucket);
    }
    to.setLineDash([]);
    to.fillStyle = on ? look.link : look.ink2;
    to.fill(heads);
    return worded;
  }

  /** Signs seen from far away: dots in the colour and roughly the shape of each kind, those of one kind in one fill. */
  private drawDots(nodes: number[], view: View, to: CanvasRenderingContext2D): void {
    const { state } = this;
    const [px, py] = this.spots(view);
    const r = Math.max(2.5, 17 * view.scale);
    const kinds = new Map<string, Path2D>();
    for (const node of nodes) {
      const key = `${state.graph.sent.nodes[node]!.s}|${state.isActive(node) ? "" : "faint"}`;
      let path = kinds.get(key);
      if (!path) kinds.set(key, (path = new Path2D()));
      dot(path, key.slice(0, key.indexOf("|")), px(node), py(node), r);
    }
    for (const [key, path] of kinds) {
      const [kind, faint] = key.split("|");
      to.globalAlpha = faint ? 0.25 : 1;
      to.fillStyle = this.stamps.colour(kind!);
      to.fill(path);
    }
    to.globalAlpha = 1;
  }

  private drawSigns(nodes: number[], view: View, ratio: number, to: CanvasRenderingContext2D): void {
    const { state, look } = this;
    const [px, py] = this.spots(view);
    const scale = signScale(view);
    const side = 44 * scale;
    for (const node of nodes) {
      const [x, y] = [px(node), py(node)];
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
    }
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

  /** Writes names in the order given, where there is room; those over a chosen part have a plate behind them. */
  private names(to: CanvasRenderingContext2D, order: number[], view: View, boxes: Boxes, chosen: boolean): void {
    const { state, look } = this;
    const { nodes } = state.graph.sent;
    const selected = new Set(state.selected);
    to.textAlign = "center";
    to.textBaseline = "alphabetic";
    to.lineJoin = "round";
    to.strokeStyle = look.surface;
    let left = NAMES;
    for (const node of order) {
      if (left === 0) break;
      const on = chosen && selected.has(node);
      const x = (state.x[node]! - view.x) * view.scale;
      const y = (state.y[node]! - view.y) * view.scale + 22 * Math.max(0.3, Math.min(1.6, view.scale));
      const members = state.groups.get(node);
      const label = members ? `${nodes[node]!.l} +${members.length - 1}` : nodes[node]!.l;
      const size = chosen ? 13.5 : Math.max(10, Math.min(14, 13 * view.scale));
      to.font = `${on ? 700 : 400} ${size}px ${FONT}`;
      const text = this.cut(to, label, 170);
      const wide = this.width(to, text);
      if (!boxes.place(x - wide / 2, y, wide, size * 1.35, on)) continue;
      left -= 1;
      to.globalAlpha = chosen || state.isActive(node) ? 1 : 0.35;
      const write = (text: string, wide: number, below: number, colour: string) => {
        if (chosen) {
          to.fillStyle = look.surface;
          to.fillRect(x - wide / 2 - 3, below - 11.5, wide + 6, 16);
        } else {
          to.lineWidth = 3.5;
          to.strokeText(text, x, below);
        }
        to.fillStyle = colour;
        to.fillText(text, x, below);
      };
      write(text, wide, y + size, on ? look.focus : look.ink);
      const note = nodes[node]!.n;
      if (note && view.scale > 0.7) {
        to.font = `10.5px ${FONT}`;
        const wide = this.width(to, note);
        if (boxes.place(x - wide / 2, y + size * 1.35, wide, 14)) write(note, wide, y + size + 14, look.ink2);
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

/** How large signs are drawn: in steps, so that few stamps are made. */
function signScale(view: View): number {
  return Math.max(0.16, Math.min(1.6, Math.round(view.scale * 16) / 16));
}
