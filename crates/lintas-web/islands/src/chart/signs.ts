// The signs, drawn as on the server: shape, letter and colour for each kind of thing.

interface Sign { path: string; colour: string; letter: string; drop?: number }

export const SIGNS: Record<string, Sign> = {
  person: { path: "M-16 0a16 16 0 1 0 32 0a16 16 0 1 0-32 0Z", colour: "#1f5fa8", letter: "P" },
  phone: { path: "M-8.5-17h17a3 3 0 0 1 3 3v28a3 3 0 0 1-3 3h-17a3 3 0 0 1-3-3v-28a3 3 0 0 1 3-3Z", colour: "#7a4fa3", letter: "T" },
  account: { path: "M-16-11.5h32a2.5 2.5 0 0 1 2.5 2.5v18a2.5 2.5 0 0 1-2.5 2.5h-32a2.5 2.5 0 0 1-2.5-2.5v-18a2.5 2.5 0 0 1 2.5-2.5Z", colour: "#8a5a00", letter: "A" },
  vehicle: { path: "M0-18L18 0L0 18L-18 0Z", colour: "#3c6e47", letter: "V" },
  place: { path: "M0 18L-18-14H18Z", colour: "#a3423b", letter: "L", drop: -3 },
  organisation: { path: "M18 0L9 15.6H-9L-18 0L-9-15.6H9Z", colour: "#4a5568", letter: "O" },
  document: { path: "M-14-15H14V15H-14Z", colour: "#4d6570", letter: "D" },
  event: { path: "M0-17.5L16.6-5.4L10.3 14.2H-10.3L-16.6-5.4Z", colour: "#6a4a2f", letter: "E" },
  online_identity: { path: "M-8-13.5h16a10 10 0 0 1 10 10v7a10 10 0 0 1-10 10h-16a10 10 0 0 1-10-10v-7a10 10 0 0 1 10-10Z", colour: "#0b6470", letter: "@" },
  protected: { path: "M-12 0a12 12 0 1 0 24 0a12 12 0 1 0-24 0Z", colour: "#6b3fa0", letter: "◆" },
  unknown: { path: "M-13 0a13 13 0 1 0 26 0a13 13 0 1 0-26 0Z", colour: "#5b6472", letter: "?" },
};

export const sign = (name: string): Sign => SIGNS[name] ?? SIGNS.unknown!;

const paths = new Map<string, Path2D>();

/** Draws a sign around the origin. */
export function drawSign(to: CanvasRenderingContext2D, name: string, outline: string, victim: string): void {
  const { path, colour, letter, drop } = sign(name);
  let shape = paths.get(name);
  if (!shape) paths.set(name, (shape = new Path2D(path)));
  to.fillStyle = colour;
  to.strokeStyle = outline;
  to.lineWidth = 1.5;
  to.fill(shape);
  to.stroke(shape);
  if (name === "protected") {
    to.strokeStyle = victim;
    to.lineWidth = 2;
    to.beginPath();
    to.arc(0, 0, 17, 0, 7);
    to.stroke();
  }
  to.fillStyle = "#fff";
  to.font = `700 14px "Noto Sans",sans-serif`;
  to.textAlign = "center";
  to.textBaseline = "alphabetic";
  to.fillText(letter, 0, 5.2 + (drop ?? 0));
}

/** A sign so small that its letter cannot be read: only roughly its shape is added to a path. */
export function dot(path: Path2D, name: string, x: number, y: number, r: number): void {
  switch (name) {
    case "vehicle": case "organisation": case "event":
      path.moveTo(x, y - r); path.lineTo(x + r, y); path.lineTo(x, y + r); path.lineTo(x - r, y); path.closePath();
      break;
    case "place":
      path.moveTo(x, y + r); path.lineTo(x - r, y - r * 0.8); path.lineTo(x + r, y - r * 0.8); path.closePath();
      break;
    case "phone": path.rect(x - r * 0.65, y - r, r * 1.3, r * 2); break;
    case "account": path.rect(x - r, y - r * 0.7, r * 2, r * 1.4); break;
    case "document": path.rect(x - r * 0.8, y - r * 0.85, r * 1.6, r * 1.7); break;
    default: path.moveTo(x + r, y); path.arc(x, y, r * 0.9, 0, 7);
  }
}

/** Signs as pictures of a size: to copy one costs a tenth of drawing it. */
export class Stamps {
  private readonly kept = new Map<string, HTMLCanvasElement>();
  constructor(private outline: string, private victim: string) {}
  colour(name: string): string {
    return sign(name).colour;
  }
  get(name: string, scale: number): HTMLCanvasElement {
    const key = `${name} ${scale}`;
    let stamp = this.kept.get(key);
    if (!stamp) {
      stamp = document.createElement("canvas");
      stamp.width = stamp.height = Math.max(2, Math.ceil(44 * scale));
      const to = stamp.getContext("2d")!;
      to.translate(stamp.width / 2, stamp.height / 2);
      to.scale(scale, scale);
      drawSign(to, name, this.outline, this.victim);
      if (this.kept.size > 400) this.kept.clear();
      this.kept.set(key, stamp);
    }
    return stamp;
  }
}
