import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseUsDate } from '#rotunda/domain';
import { fixturesFolder } from '#rotunda/testing';
import { describe, expect, it } from 'vitest';
import { readTsv } from '../listing-file.js';
import type { PtrFacts, PtrRowFacts } from './pages/ptr-facts.js';
import { readSenateFacts } from './read-facts.js';
import { filerTypeOf, reportTypeOf } from './pages/senate-filing.js';

const FIXTURES = fixturesFolder();
const INVENTED = /^29990000-/;
const INVENTED_FILERS = /\b(?:Example|Sample)\b/i;

const { filings, documents } = await readSenateFacts();
const ptrs = new Map([...documents].flatMap(([uuid, facts]) => (facts.form === 'ptr' ? [[uuid, facts.ptr]] : [])));
const rows = [...ptrs.values()].flatMap((facts) => facts.rows);
const valuesOf = (field: keyof PtrRowFacts): Set<string> => new Set(rows.map((row) => row[field]));
const count = (holds: (facts: PtrFacts) => boolean): number => [...ptrs.values()].filter(holds).length;

describe('the facts of the Senate stand-in', () => {
  it('have invented rows only under invented names', () => {
    const named = filings.filter(({ last }) => INVENTED_FILERS.test(last)).map(({ uuid }) => uuid);
    expect(filings.map(({ uuid }) => uuid).filter((uuid) => INVENTED.test(uuid))).toEqual(named);
    const printed = [...ptrs].filter(([, { filer }]) => INVENTED_FILERS.test(filer)).map(([uuid]) => uuid);
    expect([...ptrs.keys()].filter((uuid) => INVENTED.test(uuid))).toEqual(printed);
  });

  it('list each report once, with a real calendar date', () => {
    expect(new Set(filings.map(({ uuid }) => uuid.toLowerCase())).size).toBe(filings.length);
    expect(filings.filter(({ filedOn }) => parseUsDate(filedOn) === null)).toEqual([]);
  });

  it('contain every kind of report', () => {
    expect(ptrs.size).toBeGreaterThanOrEqual(80);
    expect(filings.filter(({ kind }) => kind === 'paper').length).toBeGreaterThanOrEqual(10);
    expect(new Set(filings.map(reportTypeOf))).toEqual(new Set([7, 10, 11, 14, 15]));
    expect(new Set(filings.map(filerTypeOf))).toEqual(new Set([1, 4, 5]));
    expect(count((facts) => facts.rows.length > 100)).toBeGreaterThanOrEqual(1);
    expect(count(({ filer }) => filer.endsWith('(Former Senator)'))).toBeGreaterThan(3);
    expect(count(({ filedAt }) => / @ \d+ [AP]M$/.test(filedAt))).toBeGreaterThan(3);
    expect(count(({ rows: known }) => new Set(known.map(withoutNumber)).size < known.length)).toBeGreaterThan(5);
    expect(count(({ rows: known }) => !isDescending(known.map(({ number }) => Number(number))))).toBeGreaterThan(3);
    const titles = new Set(filings.map(({ last, title }) => `${last}/${title}`));
    const amendments = filings.filter(({ last, title }) =>
      titles.has(`${last}/${title.replace(' (Amendment 1)', '')}`),
    );
    expect(amendments.filter(({ title }) => title.includes('Amendment')).length).toBeGreaterThan(5);
  });

  it('contain the dirt of the listing', () => {
    const lasts = filings.map(({ last }) => last);
    expect(lasts.some((last) => /,\s+$/.test(last))).toBe(true);
    expect(lasts).toContain('Young, 2245623');
    expect(lasts).toContain('CARDIN');
    expect(filings.some(({ first }) => first.endsWith(' '))).toBe(true);
    expect(filings.filter(({ uuid }) => uuid !== uuid.toLowerCase()).length).toBeGreaterThan(5);
    expect(filings.some(({ title, filedOn }) => /for \d/.test(title) && !title.includes(filedOn))).toBe(true);
  });

  it('contain every kind of row', () => {
    expect(valuesOf('owner')).toEqual(new Set(['Self', 'Spouse', 'Joint', 'Child']));
    expect(valuesOf('type')).toEqual(new Set(['Purchase', 'Sale (Full)', 'Sale (Partial)', 'Exchange']));
    expect(valuesOf('optionType')).toEqual(new Set(['', 'Call', 'Put', 'Short Sale', 'Neither']));
    expect(valuesOf('assetType')).toContain('');
    expect(valuesOf('assetType').size).toBeGreaterThanOrEqual(10);
    for (const amount of ['Over $50,000,000', 'Over $1,000,000', '$25,000,001 - $50,000,000']) {
      expect(valuesOf('amount')).toContain(amount);
    }
    for (const field of ['receivedTicker', 'receivedAsset', 'company', 'platform', 'description', 'comment'] as const) {
      expect(rows.filter((row) => row[field] !== '').length, field).toBeGreaterThan(2);
    }
    expect(rows.filter(({ ticker }) => ticker === '').length).toBeGreaterThan(50);
    expect(rows.filter(({ matures }) => matures !== '').length).toBeGreaterThan(20);
  });
});

