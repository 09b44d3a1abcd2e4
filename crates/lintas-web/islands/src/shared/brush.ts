// A strip of time: how much happened when, and two handles that choose a period, by mouse and by keyboard.
import { Words, day, el, svg } from "./dom";

const DAY = 86_400;
const BARS = 96;

/** Builds the strip for instants in seconds; calls back with the period, or with nothing when all is chosen. */
export function brush(
  words: Words,
  instants: number[],
  changed: (period: [number, number] | null) => void,
): HTMLElement {
  const times = instants.filter((at) => Number.isFinite(at));
  if (times.length < 2) return el("div", { hidden: true });
  let first = Infinity;
  let last = -Infinity;
  for (const at of times) { if (at < first) first = at; if (at > last) last = at; }
  const from = Math.floor(first / DAY);
  const until = Math.floor(last / DAY);
  if (until <= from) return el("div", { hidden: true });
  const bars = new Array<number>(BARS).fill(0);
  for (const at of times) bars[Math.min(BARS - 1, Math.floor(((at / DAY - from) / (until - from + 1)) * BARS))]! += 1;
  const most = Math.max(...bars);
  const picture = svg("svg", { viewBox: `0 0 ${BARS} 20`, preserveAspectRatio: "none", class: "bars", "aria-hidden": "true" });
  bars.forEach((n, at) => {
    const height = n === 0 ? 0 : 2 + 18 * Math.sqrt(n / most);
    picture.append(svg("rect", { x: at + 0.1, y: 20 - height, width: 0.8, height }));
  });
  const said = el("output", { class: "meta" });
  const range = (label: string, value: number) =>
    el("input", { type: "range", min: String(from), max: String(until), value: String(value), "aria-label": label });
  const low = range(words.say("isl-from"), from);
  const high = range(words.say("isl-until"), until);
  let waiting = 0;
  const tell = () => {
    let [a, b] = [Number(low.value), Number(high.value)];
    if (a > b) [a, b] = [b, a];
    low.setAttribute("aria-valuetext", day(a * DAY));
    high.setAttribute("aria-valuetext", day(b * DAY));
    said.textContent = `${day(a * DAY)} – ${day(b * DAY)}`;
    picture.querySelectorAll("rect").forEach((bar, at) => {
      const middle = from + ((at + 0.5) / BARS) * (until - from + 1);
      bar.classList.toggle("out", middle < a || middle > b + 1);
    });
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => changed(a === from && b === until ? null : [a * DAY, (b + 1) * DAY - 1]));
  };
  low.addEventListener("input", tell);
  high.addEventListener("input", tell);
  tell();
  return el("div", { class: "brush", role: "group", "aria-label": words.say("isl-time") }, el("div", { class: "strip" }, picture, low, high), said);
}
