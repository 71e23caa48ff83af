import type { Bitmap } from './bitmap.js';
import type { Box } from './grey-image.js';
import { runsOf, type Run } from './runs.js';

/** Ink that hangs together, corners included. */
export interface Component {
  box: Box;
  ink: number;
  runs: Run[];
}

/** All connected pieces of ink, in no certain order. */
export function componentsOf(bitmap: Bitmap): Component[] {
  const runs = runsOf(bitmap);
  const roots = joinNeighbours(runs);
  const components = new Map<number, Component>();
  for (const [index, run] of runs.entries()) {
    const root = rootOf(roots, index);
    const known = components.get(root);
    if (known) add(known, run);
    else {
      const box = { left: run.start, right: run.end, top: run.at, bottom: run.at + 1 };
      components.set(root, { box, ink: run.end - run.start, runs: [run] });
    }
  }
  return [...components.values()];
}

function add(component: Component, run: Run): void {
  const { box } = component;
  box.left = Math.min(box.left, run.start);
  box.right = Math.max(box.right, run.end);
  box.bottom = Math.max(box.bottom, run.at + 1);
  component.ink += run.end - run.start;
  component.runs.push(run);
}

/** Runs of one row and the next that touch get the same root. */
function joinNeighbours(runs: readonly Run[]): Int32Array {
  const roots = Int32Array.from(runs, (_, index) => index);
  for (let above = 0, below = 0; below < runs.length;) {
    const [upper, lower] = [runs[above]!, runs[below]!];
    if (upper.at < lower.at - 1) above++;
    else if (upper.at >= lower.at) below++;
    else {
      if (upper.start <= lower.end && lower.start <= upper.end) join(roots, above, below);
      if (upper.end < lower.end) above++;
      else below++;
    }
  }
  return roots;
}

export function rootOf(roots: Int32Array, index: number): number {
  while (roots[index] !== index) {
    roots[index] = roots[roots[index]!]!;
    index = roots[index]!;
  }
  return index;
}

export function join(roots: Int32Array, one: number, other: number): void {
  const [first, second] = [rootOf(roots, one), rootOf(roots, other)];
  roots[Math.max(first, second)] = Math.min(first, second);
}

/** Without the pieces that have at most `speck` pixels. */
export function despeckle(bitmap: Bitmap, speck: number): Bitmap {
  const ink = bitmap.ink.slice();
  for (const component of componentsOf(bitmap)) {
    if (component.ink > speck) continue;
    for (const { at, start, end } of component.runs) ink.fill(0, at * bitmap.width + start, at * bitmap.width + end);
  }
  return { ...bitmap, ink };
}
