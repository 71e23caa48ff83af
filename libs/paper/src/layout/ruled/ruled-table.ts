import type { Box } from '../../image/grey-image.js';
import { median } from '../../image/median.js';
import type { ColumnPlan } from '../../forms/table-columns.js';
import type { Streaks } from './erase-streaks.js';
import { type Edge, matchColumns } from './match-columns.js';
import type { SheetLines, TracedLine } from './traced-line.js';

/** A table whose columns are known. */
export interface RuledTable {
  plan: ColumnPlan;
  /** The line before each column, and the one after the last. */
  columns: TracedLine[];
  /** The lines above and below the bands, from the top. */
  levels: TracedLine[];
  /** Lines across it that are not its own. */
  streaks: Streaks;
  /** How far its lines are from the plan's; 0 is the plan itself. */
  misfit: number;
}

/** Level lines that are at least this share of the sheet's width are a table's. */
const LONG = 0.3;
/** A column's line fills at least this share of the table's height: some begin below its header. */
const FILLED = 0.3;
/** A line that runs past the table by this much on both sides is a streak, or belongs to something above or below it. */
const PAST = 40;
/** A streak fills at least this share of the table's height. */
const STREAK = 0.6;
/** The two edges of a thick line are this far from each other at most. */
const THICK = 16;
/** Known tables are at most 0.11 off their plan, other ones at least 0.25. */
const FARTHEST_OFF = 0.2;

/** Finds a table with the columns of a plan by its lines. Null: there is none. */
export function matchTable({ level, plumb, width }: SheetLines, plan: ColumnPlan): RuledTable | null {
  const frame = frameOf(level, width);
  if (!frame) return null;
  const height = frame.bottom - frame.top;
  const edges = plumb
    .map((line): Edge & { line: TracedLine } => {
      const within = Math.min(line.to, frame.bottom) - Math.max(line.from, frame.top);
      const filled = (Math.max(0, within) / height) * (line.inked / (line.to - line.from));
      return { line, at: line.at((frame.top + frame.bottom) / 2), filled };
    })
    .filter(({ filled, at }) => filled >= FILLED && at > frame.left - PAST && at < frame.right + PAST);
  const match = matchColumns(edges, plan, width);
  if (!match || match.deviation > FARTHEST_OFF) return null;
  const columns = match.edges.map(({ line }) => line);
  const [left, right] = [match.edges[0]!.at, match.edges.at(-1)!.at];
  const streaks = {
    level: level.filter((line) => isPast(line, left, right)),
    plumb: edges
      .filter(({ filled, at }) => filled >= STREAK && match.edges.every((edge) => Math.abs(edge.at - at) > THICK))
      .map(({ line }) => line),
  };
  return { plan, columns, levels: levelsOf(level, left, right), streaks, misfit: match.misfit };
}

/** The box that most of the long lines end at. */
function frameOf(level: readonly TracedLine[], width: number): Box | null {
  const long = level.filter(({ inked }) => inked >= LONG * width);
  if (long.length < 2) return null;
  const [left, right] = [median(long.map(({ from }) => from)), median(long.map(({ to }) => to))];
  const middle = (left + right) / 2;
  const own = long.filter((line) => line.from < middle && line.to > middle && !isPast(line, left, right));
  const heights = own.map(({ at }) => at(middle));
  const box = { left, right, top: Math.min(...heights), bottom: Math.max(...heights) };
  return own.length >= 2 && box.bottom > box.top ? box : null;
}

/** Lines across most of the table, from the top. */
function levelsOf(level: readonly TracedLine[], left: number, right: number): TracedLine[] {
  const width = right - left;
  const across = level.filter((line) => {
    const within = Math.min(line.to, right) - Math.max(line.from, left);
    return within * (line.inked / (line.to - line.from)) >= 0.5 * width && !isPast(line, left, right);
  });
  const middle = (left + right) / 2;
  return across.sort((a, b) => a.at(middle) - b.at(middle));
}

const isPast = ({ from, to }: TracedLine, left: number, right: number): boolean =>
  from < left - PAST && to > right + PAST;
