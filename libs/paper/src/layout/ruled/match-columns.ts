import type { ColumnPlan } from '../../forms/table-columns.js';

/** A line that may part two columns. */
export interface Edge {
  at: number;
  /** Share of the table's height that it fills. */
  filled: number;
}

export interface ColumnMatch<E> {
  /** The line before each column of the plan, and the one after the last. */
  edges: E[];
  /** Mean deviation of the widths from the plan; 0 is its very shape. */
  deviation: number;
  /** The same, and more for each line that none of the columns has. */
  misfit: number;
}

/** A column this much wider or narrower than planned is another one. */
const WIDEST_OFF = Math.log(1.75);
/** What it costs to pass over a line that is there from top to bottom. */
const SKIPPED = 0.6;
/** A table is at least this wide; shorter ones have no room for a name and two dates. */
const NARROWEST = 0.35;
/** Outermost lines that may be the edge of the sheet, or a streak, and not the table's. */
const OUTSIDE = 4;

/** Finds the lines that part the columns of a plan. Lines that belong to none of its columns are passed over. */
export function matchColumns<E extends Edge>(
  lines: readonly E[],
  plan: ColumnPlan,
  width: number,
): ColumnMatch<E> | null {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  let best: Way<E> | null = null;
  for (let first = 0; first <= Math.min(OUTSIDE, sorted.length - plan.length - 1); first++) {
    for (let last = sorted.length - 1; last >= Math.max(first + plan.length, sorted.length - 1 - OUTSIDE); last--) {
      if (sorted[last]!.at - sorted[first]!.at < NARROWEST * width) continue;
      const found = cheapest(sorted.slice(first, last + 1), plan);
      if (found && (!best || found.cost < best.cost)) best = found;
    }
  }
  if (!best) return null;
  return { edges: best.edges, deviation: deviationOf(best.edges, plan), misfit: Math.sqrt(best.cost / plan.length) };
}

function deviationOf(edges: readonly Edge[], plan: ColumnPlan): number {
  const unit = edges.at(-1)!.at - edges[0]!.at;
  const squares = plan.map(
    ({ share }, index) => Math.log((edges[index + 1]!.at - edges[index]!.at) / unit / share) ** 2,
  );
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / plan.length);
}

interface Way<E> {
  edges: E[];
  cost: number;
}

/** The cheapest way from the first line to the last with one step for each column. */
function cheapest<E extends Edge>(lines: readonly E[], plan: ColumnPlan): Way<E> | null {
  const unit = lines.at(-1)!.at - lines[0]!.at;
  const skipped = [0];
  for (const { filled } of lines) skipped.push(skipped.at(-1)! + filled ** 2 * SKIPPED);
  let costs = lines.map((_, index) => (index === 0 ? 0 : Infinity));
  const ways: number[][] = [];
  for (const { share } of plan) {
    const next = lines.map(() => Infinity);
    const way = lines.map(() => -1);
    for (let to = 1; to < lines.length; to++) {
      for (let from = 0; from < to; from++) {
        if (costs[from] === Infinity) continue;
        const off = Math.log((lines[to]!.at - lines[from]!.at) / unit / share);
        if (Math.abs(off) > WIDEST_OFF) continue;
        const cost = costs[from]! + off ** 2 + skipped[to]! - skipped[from + 1]!;
        if (cost < next[to]!) [next[to], way[to]] = [cost, from];
      }
    }
    ways.push(way);
    costs = next;
  }
  const cost = costs.at(-1)!;
  if (cost === Infinity) return null;
  let at = lines.length - 1;
  const edges = [lines[at]!];
  for (const way of ways.toReversed()) {
    at = way[at]!;
    edges.unshift(lines[at]!);
  }
  return { edges, cost };
}
