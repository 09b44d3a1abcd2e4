// The chart as the server sends it, and what follows from it once.

/** What the server sends; short names, for there are thousands. */
export interface Sent {
  title: string;
  banner: string;
  colour: string;
  notes: string[];
  legend: string;
  lang: string;
  canSave: boolean;
  words: Record<string, string>;
  /** id, sign, label, note, address, and a spot where the server has drawn it. */
  nodes: { i: string; s: string; l: string; n: string; h?: string; x?: number; y?: number }[];
  /** Ends, sureness (2 confirmed, 1, 0 tentative), direction (1 forward, 2 back, 3 both), count, label, first and last second. */
  ties: { a: number; b: number; s: number; d: number; c: number; l: string; f?: number; u?: number }[];
  views: { name: string; state: string }[];
  save?: { action: string; token: string };
}

/** The chart with who is linked with whom. */
export class Graph {
  readonly near: number[][];
  readonly tiesOf: number[][];
  constructor(readonly sent: Sent) {
    this.near = sent.nodes.map(() => []);
    this.tiesOf = sent.nodes.map(() => []);
    sent.ties.forEach((tie, at) => {
      this.near[tie.a]!.push(tie.b);
      this.near[tie.b]!.push(tie.a);
      this.tiesOf[tie.a]!.push(at);
      this.tiesOf[tie.b]!.push(at);
    });
    // Best connected first: when not all can be shown, these are.
    for (const around of this.near) around.sort((a, b) => this.near[b]!.length - this.near[a]!.length || a - b);
  }
  get size(): number {
    return this.sent.nodes.length;
  }
  label(node: number): string {
    return this.sent.nodes[node]!.l;
  }
  /** The shortest way between two, over everything that the reader may see; nothing when there is none. */
  path(from: number, to: number): number[] | null {
    const before = new Int32Array(this.size).fill(-1);
    before[from] = from;
    let ring = [from];
    while (ring.length > 0 && before[to] === -1) {
      const next: number[] = [];
      for (const at of ring) for (const other of this.near[at]!) if (before[other] === -1) { before[other] = at; next.push(other); }
      ring = next;
    }
    if (before[to] === -1) return null;
    const way = [to];
    while (way[0] !== from) way.unshift(before[way[0]!]!);
    return way;
  }
}
