import { linesDown, PRINTED_TABLES, type PrintedTable } from '../../forms/printed-table.js';
import { better, type Fit, follow, lineMap } from './fit-lines.js';
import { coveredLength, type Rule, type Rules } from '../../image/rules.js';

/** Where a printed table lies on an upright sheet. */
export interface FoundTable {
  printed: PrintedTable;
  kind: 'first' | 'further';
  /** x of the vertical lines and y of the horizontal ones, at the table's middle, before any look at the single line. */
  across: number[];
  down: number[];
  /** From 0 to 1: the share of the expected lines that are there. */
  score: number;
}

/** How far a line may be from where the ones before it lead, in longer sides of the sheet. */
const REACH = 0.006;
/** Pieces of a broken line are at the same height within so many pixels. */
const SAME_LINE = 3;
/** The height of a page in its scan may be off by this much against its width. */
const STRETCHES = [0, -0.01, 0.01, -0.02, 0.02, -0.03, 0.03].map((stretch) => 1 + stretch);
/** The narrowest table: a form at 60 % of its size. In longer sides of the sheet. */
const NARROWEST = 0.42;

/** The printed table that the lines of a sheet fit best, this way up. Null: none has even half of its lines. */
export function findTable(rules: Rules, side: number): FoundTable | null {
  let best: FoundTable | null = null;
  for (const printed of PRINTED_TABLES) {
    const columns = fitColumns(rules.vertical, printed.lines, side);
    if (columns.score < 0.5) continue;
    const across = columns.places;
    const lines = linesAcross(rules.horizontal, textColumns(printed, across));
    for (const kind of ['first', 'further'] as const) {
      const expected = linesDown(printed[kind]);
      const rows = fitRows(lines, expected, columns.size, side);
      if (rows.score < 0.5) continue;
      const down = rows.places;
      const score =
        (columns.score + rows.score + frameScore(rules.vertical, printed, across, down)) / 3 -
        unexplained(lines, down, side) / expected.length / 2;
      if (score > (best?.score ?? 0)) best = { printed, kind, across, down, score };
    }
  }
  return best;
}

/** The lines of the table's whole height are where the form has them, and nowhere else. */
function frameScore(vertical: readonly Rule[], { types }: PrintedTable, across: number[], down: number[]): number {
  const [top, bottom] = [down[0]!, down.at(-1)!];
  const reach = (across.at(-1)! - across[0]!) * 0.007;
  const dates = 2 + types.length;
  const frame = [0, 2, dates, dates + 1, dates + 2, across.length - 1].map((index) => across[index]!);
  const inside = vertical
    .map(({ middle, start, end }) => ({ middle, start: Math.max(top, start), end: Math.min(bottom, end) }))
    .filter(({ start, end }) => end > start);
  const there = frame.map((x) => {
    const covered = coveredLength(inside.filter(({ middle }) => Math.abs(middle - x) < reach));
    return Math.min(1, covered / (bottom - top) / 0.9);
  });
  const whole = inside.filter(({ start, end }) => end - start > 0.95 * (bottom - top)).map(({ middle }) => middle);
  const extra = whole
    .sort((one, other) => one - other)
    .filter((x, index) => x > across[0]! && x < across.at(-1)! && x - (whole[index - 1] ?? -Infinity) > reach)
    .filter((x) => frame.every((line) => Math.abs(line - x) > 2 * reach));
  return there.reduce((sum, share) => sum + share, 0) / frame.length - extra.length * 0.2;
}

/** Number of whole lines between the expected ones: a table of many narrow rows has some of its lines anywhere. */
function unexplained(
  lines: readonly { at: number; strength: number }[],
  down: readonly number[],
  side: number,
): number {
  const reach = side * REACH;
  const whole = lines.filter(
    ({ at, strength }) =>
      strength > 0.8 && at > down[0]! && at < down.at(-1)! && down.every((line) => Math.abs(line - at) > reach),
  );
  const places = whole.map(({ at }) => at).sort((one, other) => one - other);
  return places.filter((at, index) => at - (places[index - 1] ?? -Infinity) > SAME_LINE).length;
}

/** Owner, asset and dates: there, the printed boxes draw no lines. */
function textColumns({ types }: PrintedTable, across: readonly number[]): [number, number][] {
  const dates = 2 + types.length;
  return [
    [across[0]!, across[2]!],
    [across[dates]!, across[dates + 2]!],
  ];
}

/** Tries each pair of long lines as two of the outermost ones. */
function fitColumns(vertical: readonly Rule[], expected: readonly number[], side: number) {
  const lines = vertical.filter(({ start, end }) => end - start > side * 0.05);
  const map = lineMap(
    lines.map(({ middle, start, end }) => ({ at: middle, strength: Math.min(1, (end - start) / (side * 0.12)) })),
    Math.ceil(side) + 1,
    side * REACH,
  );
  const longest = lines.filter(({ start, end }) => end - start > side * 0.1);
  const last = expected.length - 1;
  let best: Fit = { from: 0, size: 0, score: 0 };
  for (const [first, second] of [
    [0, last],
    [2, last],
    [0, last - 1],
    [1, last - 1],
  ] as const) {
    for (const left of longest) {
      for (const right of longest) {
        const size = (right.middle - left.middle) / (expected[second]! - expected[first]!);
        if (size < side * NARROWEST || size > side) continue;
        best = better(map, expected, { from: left.middle - expected[first]! * size, size, score: best.score }) ?? best;
      }
    }
  }
  return { ...best, ...follow(map, expected, best) };
}

function fitRows(
  lines: readonly { at: number; strength: number }[],
  expected: readonly number[],
  width: number,
  side: number,
) {
  const map = lineMap(lines, Math.ceil(side) + 1, side * REACH);
  let best: Fit = { from: 0, size: width, score: 0 };
  for (const { at, strength } of lines) {
    if (strength < 0.6) continue;
    for (const stretch of STRETCHES) {
      const size = width * stretch;
      for (const anchor of expected)
        best = better(map, expected, { from: at - anchor * size, size, score: best.score }) ?? best;
    }
  }
  return { ...best, ...follow(map, expected, best) };
}

/** Level lines by the share of these columns that they cross. Pieces of one line are put together. */
function linesAcross(rules: readonly Rule[], columns: readonly [number, number][]) {
  const total = columns.reduce((sum, [left, right]) => sum + right - left, 0);
  const pieces = rules
    .flatMap(({ middle, start, end, coverage }) =>
      columns.map(([left, right]) => ({
        at: middle,
        share: (Math.max(0, Math.min(end, right) - Math.max(start, left)) * coverage) / total,
      })),
    )
    .filter(({ share }) => share > 0);
  return pieces.map(({ at }) => {
    const near = pieces.filter((piece) => Math.abs(piece.at - at) <= SAME_LINE);
    return {
      at,
      strength: Math.min(
        1,
        near.reduce((sum, { share }) => sum + share, 0),
      ),
    };
  });
}
