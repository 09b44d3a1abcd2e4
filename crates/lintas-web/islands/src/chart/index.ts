// The link chart as an island: <x-chart src data-arrange> around the server's drawing, which stays where this cannot run.
import { brush } from "../shared/brush";
import { Words, el, keysOn } from "../shared/dom";
import type { Asked } from "./arrange.worker";
import { Graph, type Sent } from "./data";
import { History } from "./history";
import { Picture, type View } from "./picture";
import { save } from "./save";
import { State, type Snapshot } from "./state";

/** More than this is never added without asking. */
const UNASKED = 50;

class Chart {
  private readonly words: Words;
  private readonly graph: Graph;
  private readonly state: State;
  private readonly history: History<Snapshot>;
  private readonly picture: Picture;
  private readonly canvas = el("canvas", { tabindex: "0", role: "application" });
  private readonly bar = el("div", { class: "tools", role: "toolbar" });
  private readonly ask = el("div", { class: "ask", role: "alert" });
  private readonly said = el("p", { class: "meta said", "aria-live": "polite" });
  private readonly about = el("p", { class: "meta" });
  private readonly buttons = new Map<string, HTMLButtonElement>();
  private view: View = { x: 0, y: 0, scale: 1 };
  private frame = 0;
  private quickUntil = 0;
  private moving = false;
  private from: number | null = null;
  private worker: Worker | null = null;

  constructor(private readonly host: HTMLElement, private readonly sent: Sent, private readonly source: string) {
    this.words = new Words(sent.words);
    this.graph = new Graph(sent);
    this.state = new State(this.graph);
    this.picture = new Picture(this.canvas, this.state);
    this.history = new History<Snapshot>(() => this.state.take(), (snapshot) => this.state.put(snapshot));
    this.build();
    this.fit();
    new ResizeObserver(() => this.resize()).observe(this.canvas);
    for (const media of ["(prefers-color-scheme: dark)"]) matchMedia(media).addEventListener("change", () => { this.picture.readLook(); this.redraw(); });
    // Names are measured: wait for the letters.
    document.fonts.addEventListener("loadingdone", () => { this.picture.forgetWidths(); this.redraw(); });
    void document.fonts.ready.then(() => this.redraw());
  }

  private say(id: string, values: Record<string, string | number> = {}): string {
    return this.words.say(id, values);
  }

