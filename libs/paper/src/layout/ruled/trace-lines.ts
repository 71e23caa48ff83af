import type { Bitmap } from '../../image/bitmap.js';
import { joinLines } from './join-lines.js';
import { type Direction, type Point, pointsOf, STRIPE } from './stripes.js';
import type { SheetLines, TracedLine } from './traced-line.js';

/** All lines of a picture. */
export function linesOf(bitmap: Bitmap): SheetLines {
  const { width, height } = bitmap;
  const [level, plumb] = [traceLines(bitmap, 'level'), traceLines(bitmap, 'plumb')];
  return { level: joinLines(level), plumb: joinLines(plumb), width, height };
}

/** A line moves by this much at most from where its last stripes lead. */
const FARTHEST_STEP = 3;
/** More lines side by side are noise, or a photo. A list of 71 rows has 90. */
const MOST = 400;
/** Stripes that a broken line may miss. */
const LONGEST_GAP = 5;

/** Follows dark lines from stripe to stripe. Text is too short to be followed. */
export function traceLines(bitmap: Bitmap, direction: Direction): TracedLine[] {
  const length = direction === 'level' ? bitmap.width : bitmap.height;
  const chains: Point[][] = [];
  let open: Point[][] = [];
  for (let stripe = 0; stripe * STRIPE < length; stripe++) {
    open = open.filter((chain) => stripe - chain.at(-1)!.stripe <= LONGEST_GAP);
    const points = pointsOf(bitmap, direction, stripe);
    if (points.length > MOST) return [];
    for (const chain of follow(open, stripe, points)) {
      chains.push(chain);
      open.push(chain);
    }
  }
  return chains
    .map((chain) => lineOf(chain, length))
    .filter(({ inked, density }) => inked >= 2 * STRIPE && density >= 0.88);
}

/** Adds each point to the chain that it continues. @returns chains that begin here */
function follow(open: readonly Point[][], stripe: number, points: readonly Point[]): Point[][] {
  const ends = open.map((chain) => ({ chain, across: expected(chain, stripe) })).sort((a, b) => a.across - b.across);
  const pairs: { chain: Point[]; point: Point; off: number }[] = [];
  let first = 0;
  for (const point of points) {
    while (first < ends.length && ends[first]!.across < point.across - FARTHEST_STEP) first++;
    for (let index = first; index < ends.length && ends[index]!.across <= point.across + FARTHEST_STEP; index++) {
      const { chain, across } = ends[index]!;
      pairs.push({ chain, point, off: Math.abs(point.across - across) });
    }
  }
  const taken = new Set<Point>();
  const continued = new Set<Point[]>();
  for (const { chain, point } of pairs.sort((a, b) => a.off - b.off)) {
    if (taken.has(point) || continued.has(chain)) continue;
    taken.add(point);
    continued.add(chain);
    chain.push(point);
  }
  return points.filter((point) => !taken.has(point)).map((point) => [point]);
}

/** Where a chain should be met next, by its slope over the last stripes. */
function expected(chain: readonly Point[], stripe: number): number {
  const last = chain.at(-1)!;
  const earlier = chain.at(-8) ?? chain[0]!;
  const slope = chain.length < 4 ? 0 : (last.across - earlier.across) / (last.stripe - earlier.stripe);
  return last.across + slope * (stripe - last.stripe);
}

function lineOf(chain: readonly Point[], length: number): TracedLine {
  const middle = ({ stripe }: Point): number => (stripe + 0.5) * STRIPE;
  const at = (along: number): number => {
    const next = chain.findIndex((point) => middle(point) >= along);
    if (next <= 0) return (next === 0 ? chain[0]! : chain.at(-1)!).across;
    const [a, b] = [chain[next - 1]!, chain[next]!];
    return a.across + ((b.across - a.across) * (along - middle(a))) / (middle(b) - middle(a));
  };
  return {
    from: chain[0]!.stripe * STRIPE,
    to: Math.min(length, (chain.at(-1)!.stripe + 1) * STRIPE),
    inked: chain.length * STRIPE,
    density: mean(chain.map(({ filled }) => filled)),
    thickness: mean(chain.map(({ thickness }) => thickness)),
    at,
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
