import type { Chamber } from '#rotunda/domain';
import { expectedScans, type ExpectedScan } from './paper-expected.js';
import { isRight, pairRows, ROW_FIELDS, type RowPair } from './paper-alignment.js';
import { type FoundScan, PaperReader } from './paper-reading.js';
import { count, emptyTally, formOf, formsOf, type RowTally } from './paper-tally.js';

export interface PaperReport {
  scans: number;
  sheets: number;
  /** Right ones. */
  classes: number;
  rotations: number;
  forms: number;
  /** By hand, class and form. */
  rows: { hand: Groups; class: Groups; form: Groups };
  all: RowTally;
  faults: string[];
  secondsPerSheet: number;
  /** Of this process with all its threads. */
  peakMebibytes: number;
  /** Scans whose every row is stored. */
  settled: number;
}

type Groups = Map<string, RowTally>;

/** Reads all scans of the chambers as the scrapers do, and compares them with what was read by eye. */
export async function paperAccuracy(chambers: readonly Chamber[]): Promise<PaperReport> {
  const reader = new PaperReader();
  const report = emptyReport();
  let seconds = 0;
  try {
    for (const scan of chambers.flatMap(expectedScans)) {
      const found = await reader.read(scan);
      seconds += found.seconds;
      add(report, scan, found);
    }
  } finally {
    await reader.close();
  }
  report.secondsPerSheet = seconds / Math.max(1, report.sheets);
  report.peakMebibytes = process.resourceUsage().maxRSS / 1024;
  return report;
}

const emptyReport = (): PaperReport => ({
  ...{ scans: 0, sheets: 0, classes: 0, rotations: 0, forms: 0, settled: 0, secondsPerSheet: 0, peakMebibytes: 0 },
  rows: { hand: new Map(), class: new Map(), form: new Map() },
  all: emptyTally(),
  faults: [],
});

function add(report: PaperReport, scan: ExpectedScan, found: FoundScan): void {
  const fault = (text: string): void => void report.faults.push(`${scan.id} ${text}`);
  report.scans += 1;
  report.sheets += found.sheets.length;
  if (found.reasons.length === 0) report.settled += 1;
  if (found.class === scan.class) report.classes += 1;
  else fault(`class: read ${found.class}, is ${scan.class}`);
  const turned = found.sheets.filter(({ rotation }) => rotation !== scan.rotation);
  report.rotations += found.sheets.length - turned.length;
  for (const { page, rotation } of turned) fault(`page ${page} rotation: read ${rotation}, is ${scan.rotation}`);
  const forms = formsOf(found.sheets);
  if (forms === scan.form) report.forms += 1;
  else fault(`form: read ${forms || 'none'}, is ${scan.form}`);
  for (const pair of pairRows(scan, found.rows)) addRow(report, scan, pair, fault);
}

function addRow(report: PaperReport, scan: ExpectedScan, pair: RowPair, fault: (text: string) => void): void {
  const { page } = (pair.expected ?? pair.found)!;
  const groups = [
    [report.rows.class, scan.class],
    [report.rows.form, formOf(scan, page)],
    ...(pair.expected ? [[report.rows.hand, pair.expected.hand] as const] : []),
  ] as const;
  for (const tally of [report.all, ...groups.map(([group, key]) => tallyOf(group, key))]) count(tally, pair);
  for (const text of faultsOf(pair)) fault(`page ${page} ${text}`);
}

function tallyOf(groups: Groups, key: string): RowTally {
  const tally = groups.get(key) ?? emptyTally();
  groups.set(key, tally);
  return tally;
}

function faultsOf({ expected, found }: RowPair): string[] {
  if (!expected) return [`extra row "${found!.cells.asset}"${found!.isStored ? ', stored' : ''}`];
  const name = `"${expected.cells.asset}" (${expected.hand})`;
  if (!found) return [`missing row ${name}`];
  return ROW_FIELDS.filter((field) => !isRight(field, expected, found.cells)).map(
    (field) =>
      `${name} ${field}: read "${found.cells[field]}", is "${expected.cells[field]}"${found.isStored ? ', stored' : ''}`,
  );
}