  private build(): void {
    const acts: [string, string, () => void][] = [
      ["undo", "Ctrl Z", () => this.undo()],
      ["redo", "Ctrl ⇧ Z", () => this.redo()],
      ["expand", "E", () => this.expand()],
      ["collapse", "C", () => this.collapse()],
      ["hide", "H", () => this.hide()],
      ["pin", "P", () => this.pin()],
      ["path", "F", () => this.path()],
      ["group", "G", () => this.group()],
      ["move", "M", () => this.toggleMove()],
      ["arrange", "A", () => this.arrange()],
      ["all", "", () => this.all()],
      ["open", "↵", () => this.open()],
      ["zoom-in", "+", () => this.zoom(1.25)],
      ["zoom-out", "−", () => this.zoom(0.8)],
      ["fit", "0", () => { this.fit(); this.redraw(); }],
    ];
    for (const [name, key, act] of acts) {
      const button = el("button", { type: "button", class: "btn2 small", title: key, onclick: () => { act(); this.refresh(); } }, this.say(`isl-${name}`));
      this.buttons.set(name, button);
      this.bar.append(button);
    }
    if (this.sent.canSave)
      for (const kind of ["png", "svg"] as const)
        this.bar.append(el("button", { type: "button", class: "btn2 small", onclick: () => void this.export(kind) }, kind.toUpperCase()));
    this.canvas.setAttribute("aria-label", `${this.sent.title}. ${this.say("isl-help")}`);
    this.bar.setAttribute("aria-label", this.sent.title);
    const find = el("input", { type: "search", placeholder: this.say("isl-find"), "aria-label": this.say("isl-find"), autocomplete: "off", maxlength: "80" });
    const found = el("div", { class: "found", role: "group", "aria-label": this.say("isl-find") });
    find.addEventListener("input", () => this.find(find.value, found));
    find.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { find.value = ""; found.replaceChildren(); this.canvas.focus(); }
      if (event.key === "Enter") found.querySelector("button")?.click();
      if (event.key === "ArrowDown") { event.preventDefault(); found.querySelector("button")?.focus(); }
    });
    const times = this.sent.ties.flatMap((tie) => (tie.f === undefined ? [] : [tie.f]));
    const strip = brush(this.words, times, (period) => { this.state.setPeriod(period); this.picture.stale(); this.redraw(); });
    this.host.replaceChildren(
      el("div", { class: "acts" }, el("div", { class: "seekin" }, find, found), ...this.views()),
      this.bar, this.ask, this.canvas, strip, this.said, this.about, el("p", { class: "meta" }, this.say("isl-help")),
    );
    this.listen(find);
    this.refresh();
  }

  /** Saved views of this case, kept at the node; nothing of a case is kept in the browser. */
  private views(): HTMLElement[] {
    const parts: HTMLElement[] = [];
    if (this.sent.views.length > 0) {
      const pick = el("select", { class: "small", "aria-label": this.say("isl-views") }, el("option", { value: "" }, this.say("isl-views")));
      this.sent.views.forEach((view, at) => pick.append(el("option", { value: String(at) }, view.name)));
      pick.addEventListener("change", () => {
        const view = this.sent.views[Number(pick.value)];
        if (pick.value === "" || !view) return;
        this.act(view.name, () => this.state.put(this.read(view.state)));
        this.fit();
      });
      parts.push(pick);
    }
    const { save } = this.sent;
    if (save) {
      const name = el("input", { type: "text", name: "name", required: true, maxlength: "80", placeholder: this.say("isl-view-name"), "aria-label": this.say("isl-view-name") });
      const state = el("input", { type: "hidden", name: "state" });
      const form = el("form", { class: "in acts small", method: "post", action: save.action },
        el("input", { type: "hidden", name: "_form", value: save.token }), state, name, el("button", { class: "btn2 small" }, this.say("isl-view-save")));
      form.addEventListener("submit", () => { state.value = this.write(); });
      parts.push(form);
    }
    return parts;
  }

  /** A view by ids, so that it fits when the case has grown. */
  private write(): string {
    const id = (node: number) => this.sent.nodes[node]!.i;
    const now = this.state.take();
    return JSON.stringify({
      shown: now.shown.map(([node, x, y]) => [id(node), Math.round(x), Math.round(y)]),
      pinned: now.pinned.map(id),
      groups: now.groups.map(([, members]) => members.map(id)),
    });
  }
  private read(text: string): Snapshot {
    const place = new Map(this.sent.nodes.map((node, at) => [node.i, at]));
    const known = (ids: string[]) => ids.map((id) => place.get(id)).filter((at): at is number => at !== undefined);
    try {
      const kept = JSON.parse(text) as { shown: [string, number, number][]; pinned: string[]; groups: string[][] };
      return {
        shown: kept.shown.flatMap(([id, x, y]): [number, number, number][] => (place.has(id) ? [[place.get(id)!, x, y]] : [])),
        pinned: known(kept.pinned),
        groups: kept.groups.map(known).filter((members) => members.length > 1).map((members) => [members[0]!, members]),
      };
    } catch {
      return this.state.take();
    }
  }

  // ---- acts -------------------------------------------------------------------------------------------------------

  private act(what: string, change: () => void): void {
    this.history.act(what, change);
    this.kept = [];
    this.picture.stale();
    this.redraw();
    this.refresh();
  }
  private named(id: string, nodes: number[]): string {
    const first = nodes[0];
    const name = first === undefined ? "" : this.graph.label(first);
    return `${this.say(`isl-${id}`)}: ${nodes.length > 1 ? `${name} +${nodes.length - 1}` : name}`;
  }
  private undo(): void { this.back(this.history.undo(), "isl-undone"); }
  private redo(): void { this.back(this.history.redo(), "isl-redone"); }
  private back(what: string | null, id: string): void {
    if (what === null) return;
    this.picture.stale();
    this.redraw();
    this.refresh();
    this.tell(this.say(id, { what }));
  }

  private expand(node = this.state.selected[0]): void {
    if (node === undefined) return;
    const more = this.state.hiddenNear(node);
    if (more.length === 0) { this.tell(this.say("isl-nothing-more")); return; }
    const add = (some: number[]) => this.act(this.named("expand", [node, ...some.slice(1)]), () => this.state.expand(node, some));
    if (more.length <= UNASKED) { add(more); return; }
    this.question(this.say("isl-many", { n: more.length }), [
      [this.say("isl-first", { n: UNASKED }), () => add(more.slice(0, UNASKED))],
      [this.say("isl-every", { n: more.length }), () => add(more)],
    ]);
  }
  private collapse(): void {
    const node = this.state.selected[0];
    if (node !== undefined) this.act(this.named("collapse", [node]), () => this.state.collapse(node));
  }
  private hide(): void {
    const nodes = [...this.state.selected];
    if (nodes.length === 0) return;
    const next = this.state.shownNear(nodes[0]!).find((other) => !nodes.includes(other));
    this.act(this.named("hide", nodes), () => this.state.hide(nodes));
    if (next !== undefined) this.select(next);
  }
  private pin(): void {
    const nodes = [...this.state.selected];
    if (nodes.length === 0) return;
    const off = nodes.every((node) => this.state.pinned.has(node));
    this.act(this.named("pin", nodes), () => nodes.forEach((node) => (off ? this.state.pinned.delete(node) : this.state.pinned.add(node))));
  }
  private path(): void {
    const [first, second] = this.state.selected;
    const start = second === undefined ? this.from : first!;
    const end = second ?? first;
    if (end === undefined) return;
    if (start === null || start === undefined || start === end) {
      this.from = end;
      this.tell(this.say("isl-path-from", { name: this.graph.label(end) }));
      return;
    }
    this.from = null;
    const way = this.graph.path(start, end);
    if (!way) { this.tell(this.say("isl-no-path")); return; }
    this.act(this.named("path", [start, ...way.slice(1)]), () => this.state.setPath(way));
    this.tell(this.say("isl-path-found", { n: way.length - 1, names: way.map((node) => this.graph.label(node)).join(" – ") }));
  }
  private group(): void {
    const nodes = [...this.state.selected];
    const one = nodes[0];
    if (one === undefined) return;
    if (nodes.length === 1 && this.state.groups.has(one)) this.act(this.named("ungroup", nodes), () => this.state.ungroup(one));
    else if (nodes.length > 1) this.act(this.named("group", nodes), () => this.state.group(nodes));
    else this.tell(this.say("isl-group-how"));
  }
  private toggleMove(): void {
    this.moving = !this.moving;
    this.tell(this.say(this.moving ? "isl-move-on" : "isl-move-off"));
  }
  private all(): void {
    const more = this.sent.nodes.map((_, at) => at).filter((at) => !this.state.shown.has(at));
    if (more.length === 0) { this.tell(this.say("isl-nothing-more")); return; }
    const add = () => {
      this.act(this.say("isl-all"), () => {
        // A spiral around the middle: the arrangement comes from the worker.
        const [a, b, c, d] = this.state.bounds();
        more.forEach((node, at) => {
          const [r, turn] = [300 + 70 * Math.sqrt(at), at * 2.399963];
          [this.state.x[node], this.state.y[node]] = [(a + c) / 2 + r * Math.cos(turn), (b + d) / 2 + r * Math.sin(turn)];
          this.state.shown.add(node);
        });
      });
      this.fit();
      this.arrange();
    };
    if (more.length <= UNASKED) add();
    else this.question(this.say("isl-many", { n: more.length }), [[this.say("isl-every", { n: more.length }), add]]);
  }
  private open(): void {
    const node = this.state.selected[0];
    const href = node === undefined ? undefined : this.sent.nodes[node]!.h;
    if (href) location.assign(href);
  }

  private arrange(): void {
    const worker = this.host.dataset.arrange;
    if (!worker || this.worker) return;
    const nodes = [...this.state.drawn()].map((id) => ({ id, x: this.state.x[id]!, y: this.state.y[id]!, pinned: this.state.pinned.has(id) }));
    const drawn = new Set(nodes.map((node) => node.id));
    const ties = this.sent.ties
      .map((tie): [number, number] => [this.state.under(tie.a), this.state.under(tie.b)])
      .filter(([a, b]) => a !== b && drawn.has(a) && drawn.has(b));
    this.worker = new Worker(worker);
    this.worker.onmessage = ({ data }: MessageEvent<{ part?: number; spots?: [number, number, number][] }>) => {
      if (data.part !== undefined) this.about.textContent = `${this.say("isl-arranging")} ${Math.round(data.part * 100)} %`;
      if (!data.spots) return;
      const spots = data.spots;
      this.stopWorker();
      this.act(this.say("isl-arrange"), () => { for (const [node, x, y] of spots) [this.state.x[node], this.state.y[node]] = [x, y]; });
      this.fit();
      this.redraw();
    };
    this.worker.onerror = () => { this.stopWorker(); this.refresh(); };
    const asked: Asked = { nodes, ties, turns: nodes.length > 1500 ? 120 : 220 };
    this.worker.postMessage(asked);
  }
  private stopWorker(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  private async export(kind: "png" | "svg"): Promise<void> {
    try {
      await save(this.state, this.source, kind);
      this.tell(this.say("isl-saved"));
    } catch {
      this.tell(this.say("isl-not-saved"));
    }
  }

  private find(text: string, found: HTMLElement): void {
    const wanted = text.normalize("NFC").toLowerCase().trim();
    found.replaceChildren();
    if (!wanted) return;
    const hits: number[] = [];
    for (let node = 0; node < this.graph.size && hits.length < 8; node++)
      if (this.graph.label(node).normalize("NFC").toLowerCase().includes(wanted)) hits.push(node);
    for (const node of hits)
      found.append(el("button", { type: "button", onclick: () => {
        found.replaceChildren();
        const under = this.state.under(node);
        if (!this.state.shown.has(node)) this.act(this.named("show", [node]), () => this.state.expand(this.state.shownNear(node)[0] ?? this.state.selected[0] ?? [...this.state.drawn()][0] ?? node, [node]));
        this.select(under);
        this.centre(under);
        this.canvas.focus();
      } }, this.graph.label(node)));
    if (hits.length === 0) found.append(el("span", { class: "meta" }, this.say("isl-not-found")));
  }

  private question(text: string, answers: [string, () => void][]): void {
    const close = () => { this.ask.replaceChildren(); this.canvas.focus(); };
    this.ask.replaceChildren(el("span", {}, text),
      ...answers.map(([label, act]) => el("button", { type: "button", class: "btn2 small", onclick: () => { close(); act(); } }, label)),
      el("button", { type: "button", class: "btn2 small", onclick: close }, this.say("isl-cancel")));
    this.ask.querySelector("button")?.focus();
  }

  // ---- looking ----------------------------------------------------------------------------------------------------

  private select(node: number | null, more = false): void {
    const { state } = this;
    if (node === null) { state.selected = []; this.kept = []; }
    else if (!more) state.selected = [node, ...this.kept.filter((other) => other !== node && state.isDrawn(other))];
    else state.selected = state.selected.includes(node) ? state.selected.filter((other) => other !== node) : [...state.selected, node];
    this.redraw();
    this.refresh();
    if (node !== null) this.tell(this.describe(node));
  }
  private describe(node: number): string {
    const { l, n } = this.sent.nodes[node]!;
    const kind = this.say(`kind-${this.sent.nodes[node]!.s}`);
    return this.say("isl-selected", { kind, name: l, note: n, shown: this.state.shownNear(node).length, hidden: this.state.hiddenNear(node).length });
  }
  private tell(text: string): void {
    this.said.textContent = text;
  }
  private refresh(): void {
    const next = this.history.next();
    const some = this.state.selected.length > 0;
    const set = (name: string, on: boolean) => { this.buttons.get(name)!.disabled = !on; };
    for (const name of ["expand", "collapse", "hide", "pin", "path", "group"]) set(name, some);
    set("undo", next.undo !== undefined);
    set("redo", next.redo !== undefined);
    set("open", some && this.sent.nodes[this.state.selected[0]!]!.h !== undefined);
    this.buttons.get("undo")!.textContent = next.undo ? `${this.say("isl-undo")}: ${next.undo}` : this.say("isl-undo");
    this.buttons.get("move")!.setAttribute("aria-pressed", String(this.moving));
    if (!this.worker) this.about.textContent = this.say("isl-shown", { n: [...this.state.drawn()].length, all: this.graph.size });
  }

  private resize(): void {
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(this.canvas.clientWidth * ratio);
    this.canvas.height = Math.round(this.canvas.clientHeight * ratio);
    this.paint();
  }
  redraw(): void {
    if (this.frame === 0) this.frame = requestAnimationFrame(() => this.paint());
  }
  /** Draws now; answers how many milliseconds it took. */
  paint(): number {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const began = performance.now();
    const ratio = window.devicePixelRatio || 1;
    const quick = began < this.quickUntil;
    this.picture.paint(this.view, ratio, this.canvas.clientWidth, this.canvas.clientHeight, quick);
    if (quick) setTimeout(() => { if (performance.now() >= this.quickUntil) this.redraw(); }, 180);
    return performance.now() - began;
  }
  private quick(): void {
    this.quickUntil = performance.now() + 150;
    this.redraw();
  }
  private fit(): void {
    const [a, b, c, d] = this.state.bounds();
    const width = this.canvas.clientWidth || 1000;
    const height = this.canvas.clientHeight || 620;
    const scale = Math.min(1.15, width / (c - a), height / (d - b));
    this.view = { scale, x: (a + c) / 2 - width / scale / 2, y: (b + d) / 2 - height / scale / 2 };
  }
  private zoom(by: number, x = this.canvas.clientWidth / 2, y = this.canvas.clientHeight / 2): void {
    const scale = Math.max(0.04, Math.min(4, this.view.scale * by));
    this.view.x += x / this.view.scale - x / scale;
    this.view.y += y / this.view.scale - y / scale;
    this.view.scale = scale;
    this.quick();
  }
  private centre(node: number): void {
    this.view.x = this.state.x[node]! - this.canvas.clientWidth / this.view.scale / 2;
    this.view.y = this.state.y[node]! - this.canvas.clientHeight / this.view.scale / 2;
    this.redraw();
  }
  private keepSeen(node: number): void {
    const x = (this.state.x[node]! - this.view.x) * this.view.scale;
    const y = (this.state.y[node]! - this.view.y) * this.view.scale;
    if (x < 60 || y < 40 || x > this.canvas.clientWidth - 60 || y > this.canvas.clientHeight - 70) this.centre(node);
  }
  private at(x: number, y: number): number | null {
    const [wx, wy] = [x / this.view.scale + this.view.x, y / this.view.scale + this.view.y];
    let best: number | null = null;
    let near = Math.max(22, 14 / this.view.scale) ** 2;
    for (const node of this.state.drawn()) {
      const far = (this.state.x[node]! - wx) ** 2 + (this.state.y[node]! - wy) ** 2;
      if (far < near) { near = far; best = node; }
    }
    return best;
  }
  /** The nearest sign in a direction. */
  private towards(dx: number, dy: number): number | null {
    const from = this.state.selected[0];
    let best: number | null = null;
    let least = Infinity;
    for (const node of this.state.drawn()) {
      if (node === from) continue;
      if (from === undefined) return node;
      const [x, y] = [this.state.x[node]! - this.state.x[from]!, this.state.y[node]! - this.state.y[from]!];
      const along = x * dx + y * dy;
      const across = Math.abs(x * dy - y * dx);
      if (along <= 4 || across > along * 1.6) continue;
      const cost = along + across * 2;
      if (cost < least) { least = cost; best = node; }
    }
    return best;
  }

  private shift(dx: number, dy: number): void {
    const nodes = [...this.state.selected];
    this.act(this.named("move", nodes), () => nodes.forEach((node) => { this.state.x[node]! += dx; this.state.y[node]! += dy; }));
  }

  private listen(find: HTMLElement): void {
    const { canvas, state } = this;
    let down: { x: number; y: number; node: number | null; moved: boolean; before: Snapshot | null } | null = null;
    canvas.addEventListener("pointerdown", (event) => {
      canvas.setPointerCapture(event.pointerId);
      down = { x: event.offsetX, y: event.offsetY, node: this.at(event.offsetX, event.offsetY), moved: false, before: null };
    });
    canvas.addEventListener("pointermove", (event) => {
      if (!down) { canvas.classList.toggle("on", this.at(event.offsetX, event.offsetY) !== null); return; }
      const [dx, dy] = [event.offsetX - down.x, event.offsetY - down.y];
      if (!down.moved && Math.hypot(dx, dy) < 4) return;
      down.moved = true;
      [down.x, down.y] = [event.offsetX, event.offsetY];
      if (down.node === null) {
        this.view.x -= dx / this.view.scale;
        this.view.y -= dy / this.view.scale;
      } else {
        // What is chosen lies over the kept drawing, so it moves with the hand; its old place shows until it is let go.
        if (!down.before && !state.selected.includes(down.node)) this.select(down.node);
        down.before ??= state.take();
        state.x[down.node]! += dx / this.view.scale;
        state.y[down.node]! += dy / this.view.scale;
      }
      this.quick();
    });
    canvas.addEventListener("pointerup", (event) => {
      if (!down) return;
      const { node, moved, before } = down;
      down = null;
      if (!moved) this.select(node, event.shiftKey || event.ctrlKey || event.metaKey);
      else if (node !== null && before) {
        const now = state.take();
        state.put(before);
        this.act(this.named("move", [node]), () => state.put(now));
      }
    });
    canvas.addEventListener("dblclick", (event) => { const node = this.at(event.offsetX, event.offsetY); if (node !== null) this.expand(node); });
    canvas.addEventListener("wheel", (event) => { event.preventDefault(); this.zoom(event.deltaY < 0 ? 1.12 : 0.89, event.offsetX, event.offsetY); }, { passive: false });
    canvas.addEventListener("focus", () => { if (state.selected.length === 0) { const first = [...state.drawn()][0]; if (first !== undefined) this.select(first); } });
    const arrows: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const keys: Record<string, () => void> = {
      e: () => this.expand(), c: () => this.collapse(), h: () => this.hide(), p: () => this.pin(), f: () => this.path(),
      g: () => this.group(), m: () => this.toggleMove(), a: () => this.arrange(), s: () => find.focus(),
      "+": () => this.zoom(1.25), "=": () => this.zoom(1.25), "-": () => this.zoom(0.8), "0": () => { this.fit(); this.redraw(); },
    };
    canvas.addEventListener("keydown", (event) => {
      const done = () => { event.preventDefault(); event.stopPropagation(); this.refresh(); };
      const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
      if ((event.ctrlKey || event.metaKey) && key === "z") { if (event.shiftKey) this.redo(); else this.undo(); return done(); }
      if ((event.ctrlKey || event.metaKey) && key === "y") { this.redo(); return done(); }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const arrow = arrows[key];
      if (arrow) {
        const [dx, dy] = arrow;
        if (event.shiftKey) { this.view.x += (dx * 80) / this.view.scale; this.view.y += (dy * 80) / this.view.scale; this.quick(); }
        else if (this.moving && state.selected.length > 0) this.shift(dx * 20, dy * 20);
        else { const node = this.towards(dx, dy); if (node !== null) { this.select(node); this.keepSeen(node); } }
        return done();
      }
      if (key === "Enter") { this.open(); return done(); }
      if (key === " ") { const node = state.selected[0]; if (node !== undefined) this.keep(node); return done(); }
      if (key === "Escape") { this.moving = false; this.from = null; state.path.clear(); this.select(null); return done(); }
      // Single keys can be switched off; the toolbar does the same.
      const act = keys[key];
      if (act && keysOn()) { act(); done(); }
    });
  }

  /** Nodes kept in the selection while the arrows move on. */
  private kept: number[] = [];
  private keep(node: number): void {
    this.kept = this.kept.includes(node) ? this.kept.filter((other) => other !== node) : [...this.kept, node];
    this.state.selected = [node, ...this.kept.filter((other) => other !== node)];
    this.redraw();
    this.tell(this.say("isl-kept", { n: this.state.selected.length }));
  }
}

class ChartElement extends HTMLElement {
  chart: Chart | null = null;
  async connectedCallback(): Promise<void> {
    const source = this.getAttribute("src");
    // On a phone the server's drawing is read; work on a chart needs room.
    if (!source || this.chart || !matchMedia("(min-width: 760px)").matches) return;
    try {
      const answer = await fetch(source, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const sent = (await answer.json()) as Sent;
      if (sent.nodes.length > 0) this.chart = new Chart(this, sent, source);
      this.dataset.ready = "1";
    } catch {
      // What the server drew stays.
    }
  }
}

customElements.define("x-chart", ChartElement);
