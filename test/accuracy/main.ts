import { HOUSE_SOURCES_LEFT_OUT, houseAccuracy } from './house-accuracy.js';
import { parseArgs } from 'node:util';
import { CHAMBERS } from '#rotunda/contracts';
import { hasFixtures } from './fixtures.js';
import { paperAccuracy } from './paper/paper-accuracy.js';
import { hasPaper } from './paper/paper-expected.js';
import { barsOf, isBelow, printPaper } from './paper/print-paper.js';
import { SENATE_SOURCES_LEFT_OUT, senateAccuracy } from './senate-accuracy.js';
import { type AccuracyReport, barOf, isBelowBar, percentRight } from './tally.js';

/**
 * `npm run accuracy`: compares what the parsers read from the real documents with what others read from them, by field;
 * then scans with what was read from them by eye, by class and form. Exits with 1 if anything is below its bar.
 * `npm run accuracy -- --paper --faults 500` compares the scans alone, and lists up to 500 differences.
 */
const COLUMNS = ['expected', 'found', 'wrong', 'missing', 'extra', 'disputed'] as const;
const SHOWN_FAULTS = 20;

function print({ chamber, fields, faults, settled }: AccuracyReport, leftOut: readonly string[]): void {
  const line = (name: string, values: readonly string[]): string =>
    `${name.padEnd(16)}${values.map((value) => value.padStart(10)).join('')}`;
  console.log(line(chamber, [...COLUMNS, 'right %', 'bar %']));
  for (const field of fields) {
    const counts = COLUMNS.map((column) => String(field[column]));
    const below = isBelowBar(chamber, field) ? '  BELOW' : '';
    console.log(
      `${line(field.field, [...counts, percentRight(field).toFixed(2), barOf(chamber, field.field).toFixed(1)])}${below}`,
    );
  }
  for (const { document, row, field, expected, found, source } of faults.slice(0, SHOWN_FAULTS)) {
    console.log(`  ${document} row ${row} ${field}: read "${found}", ${source} has "${expected}"`);
  }
  if (faults.length > SHOWN_FAULTS) console.log(`  … and ${faults.length - SHOWN_FAULTS} more`);
  for (const { document, row, field } of settled) {
    console.log(`  no longer disputed, remove from disputed.tsv: ${document} row ${row} ${field}`);
  }
  console.log(`  not compared: ${leftOut.join('; ')}\n`);
}

const { values: wanted } = parseArgs({
  options: { paper: { type: 'boolean', default: false }, faults: { type: 'string', default: String(SHOWN_FAULTS) } },
});
const chambersWithPaper = CHAMBERS.filter(hasPaper);
const reports: AccuracyReport[] = [];
if (!hasFixtures('senate') && !hasFixtures('house') && chambersWithPaper.length === 0)
  console.log('Skipped: there are no real documents (set ROTUNDA_FIXTURES to their folder).');
if (hasFixtures('senate') && !wanted.paper) {
  const report = senateAccuracy();
  reports.push(report);
  print(report, SENATE_SOURCES_LEFT_OUT);
}
if (hasFixtures('house') && !wanted.paper) {
  const report = await houseAccuracy();
  reports.push(report);
  print(report, HOUSE_SOURCES_LEFT_OUT);
}
const paper = chambersWithPaper.length > 0 ? await paperAccuracy(chambersWithPaper) : null;
if (paper) printPaper(paper, Number(wanted.faults));
const isBelowAny =
  reports.some(({ chamber, fields }) => fields.some((field) => isBelowBar(chamber, field))) ||
  (paper !== null && barsOf(paper).some(isBelow));
process.exitCode = isBelowAny ? 1 : 0;
