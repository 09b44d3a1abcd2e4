// Where on a canvas there is room: the part of a line in the window, and rectangles that are taken.

/** The part of a line inside the window (Liang and Barsky, 1984); nothing when all of it is outside. */
export function inView(ax: number, ay: number, bx: number, by: number, width: number, height: number): [number, number, number, number] | null {
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
export class Boxes {
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
