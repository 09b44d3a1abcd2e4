// The map as an island: <x-map src> around the server's map, which stays where this cannot run. It adds coming nearer, a
// period of time, and what was seen at a place; every act has a button and a key.
import { geoCircle, geoMercator, geoPath, type GeoProjection } from "d3-geo";
import { brush } from "../shared/brush";
import { Words, day, el, keysOn, svg } from "../shared/dom";

interface Sent {
  title: string;
  lang: string;
  words: Record<string, string>;
  map?: {
    ground: string;
    countries: [[number, number], string][];
    disclaimer: string;
    spots: { l: string; at: [number, number]; km: number }[];
    who: [string, string | null][];
    seen: { p: number; w: number; t: number }[];
    found: { k: "route" | "house"; l: string; h: string; at: [number, number][] }[];
  };
}

const WIDTH = 1000;
const HEIGHT = 640;
/** Units of the boundaries to a degree of longitude, and where they begin: those of the server. */
const PER_DEGREE = 20;
const WEST = 86;
const TOP = 31.4729237309454;
const NEAREST = 24;

class MapIsland {
  private readonly words: Words;
  private readonly data: NonNullable<Sent["map"]>;
  private readonly projection: GeoProjection;
  private readonly ground = svg("svg", { class: "ground", x: 0, y: 0, width: WIDTH, height: HEIGHT, "stroke-linejoin": "round" });
  private readonly over = svg("g");
  private readonly picture = svg("svg", { class: "dw", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "application", tabindex: 0 });
  private readonly side = el("div", { class: "seen", "aria-live": "polite" });
  private window = { x: 0, y: 0, scale: 1 };
  private home = { x: 0, y: 0, scale: 1 };
  private period: [number, number] | null = null;
  private chosen: number | null = null;
  private frame = 0;

  constructor(private readonly host: HTMLElement, sent: Sent, data: NonNullable<Sent["map"]>) {
    this.words = new Words(sent.words);
    this.data = data;
    this.projection = geoMercator().scale((PER_DEGREE * 180) / Math.PI).translate([0, 0]).center([0, 0]).precision(0.1);
    this.home = this.around();
    this.window = { ...this.home };
    this.build(sent.title);
    this.draw();
  }

  /** Units of the ground for a position. */
  private units([latitude, longitude]: [number, number]): [number, number] {
    const [x, y] = this.projection([longitude, latitude])!;
    return [x - WEST * PER_DEGREE, y + TOP * PER_DEGREE];
  }
  private place(at: [number, number]): [number, number] {
    const [x, y] = this.units(at);
    return [(x - this.window.x) / this.window.scale, (y - this.window.y) / this.window.scale];
  }
  private around(): { x: number; y: number; scale: number } {
    const all = [...this.data.spots.map((spot) => spot.at), ...this.data.found.flatMap((found) => found.at)].map((at) => this.units(at));
    if (all.length === 0) all.push([40, 40], [1110, 870]);
    const xs = all.map(([x]) => x);
    const ys = all.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const wide = Math.max((right - left) * 1.35, 80, (bottom - top) * 1.35 * (WIDTH / HEIGHT));
    const scale = wide / WIDTH;
    return { x: (left + right) / 2 - wide / 2, y: (top + bottom) / 2 - (scale * HEIGHT) / 2, scale };
  }

  private build(title: string): void {
    const button = (id: string, key: string, act: () => void) =>
      el("button", { type: "button", class: "btn2 small", title: key, onclick: act }, this.words.say(id));
    const bar = el("div", { class: "tools", role: "toolbar", "aria-label": title },
      button("isl-zoom-in", "+", () => this.zoom(1 / 1.5)), button("isl-zoom-out", "−", () => this.zoom(1.5)),
      button("isl-fit", "0", () => { this.window = { ...this.home }; this.redraw(); }),
      ...(["←", "→", "↑", "↓"] as const).map((arrow, at) => {
        const [dx, dy] = ([[-1, 0], [1, 0], [0, -1], [0, 1]] as const)[at]!;
        return el("button", { type: "button", class: "btn2 small", onclick: () => this.pan(dx * 120, dy * 120) }, arrow);
      }));
    this.picture.setAttribute("aria-label", `${title}. ${this.words.say("isl-map-help")}`);
    for (const [id, look] of [["around", "far"], ["eight", "near"], ["provinces", "prov"], ["borders", "bord"]] as const) {
      const use = svg("use", { href: `${this.data.ground}#${id}`, class: look });
      if (id === "provinces" || id === "borders") use.setAttribute("fill", "none");
      this.ground.append(use);
    }
    this.picture.append(svg("rect", { class: "sea", width: WIDTH, height: HEIGHT }), this.ground, this.over);
    const times = this.data.seen.map((seen) => seen.t);
    const strip = brush(this.words, times, (period) => { this.period = period; this.draw(); });
    this.host.replaceChildren(bar, el("div", { class: "draw fit" }, this.picture), strip, this.side, el("p", { class: "meta" }, this.data.disclaimer), el("p", { class: "meta" }, this.words.say("isl-map-help")));
    this.listen();
  }

