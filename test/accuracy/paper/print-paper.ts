import type { PaperReport } from './paper-accuracy.js';
import { emptyTally, type RowTally } from './paper-tally.js';

interface Bar {
  name: string;
  share: number;
  /** Least share, of 1. */
  bar: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

/** What must be reached. Seconds and mebibytes are those of this machine, with what else runs on it. */
export function barsOf({ scans, sheets, rows, all, ...report }: PaperReport): Bar[] {
  const [typed, written] = [rows.hand.get('typed') ?? emptyTally(), rows.hand.get('handwritten') ?? emptyTally()];
  return [
    { name: 'class', share: share(report.classes, scans), bar: 0.98 },
    { name: 'rotation', share: share(report.rotations, sheets), bar: 1 },
    { name: 'form', share: share(report.forms, scans), bar: 0.98 },
    { name: 'rows found, typed', share: share(typed.found, typed.expected), bar: 0.99 },
    { name: 'rows found, handwritten', share: share(written.found, written.expected), bar: 0.95 },
    { name: 'type and amount, typed', share: share(typed.typeAndAmount, typed.expected), bar: 0.99 },
    { name: 'type and amount, handwritten', share: share(written.typeAndAmount, written.expected), bar: 0.97 },
    { name: 'dates, typed', share: share(typed.dates, typed.expected), bar: 0.97 },
    { name: 'owner', share: share(all.owner, all.expected), bar: 0.99 },
    { name: 'asset, typed', share: share(typed.asset, typed.expected), bar: 0.95 },
    { name: 'stored, typed', share: share(typed.stored, typed.expected), bar: 0.6 },
    { name: 'stored rows right', share: share(all.storedRight, all.stored), bar: 0.995 },
    { name: 'seconds a sheet, 2 at most', share: Math.min(1, 2 / report.secondsPerSheet), bar: 1 },
    { name: 'MiB, 400 at most', share: Math.min(1, 400 / report.peakMebibytes), bar: 1 },
  ];
}

export const isBelow = ({ share: reached, bar }: Bar): boolean => reached < bar;

const COLUMNS = ['rows', 'found', 'extra', 'owner', 'asset', 'type+amount', 'dates', 'stored', 'stored right'];
const NAME_WIDTH = 30;
const WIDTH = 13;

/** @param shownFaults the number of differences to list */
export function printPaper(report: PaperReport, shownFaults: number): void {
  const { scans, sheets, settled, secondsPerSheet, peakMebibytes } = report;
  console.log(
    `paper: ${scans} scans, ${sheets} sheets; every row stored in ${settled} scans; ` +
      `${secondsPerSheet.toFixed(2)} s a sheet, ${peakMebibytes.toFixed(0)} MiB at most`,
  );
  console.log(lineOf('', COLUMNS));
  for (const groups of [report.rows.hand, report.rows.class, report.rows.form]) {
    for (const [name, tally] of groups) console.log(lineOf(name, cellsOf(tally)));
    console.log('');
  }
  console.log(lineOf('all', cellsOf(report.all)));
  console.log(lineOf('\nbar', ['%', 'bar %']));
  for (const bar of barsOf(report)) {
    const below = isBelow(bar) ? '  BELOW' : '';
    console.log(`${lineOf(bar.name, [percent(bar.share), percent(bar.bar)])}${below}`);
  }
  for (const fault of report.faults.slice(0, shownFaults)) console.log(`  ${fault}`);
  if (report.faults.length > shownFaults) console.log(`  … and ${report.faults.length - shownFaults} more`);
}

const lineOf = (name: string, cells: readonly string[]): string =>
  `${name.padEnd(NAME_WIDTH)}${cells.map((cell) => cell.padStart(WIDTH)).join('')}`;

const percent = (part: number): string => (100 * part).toFixed(1);

const cellsOf = ({ expected, found, extra, owner, asset, typeAndAmount, dates, stored, storedRight }: RowTally) => [
  ...[String(expected), String(found), String(extra)],
  ...[owner, asset, typeAndAmount, dates, stored].map((part) => percent(share(part, expected))),
  percent(share(storedRight, stored)),
];
