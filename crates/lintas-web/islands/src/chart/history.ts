// What was done, by name, without end: every step can be taken back and done again.

export class History<S> {
  private past: { what: string; state: S }[] = [];
  private future: { what: string; state: S }[] = [];
  constructor(private readonly take: () => S, private readonly put: (state: S) => void) {}
  /** Does something that can be taken back. */
  act(what: string, change: () => void): void {
    const state = this.take();
    change();
    this.past.push({ what, state });
    this.future = [];
  }
  undo(): string | null {
    return this.step(this.past, this.future);
  }
  redo(): string | null {
    return this.step(this.future, this.past);
  }
  /** What would be taken back, or done again. */
  next(): { undo?: string; redo?: string } {
    return { undo: this.past.at(-1)?.what, redo: this.future.at(-1)?.what };
  }
  private step(from: { what: string; state: S }[], to: { what: string; state: S }[]): string | null {
    const step = from.pop();
    if (!step) return null;
    to.push({ what: step.what, state: this.take() });
    this.put(step.state);
    return step.what;
  }
}
