import { type Bitmap, transpose } from './bitmap.js';
import { join, rootOf } from './components.js';
import { type Run, runsOf } from './runs.js';

/** A ruled line. Of a horizontal one, `start` and `end` are left and right, and `middle` is a y; of a vertical one, top and bottom, and an x. */
export interface Rule {
  start: number;
  end: number;
  /** Where the line's middle is halfway between its ends. */
  middle: number;
  /** How far `middle` moves for each pixel along the line: positive is clockwise for a horizontal line. */
  slope: number;
  thickness: number;
  /** Share of its length that has ink. */
  coverage: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

export interface RuleLimits {
  /** Shorter lines are left out. */
  shortest: number;
  /** Ink that a line is made of: longer than the strokes of letters. */
  shortestPiece: number;
  /** Longer gaps part a line in two. */
  longestGap: number;
  /** Thicker bars are no lines. */
  thickest: number;
  /** A line with less ink along it is a row of letters or specks. */
  leastCoverage: number;
}

/** Limits for the lines of a printed form on a sheet whose longer side has `side` pixels. */
export const ruleLimits = (side: number): RuleLimits => ({
  shortest: side / 25,
  shortestPiece: Math.max(8, side / 180),
  longestGap: side / 120,
  thickest: Math.max(8, side / 130),
  leastCoverage: 0.6,
});

/** The level and upright lines of a picture that may be skewed by a degree or two. Broken lines are joined. */
export function findRules(bitmap: Bitmap, limits = ruleLimits(Math.max(bitmap.width, bitmap.height))): Rules {
  return { horizontal: levelRules(bitmap, limits), vertical: levelRules(transpose(bitmap), limits) };
}

function levelRules(bitmap: Bitmap, limits: RuleLimits): Rule[] {
  const runs = runsOf(bitmap, limits.shortestPiece);
  const roots = joinAlong(runs, limits.longestGap);
  const groups = new Map<number, Run[]>();
  for (const [index, run] of runs.entries()) {
    const root = rootOf(roots, index);
    const group = groups.get(root);
    if (group) group.push(run);
    else groups.set(root, [run]);
  }
  const rules = [...groups.values()].map(ruleOf);
  return rules.filter(
    ({ start, end, thickness, coverage }) =>
      end - start >= limits.shortest && thickness <= limits.thickest && coverage >= limits.leastCoverage,
  );
}

/** Joins runs of the same or the next row whose gap is short. */
function joinAlong(runs: readonly Run[], gap: number): Int32Array {
  const roots = Int32Array.from(runs, (_, index) => index);
  for (let above = 0, below = 0; below < runs.length; below++) {
    const { at, start, end } = runs[below]!;
    const before = runs[below - 1];
    if (before?.at === at && start - before.end <= gap) join(roots, below - 1, below);
    const isOver = (upper: Run): boolean => upper.at < at - 1 || (upper.at < at && upper.end + gap < start);
    while (isOver(runs[above]!)) above++;
    for (let upper = above; runs[upper]!.at < at && runs[upper]!.start <= end + gap; upper++) join(roots, upper, below);
  }
  return roots;
}

/** A straight line through the middles of the runs, by least squares. */
function ruleOf(runs: readonly Run[]): Rule {
  let [start, end, ink, along, across, alongAlong, alongAcross] = [Infinity, -Infinity, 0, 0, 0, 0, 0];
  for (const run of runs) {
    const length = run.end - run.start;
    const middle = (run.start + run.end) / 2;
    start = Math.min(start, run.start);
    end = Math.max(end, run.end);
    ink += length;
    along += length * middle;
    across += length * run.at;
    alongAlong += length * (middle * middle + (length * length) / 12);
    alongAcross += length * middle * run.at;
  }
  const spread = alongAlong - (along * along) / ink;
  const slope = spread > 0 ? (alongAcross - (along * across) / ink) / spread : 0;
  const covered = coveredLength(runs);
  return {
    start,
    end,
    middle: across / ink + 0.5 + slope * ((start + end) / 2 - along / ink),
    slope,
    thickness: ink / covered,
    coverage: covered / (end - start),
  };
}

/** Length of the pieces together, where they overlap counted once. */
export function coveredLength(runs: readonly { start: number; end: number }[]): number {
  let [covered, reached] = [0, -Infinity];
  for (const { start, end } of [...runs].sort((one, other) => one.start - other.start)) {
    covered += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return covered;
}