const withoutNumber = ({ number: _, ...row }: PtrRowFacts): string => JSON.stringify(row);
const isDescending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number < numbers[index - 1]!);

interface SecondReading {
  transaction_date: string;
  owner: string;
  type: string;
  amount: string;
}

describe.skipIf(FIXTURES === null)('the facts under real names', () => {
  const senate = join(FIXTURES ?? '', 'senate');

  it('are listed as the site lists them', async () => {
    const listed = new Map((await readTsv(join(senate, 'listing.tsv'))).map((row) => [row['uuid']!, row]));
    const known = filings.filter(({ uuid }) => ptrs.has(uuid) && !INVENTED.test(uuid));
    expect(known.length).toBeGreaterThan(80);
    for (const { uuid, first, last, office, title, filedOn } of known) {
      expect(listed.get(uuid), uuid).toMatchObject({ first, last, office, title, filed: filedOn });
    }
  });

  it('have the rows that other readers of the same pages published', () => {
    const readings = secondReadings(senate);
    const checked = [...ptrs].filter(([uuid]) => readings.has(uuid));
    expect(checked.length).toBeGreaterThan(40);
    const line = (row: SecondReading): string => [row.transaction_date, row.owner, row.type, row.amount].join('|');
    for (const [uuid, facts] of checked) {
      const ours = facts.rows.map((row) => [row.tradedOn, row.owner, row.type, row.amount].join('|'));
      expect(ours.sort(), uuid).toEqual(readings.get(uuid)!.map(line).sort());
    }
  });
});

/** By UUID: rows of the second readers that NOTES.md calls "very high". */
function secondReadings(senate: string): Map<string, SecondReading[]> {
  const readings = new Map<string, SecondReading[]>();
  for (const json of readFileSync(join(senate, 'expected/senate_stock_watcher.jsonl'), 'utf8').trim().split('\n')) {
    const row = JSON.parse(json) as SecondReading & { ptr_link: string };
    const uuid = row.ptr_link.split('/').at(-2)!;
    readings.set(uuid, [...(readings.get(uuid) ?? []), row]);
  }
  for (const uuid of ptrs.keys()) {
    const file = join(senate, 'expected/jeremiak', `${uuid}.json`);
    if (existsSync(file)) readings.set(uuid, readJeremiak(file));
  }
  return readings;
}

function readJeremiak(file: string): SecondReading[] {
  const report = JSON.parse(readFileSync(file, 'utf8')) as { data: { rows: Record<string, string>[] }[] };
  return report.data[0]!.rows.map((row) => ({
    transaction_date: row['transaction-date']!,
    owner: row['owner']!,
    type: row['type']!,
    amount: row['amount']!,
  }));
}
