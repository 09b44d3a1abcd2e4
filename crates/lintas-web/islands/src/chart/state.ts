// What is shown of a chart, and the acts that change it; each act can be taken back.
import type { Graph } from "./data";

/** Everything that undo and saved views must bring back. */
export interface Snapshot {
  /** Shown nodes with their spots. */
  shown: [number, number, number][];
  pinned: number[];
  /** Members and the node that stands for them. */
  groups: [number, number[]][];
}

/** Room that a sign with its name takes. */
const WIDE = 150;
const HIGH = 92;

export class State {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly shown = new Set<number>();
  readonly pinned = new Set<number>();
  /** The node that stands for others, with them. */
  readonly groups = new Map<number, number[]>();
  /** For each node of a group the one that stands for it. */
  private readonly standsFor = new Map<number, number>();
  selected: number[] = [];
  path = new Set<string>();
  period: [number, number] | null = null;
  private active: Uint8Array | null = null;

  constructor(readonly graph: Graph) {
    this.x = new Float64Array(graph.size);
    this.y = new Float64Array(graph.size);
    graph.sent.nodes.forEach((node, at) => {
      if (node.x === undefined || node.y === undefined) return;
      this.x[at] = node.x;
      this.y[at] = node.y;
      this.shown.add(at);
    });
  }

  take(): Snapshot {
    return {
      shown: [...this.shown].map((node) => [node, this.x[node]!, this.y[node]!]),
      pinned: [...this.pinned],
      groups: [...this.groups].map(([stands, members]) => [stands, [...members]]),
    };
  }

  put(snapshot: Snapshot): void {
    this.shown.clear();
    for (const [node, x, y] of snapshot.shown) {
      if (!(node >= 0 && node < this.graph.size)) continue;
      this.shown.add(node);
      [this.x[node], this.y[node]] = [x, y];
    }
    this.pinned.clear();
    for (const node of snapshot.pinned) this.pinned.add(node);
    this.groups.clear();
    this.standsFor.clear();
    for (const [stands, members] of snapshot.groups) this.setGroup(stands, members);
    this.selected = this.selected.filter((node) => this.isDrawn(node));
    this.path.clear();
  }

  /** Whether a node has a sign of its own on the chart. */
  isDrawn(node: number): boolean {
    return this.shown.has(node) && !this.standsFor.has(node);
  }
  /** The node under whose sign another stands. */
  under(node: number): number {
    return this.standsFor.get(node) ?? node;
  }
  *drawn(): Iterable<number> {
    for (const node of this.shown) if (!this.standsFor.has(node)) yield node;
  }
  /** Linked nodes that are not shown. */
  hiddenNear(node: number): number[] {
    const members = this.groups.get(node) ?? [node];
    const found = new Set<number>();
    for (const member of members) for (const other of this.graph.near[member]!) if (!this.shown.has(other)) found.add(other);
    return [...found];
  }
  shownNear(node: number): number[] {
    const members = this.groups.get(node) ?? [node];
    const found = new Set<number>();
    for (const member of members) for (const other of this.graph.near[member]!) if (this.shown.has(other) && this.under(other) !== node) found.add(this.under(other));
    return [...found];
  }

  /** Shows nodes around another, each on the free spot that is nearest. */
  expand(middle: number, more: number[]): void {
    const taken = [...this.drawn()].map((node) => [this.x[node]!, this.y[node]!] as const);
    const free = (x: number, y: number) => taken.every(([tx, ty]) => Math.abs(tx - x) >= WIDE || Math.abs(ty - y) >= HIGH);
    // Away from what is there already.
    const near = this.shownNear(middle);
    const away = near.length === 0 ? 0 : Math.atan2(
      this.y[middle]! - near.reduce((sum, node) => sum + this.y[node]!, 0) / near.length,
      this.x[middle]! - near.reduce((sum, node) => sum + this.x[node]!, 0) / near.length,
    );
    for (const node of more) {
      let spot: [number, number] | null = null;
      for (let ring = 1; ring < 60 && !spot; ring++) {
        const steps = 8 + ring * 6;
        for (let step = 0; step < steps && !spot; step++) {
          const turn = away + ((step % 2 === 0 ? 1 : -1) * Math.ceil(step / 2) * 2 * Math.PI) / steps;
          const x = this.x[middle]! + Math.cos(turn) * ring * 105;
          const y = this.y[middle]! + Math.sin(turn) * ring * 80;
          if (free(x, y)) spot = [x, y];
        }
      }
      const [x, y] = spot ?? [this.x[middle]!, this.y[middle]!];
      [this.x[node], this.y[node]] = [x, y];
      taken.push([x, y]);
      this.shown.add(node);
    }
  }

  /** Hides what hangs on a node alone. */
  collapse(node: number): number[] {
    const alone = this.shownNear(node).filter((other) => !this.pinned.has(other) && !this.groups.has(other) && this.shownNear(other).every((end) => end === node));
    for (const other of alone) this.shown.delete(other);
    return alone;
  }

  hide(nodes: number[]): void {
    for (const node of nodes) {
      for (const member of this.groups.get(node) ?? [node]) this.shown.delete(member);
      this.ungroup(node);
      this.pinned.delete(node);
    }
    this.selected = [];
  }

  group(nodes: number[]): void {
    const members = nodes.flatMap((node) => this.groups.get(node) ?? [node]);
    const stands = nodes[0]!;
    for (const node of nodes) this.ungroup(node);
    this.setGroup(stands, members);
    this.selected = [stands];
  }
  ungroup(node: number): void {
    for (const member of this.groups.get(node) ?? []) this.standsFor.delete(member);
    this.groups.delete(node);
  }
  private setGroup(stands: number, members: number[]): void {
    this.groups.set(stands, members);
    for (const member of members) if (member !== stands) this.standsFor.set(member, stands);
  }

  /** Marks a way and shows everything on it. */
  setPath(way: number[]): void {
    this.path.clear();
    way.forEach((node, at) => {
      if (!this.shown.has(node)) this.expand(way[at - 1] ?? way[0]!, [node]);
      if (at > 0) {
        const [a, b] = [this.under(way[at - 1]!), this.under(node)];
        this.path.add(`${Math.min(a, b)} ${Math.max(a, b)}`);
      }
    });
  }
  isOnPath(a: number, b: number): boolean {
    return this.path.size > 0 && this.path.has(`${Math.min(a, b)} ${Math.max(a, b)}`);
  }

  setPeriod(period: [number, number] | null): void {
    this.period = period;
    if (!period) { this.active = null; return; }
    const { nodes, ties } = this.graph.sent;
    this.active = new Uint8Array(nodes.length);
    for (const tie of ties) if (this.inPeriod(tie)) this.active[tie.a] = this.active[tie.b] = 1;
  }
  inPeriod(tie: { f?: number; u?: number }): boolean {
    return !this.period || (tie.f !== undefined && tie.u !== undefined && tie.f <= this.period[1] && tie.u >= this.period[0]);
  }
  /** Whether something of a node lies in the period. */
  isActive(node: number): boolean {
    return !this.active || this.active[node] === 1;
  }

  /** The edges of everything shown. */
  bounds(): [number, number, number, number] {
    let [a, b, c, d] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const node of this.drawn()) {
      const [x, y] = [this.x[node]!, this.y[node]!];
      if (x < a) a = x;
      if (y < b) b = y;
      if (x > c) c = x;
      if (y > d) d = y;
    }
    return a === Infinity ? [0, 0, 100, 100] : [a - 80, b - 40, c + 80, d + 66];
  }
}
