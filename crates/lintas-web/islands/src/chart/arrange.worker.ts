// Arranges signs in the background: the same chart the same way, for d3-force draws its numbers from a fixed sequence.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";

interface Body { id: number; x: number; y: number; fx?: number; fy?: number }
export interface Asked { nodes: { id: number; x: number; y: number; pinned: boolean }[]; ties: [number, number][]; turns: number }

addEventListener("message", (event: MessageEvent<Asked>) => {
  const { nodes, ties, turns } = event.data;
  const bodies: Body[] = nodes.map(({ id, x, y, pinned }) => (pinned ? { id, x, y, fx: x, fy: y } : { id, x, y }));
  const forces = forceSimulation(bodies)
    .force("link", forceLink<Body, { source: number; target: number }>(ties.map(([source, target]) => ({ source, target }))).id((body) => body.id).distance(125))
    .force("apart", forceManyBody<Body>().strength(-520).theta(1).distanceMax(1500))
    .force("room", forceCollide<Body>(58).iterations(nodes.length > 1500 ? 1 : 2))
    .force("x", forceX<Body>(0).strength(0.03))
    .force("y", forceY<Body>(0).strength(0.05))
    .stop();
  forces.alphaDecay(1 - Math.pow(0.001, 1 / turns));
  for (let turn = 0; turn < turns; turn++) {
    forces.tick();
    if (turn % 10 === 9) postMessage({ part: (turn + 1) / turns });
  }
  postMessage({ spots: bodies.map((body) => [body.id, body.x, body.y]) });
});