  private pan(dx: number, dy: number): void {
    this.window.x += dx * this.window.scale;
    this.window.y += dy * this.window.scale;
    this.redraw();
  }
  private zoom(by: number, x = WIDTH / 2, y = HEIGHT / 2): void {
    const scale = Math.max(this.home.scale / NEAREST, Math.min(2.2, this.window.scale * by));
    this.window.x += x * (this.window.scale - scale);
    this.window.y += y * (this.window.scale - scale);
    this.window.scale = scale;
    this.redraw();
  }
  private redraw(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => { this.frame = 0; this.draw(); });
  }

  /** Draws everything; answers how many milliseconds it took. */
  draw(): number {
    const began = performance.now();
    const { window: w } = this;
    this.ground.setAttribute("viewBox", `${w.x} ${w.y} ${WIDTH * w.scale} ${HEIGHT * w.scale}`);
    const widths: Record<string, number> = { far: 0.7, near: 0.8, prov: 0.6, bord: 1.2 };
    for (const use of this.ground.children) use.setAttribute("stroke-width", String(widths[use.getAttribute("class")!]! * w.scale * 10));

    const seen = this.data.seen.filter((one) => !this.period || (one.t >= this.period[0] && one.t <= this.period[1]));
    const counts = new Map<number, number>();
    const tracks = new Map<number, { t: number; p: number }[]>();
    for (const one of seen) {
      counts.set(one.p, (counts.get(one.p) ?? 0) + 1);
      const track = tracks.get(one.w);
      if (track) track.push(one);
      else tracks.set(one.w, [one]);
    }
    const ways = new Map<string, { from: number; to: number; n: number }>();
    for (const track of tracks.values()) {
      track.sort((a, b) => a.t - b.t || a.p - b.p);
      for (let at = 1; at < track.length; at++) {
        const [from, to] = [track[at - 1]!.p, track[at]!.p];
        if (from === to) continue;
        const key = `${from} ${to}`;
        const way = ways.get(key);
        if (way) way.n += 1;
        else ways.set(key, { from, to, n: 1 });
      }
    }
    const parts: SVGElement[] = [];
    for (const [at, name] of this.data.countries) {
      const [x, y] = this.place(at);
      if (x > 60 && x < WIDTH - 60 && y > 16 && y < HEIGHT - 12) parts.push(svg("text", { x, y, class: "dn land", "text-anchor": "middle" }, name));
    }
    const routes = () => { for (const found of this.data.found)
      if (found.k === "route")
        for (let at = 1; at < found.at.length; at++) this.bow(parts, found.at[at - 1]!, found.at[at]!, 2.4, true, `${this.words.say("chart-route")}: ${found.l}`); };
    for (const way of ways.values()) {
      const [from, to] = [this.data.spots[way.from]!, this.data.spots[way.to]!];
      this.bow(parts, from.at, to.at, 1.2 + 0.7 * Math.min(3.5, Math.sqrt(way.n)), false, `${from.l} → ${to.l} ×${way.n}`);
    }
    // Over the ways that were seen: what an analysis made of them lies beside each.
    routes();
    this.pins(parts, counts);
    this.over.replaceChildren(...parts);
    this.tell(seen);
    return performance.now() - began;
  }

  private bow(parts: SVGElement[], from: [number, number], to: [number, number], thick: number, dashed: boolean, title: string): void {
    const [a, b] = [this.place(from), this.place(to)];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const long = Math.hypot(dx, dy);
    if (long < 12) return;
    const bow = Math.min(60, long * 0.16) * (dashed ? 1.7 : 1);
    const middle = [(a[0] + b[0]) / 2 - (dy / long) * bow, (a[1] + b[1]) / 2 + (dx / long) * bow] as const;
    const [tx, ty] = [b[0] - middle[0], b[1] - middle[1]];
    const away = Math.hypot(tx, ty) || 1;
    const [ux, uy] = [tx / away, ty / away];
    const end = [b[0] - ux * 9, b[1] - uy * 9] as const;
    const size = 7 + thick * 1.2;
    const half = 3.2 + thick * 0.8;
    const line = svg("path", { class: dashed ? "route" : "dt", d: `M${a[0]} ${a[1]}Q${middle[0]} ${middle[1]} ${end[0] - ux * 6} ${end[1] - uy * 6}`, fill: "none", "stroke-width": thick });
    if (dashed) line.setAttribute("stroke-dasharray", "9 5");
    const head = svg("path", { class: dashed ? "route head" : "da", d: `M${end[0]} ${end[1]}L${end[0] - ux * size - uy * half} ${end[1] - uy * size + ux * half}L${end[0] - ux * size + uy * half} ${end[1] - uy * size - ux * half}Z` });
    parts.push(svg("g", {}, svg("title", {}, title), line, head));
  }

  private pins(parts: SVGElement[], counts: Map<number, number>): void {
    const taken: [number, number, number, number][] = [];
    const circle = geoPath(this.projection);
    const order = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const radius = (n: number) => Math.max(6, Math.min(22, 4 * Math.sqrt(n)));
    for (const [spot, n] of order) {
      const [x, y] = this.place(this.data.spots[spot]!.at);
      const r = radius(n) + 2;
      taken.push([x - r, y - r, x + r, y + r]);
    }
    const name = (x: number, y: number, r: number, label: string, group: SVGElement) => {
      if (!label) return;
      const wide = Math.min(220, label.length * 7.2);
      for (const [lx, ly, anchor, before] of [[x + r + 5, y + 4.5, "start", 0], [x - r - 5, y + 4.5, "end", wide], [x, y - r - 7, "middle", wide / 2], [x, y + r + 15, "middle", wide / 2]] as const) {
        const box: [number, number, number, number] = [lx - before, ly - 13, lx - before + wide, ly + 5];
        if (box[0] < 2 || box[2] > WIDTH || box[1] < 2 || box[3] > HEIGHT) continue;
        if (taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1])) continue;
        taken.push(box);
        group.append(svg("text", { x: lx, y: ly, class: "dk", "text-anchor": anchor, "font-size": 13 }, label));
        return;
      }
    };
    // Names of houses first: they are what was looked for.
    for (const found of this.data.found) {
      if (found.k !== "house") continue;
      const [x, y] = this.place(found.at[0]!);
      taken.push([x - 14, y - 44, x + 14, y - 16]);
    }
    const houses: SVGElement[] = [];
    for (const found of this.data.found) {
      if (found.k !== "house") continue;
      const [x, low] = this.place(found.at[0]!);
      const y = low - 30;
      const link = svg("a", { href: found.h }, svg("title", {}, `${this.words.say("finding-rest-house")}: ${found.l}`), svg("path", { class: "stem", d: `M${x} ${low}v-16` }), svg("path", { class: "house", d: `M${x} ${y - 11}l12 10v12h-24v-12Z` }), svg("path", { class: "door", d: `M${x - 3} ${y + 10}v-7h6v7Z` }));
      name(x, y, 13, found.l, link);
      houses.push(link);
    }
    for (const [spot, n] of order) {
      const { l, at, km } = this.data.spots[spot]!;
      const [x, y] = this.place(at);
      if (x < -50 || y < -50 || x > WIDTH + 50 || y > HEIGHT + 50) continue;
      const r = radius(n);
      const group = svg("g", { class: "pin", tabindex: 0, role: "button", "aria-pressed": String(this.chosen === spot) }, svg("title", {}, `${l} ×${n}`));
      if (km > 0) {
        // A true circle on the globe, however near: what is known roughly looks rough.
        const ring = circle(geoCircle().center([at[1], at[0]]).radius(km / 111.195)());
        const s = 1 / this.window.scale;
        const [ox, oy] = [(-WEST * PER_DEGREE - this.window.x) * s, (TOP * PER_DEGREE - this.window.y) * s];
        if (ring && (km / 111.32) * PER_DEGREE * s > r) group.append(svg("path", { class: "unsure", d: ring, transform: `translate(${ox} ${oy}) scale(${s})`, "stroke-width": 1.2 / s, "stroke-dasharray": `${3 / s} ${3 / s}` }));
      }
      group.append(svg("circle", { class: this.chosen === spot ? "spot on" : "spot", cx: x, cy: y, r }));
      if (r >= 8) group.append(svg("text", { x, y: y + 3.8, class: "count", "text-anchor": "middle" }, String(n)));
      name(x, y, r, l, group);
      const choose = () => { this.chosen = this.chosen === spot ? null : spot; this.draw(); this.over.querySelector<SVGElement>(`[data-spot="${spot}"]`)?.focus(); };
      group.dataset.spot = String(spot);
      group.addEventListener("click", choose);
      group.addEventListener("keydown", (event) => { if ((event as KeyboardEvent).key === "Enter" || (event as KeyboardEvent).key === " ") { event.preventDefault(); event.stopPropagation(); choose(); } });
      parts.push(group);
    }
    parts.push(...houses);
  }

  /** What was seen at the chosen place. */
  private tell(seen: { p: number; w: number; t: number }[]): void {
    this.side.replaceChildren();
    if (this.chosen === null) return;
    const spot = this.data.spots[this.chosen]!;
    const here = seen.filter((one) => one.p === this.chosen).sort((a, b) => a.t - b.t);
    const list = el("ul", { class: "n" });
    for (const one of here.slice(0, 40)) {
      const [name, href] = this.data.who[one.w]!;
      list.append(el("li", {}, href ? el("a", { href }, name) : el("span", {}, name), el("span", { class: "meta" }, day(one.t))));
    }
    const sure = spot.km > 0 ? ` · ${this.words.say("isl-uncertain", { km: spot.km.toFixed(1) })}` : "";
    this.side.append(el("h3", {}, `${spot.l} ×${here.length}`, el("span", { class: "meta" }, sure)), list);
  }

  private listen(): void {
    const { picture } = this;
    const ratio = () => WIDTH / picture.getBoundingClientRect().width;
    picture.addEventListener("wheel", (event) => {
      const { deltaY, offsetX, offsetY } = event as WheelEvent;
      event.preventDefault();
      this.zoom(deltaY < 0 ? 1 / 1.2 : 1.2, offsetX * ratio(), offsetY * ratio());
    }, { passive: false });
    let last: [number, number] | null = null;
    picture.addEventListener("pointerdown", (event) => { last = [(event as PointerEvent).clientX, (event as PointerEvent).clientY]; });
    window.addEventListener("pointermove", (event) => {
      if (!last) return;
      this.pan((last[0] - event.clientX) * ratio(), (last[1] - event.clientY) * ratio());
      last = [event.clientX, event.clientY];
    });
    window.addEventListener("pointerup", () => { last = null; });
    const keys: Record<string, () => void> = { "+": () => this.zoom(1 / 1.5), "=": () => this.zoom(1 / 1.5), "-": () => this.zoom(1.5), "0": () => { this.window = { ...this.home }; this.redraw(); } };
    const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    picture.addEventListener("keydown", (event) => {
      const { key, ctrlKey, metaKey, altKey } = event as KeyboardEvent;
      if (ctrlKey || metaKey || altKey) return;
      const arrow = arrows[key];
      const act = arrow ? () => this.pan(arrow[0] * 60, arrow[1] * 60) : keysOn() ? keys[key] : undefined;
      if (!act) return;
      event.preventDefault();
      event.stopPropagation();
      act();
    });
  }
}

class MapElement extends HTMLElement {
  map: MapIsland | null = null;
  async connectedCallback(): Promise<void> {
    const source = this.getAttribute("src");
    if (!source || this.map) return;
    try {
      const answer = await fetch(source, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const sent = (await answer.json()) as Sent;
      if (sent.map) this.map = new MapIsland(this, sent, sent.map);
      this.dataset.ready = "1";
    } catch {
      // What the server drew stays.
    }
  }
}

customElements.define("x-map", MapElement);
