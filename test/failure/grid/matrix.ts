import { POINTS, type Point } from './points.js';
import { type Cell, type Fault, GRID, type VictimKind } from '../stand/strikes.js';

type Column = Point | 'any moment';

/** Counts how often each fault struck each victim, and where the work was. */
export class Matrix {
  private readonly counts = new Map<string, number>();
  private readonly resumedMs: number[] = [];
  private cells = new Set<string>();

  count(fault: Fault, victim: VictimKind, column: Column): void {
    const cell = `${fault}/${victim}/${column}`;
    this.cells.add(cell);
    this.counts.set(cell, this.of(fault, victim, column) + 1);
  }

  of(fault: Fault, victim: VictimKind, column: Column): number {
    return this.counts.get(`${fault}/${victim}/${column}`) ?? 0;
  }

  /** Records how long after a fault's end all of the round's work was done. */
  resumed(ms: number): void {
    this.resumedMs.push(ms);
  }

  /** Number of strikes; one may hit work at six points. */
  get faults(): number {
    return this.resumedMs.length;
  }

  /** The given cells that were not tried, with the point. */
  untried(of: Cell[]): string[] {
    const all = of.flatMap(({ fault, victim }) => POINTS.map((point) => `${fault}/${victim}/${point}`));
    return all.filter((cell) => !this.cells.has(cell));
  }

  /** Prints a Markdown table; `–` for a cell that was not tried. */
  print(): string {
    const columns: Column[] = [...POINTS, 'any moment'];
    const rows = GRID.map(({ fault, victim }) => [
      fault,
      victim,
      ...columns.map((column) => String(this.of(fault, victim, column) || '–')),
    ]);
    const table = [['fault', 'victim', ...columns], ...rows];
    const widths = table[0]!.map((_, i) => Math.max(...table.map((row) => row[i]!.length)));
    const lines = table.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`);
    lines.splice(1, 0, `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`);
    return [...lines, '', this.summary()].join('\n');
  }

  get medianResumedMs(): number {
    return this.resumedMs.toSorted((a, b) => a - b)[Math.floor(this.faults / 2)] ?? 0;
  }

  private summary(): string {
    const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
    return (
      `${this.faults} faults. From a fault’s end until all of its work was done: ` +
      `median ${seconds(this.medianResumedMs)}, longest ${seconds(Math.max(0, ...this.resumedMs))}.`
    );
  }
}
