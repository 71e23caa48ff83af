import type { TracedLine } from './traced-line.js';

/** Pieces of one line are this far off each other at most. */
const FARTHEST_OFF = 4;
/** A longer gap is one between two tables. */
const WIDEST_GAP = 640;
/** Pieces may overlap by a stripe. */
const OVERLAP = 32;

/** Puts the pieces of a broken line together. */
export function joinLines(lines: readonly TracedLine[]): TracedLine[] {
  const groups: TracedLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.from - b.from)) {
    const before = groups
      .map((group) => ({ group, last: group.at(-1)! }))
      .filter(({ last }) => last.to <= line.from + OVERLAP && line.from - last.to <= WIDEST_GAP)
      .map(({ group, last }) => ({ group, off: Math.abs(last.at(last.to) - line.at(line.from)) }))
      .filter(({ off }) => off <= FARTHEST_OFF)
      .sort((a, b) => a.off - b.off)[0];
    if (before) before.group.push(line);
    else groups.push([line]);
  }
  return groups.map(joined);
}

function joined(pieces: readonly TracedLine[]): TracedLine {
  const [first, last] = [pieces[0]!, pieces.at(-1)!];
  if (pieces.length === 1) return first;
  const inked = pieces.reduce((sum, piece) => sum + piece.inked, 0);
  const mean = (value: (piece: TracedLine) => number): number =>
    pieces.reduce((sum, piece) => sum + value(piece) * piece.inked, 0) / inked;
  return {
    from: first.from,
    to: last.to,
    inked,
    density: mean(({ density }) => density),
    thickness: mean(({ thickness }) => thickness),
    at: (along) => (pieces.find(({ to }) => along <= to) ?? last).at(along),
  };
}
