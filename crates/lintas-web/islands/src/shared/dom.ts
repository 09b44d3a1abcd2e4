// Making elements without innerHTML: what people wrote is text and nothing else.

type Child = Node | string;

/** An HTML element with attributes; `on…` keys are listeners. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string | boolean | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

/** An SVG element with attributes. */
export function svg(name: string, attributes: Record<string, string | number> = {}, ...children: Child[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Whether single keys are switched on (WCAG 2.1.4). */
export function keysOn(): boolean {
  try {
    return window.localStorage.getItem("keys") !== "off";
  } catch {
    return true;
  }
}

/** Hands a file to the person. */
export function handOut(name: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = el("a", { href, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** Messages of the page with `{n}` and the like filled in. */
export class Words {
  constructor(private readonly words: Record<string, string>) {}
  say(id: string, values: Record<string, string | number> = {}): string {
    let text = this.words[id] ?? id;
    for (const [name, value] of Object.entries(values)) text = text.replace(`{${name}}`, String(value));
    return text;
  }
}

/** A day as YYYY-MM-DD: browsers have no Khmer or Lao dates, and these digits mean one day everywhere. */
export function day(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 10);
}
