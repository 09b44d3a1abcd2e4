// A drawing that is kept, so that moving copies it instead of drawing anew: to draw five thousand things in software
// takes longer than a frame, to copy the picture of them a few milliseconds.
import type { View } from "./picture";

export class Layer {
  readonly canvas = document.createElement("canvas");
  private at: (View & { ratio: number; width: number; height: number }) | null = null;

  /** Forgets what is kept: it is no longer true. */
  forget(): void {
    this.at = null;
  }

  /** Whether exactly this view is kept. */
  holds(view: View, ratio: number, width: number, height: number): boolean {
    const { at } = this;
    return at !== null && at.x === view.x && at.y === view.y && at.scale === view.scale && at.ratio === ratio && at.width === width && at.height === height;
  }

  /** Whether anything is kept. */
  isKept(): boolean {
    return this.at !== null;
  }

  /** Gives the canvas to draw a view on, and remembers that it holds it from now on. */
  begin(view: View, ratio: number, width: number, height: number): CanvasRenderingContext2D {
    const [w, h] = [Math.max(1, Math.round(width * ratio)), Math.max(1, Math.round(height * ratio))];
    if (this.canvas.width !== w) this.canvas.width = w;
    if (this.canvas.height !== h) this.canvas.height = h;
    this.at = { ...view, ratio, width, height };
    return this.canvas.getContext("2d")!;
  }

  /** Keeps what another layer holds. */
  copy(other: Layer): void {
    if (!other.at) return;
    const { at } = other;
    const to = this.begin(at, at.ratio, at.width, at.height);
    to.setTransform(1, 0, 0, 1, 0, 0);
    to.drawImage(other.canvas, 0, 0);
  }

  /** Puts what is kept where it lies in another view. */
  put(to: CanvasRenderingContext2D, view: View): void {
    const { at } = this;
    if (!at) return;
    const by = view.scale / at.scale;
    const [x, y] = [(at.x - view.x) * view.scale, (at.y - view.y) * view.scale];
    to.imageSmoothingEnabled = by !== 1;
    to.drawImage(this.canvas, Math.round(x * at.ratio) / at.ratio, Math.round(y * at.ratio) / at.ratio, at.width * by, at.height * by);
  }
}
