import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseUsDate } from '#rotunda/domain';
import { describe, expect, it } from 'vitest';
import { readTsv } from '../listing-file.js';
import type { PtrFacts, PtrRowFacts } from './pdf/ptr-facts.js';
import { readHouseFacts } from './read-facts.js';
import { type PaperRowFacts, UNREADABLE } from './scan/paper-facts.js';

const FIXTURES = process.env['ROTUNDA_FIXTURES'] ?? resolve(import.meta.dirname, '../../../../../shared/fixtures');
const READ_BY_EYE = resolve(FIXTURES, 'house/expected/paper_rows.tsv');
const SECOND_READER = resolve(FIXTURES, 'house/expected/rows_poppler.csv');
const hasFixtures = existsSync(SECOND_READER);
if (!hasFixtures) console.warn(`Skipped: ${SECOND_READER} is missing (set ROTUNDA_FIXTURES to its folder)`);

/** The first DocID of invented filings. */
const FIRST_INVENTED = 29_990_001;
const INVENTED_FILERS = ['Example', 'Sample', 'Fiction'];

const { filings, documents } = await readHouseFacts();
const ptrs = [...documents.values()].flatMap((facts) => (facts.form === 'ptr' ? [facts.ptr] : []));
const papers = [...documents.values()].flatMap((facts) =>
  facts.form === 'paper' && facts.paper !== null ? [facts.paper] : [],
);
const rows = ptrs.flatMap((facts) => facts.rows);
const isInvented = (docId: string): boolean => docId.length === 8 && Number(docId) >= FIRST_INVENTED;
const valuesOf = (field: keyof PtrRowFacts): Set<unknown> => new Set(rows.map((row) => row[field]));
const codes = new Set(rows.map(({ asset }) => /\[(\w\w)\]$/.exec(asset)?.[1]));

describe('the facts of the House stand-in', () => {
  it('have invented rows only under invented names', () => {
    const invented = filings.filter(({ last }) => INVENTED_FILERS.includes(last)).map(({ docId }) => docId);
    expect(invented.filter((docId) => !isInvented(docId))).toEqual([]);
    expect(filings.filter(({ docId }) => isInvented(docId)).map(({ docId }) => docId)).toEqual(invented);
  });

  it('have signatures and filing dates that are real calendar dates', () => {
    const unreadable = ptrs.filter(({ signedOn }) => parseUsDate(signedOn) === null);
    expect(unreadable).toEqual([]);
    expect(filings.filter(({ filingDate }) => filingDate !== '' && parseUsDate(filingDate) === null)).toEqual([]);
  });

  it('contain every kind of filing', () => {
    const count = (holds: (facts: PtrFacts) => boolean): number => ptrs.filter(holds).length;
    const paper = [...documents.values()].filter(({ form }) => form === 'paper').length;
    expect(filings.length).toBeGreaterThanOrEqual(80);
    expect(count(({ template }) => template === 'older')).toBeGreaterThanOrEqual(20);
    expect(count(({ template }) => template === 'newer')).toBeGreaterThanOrEqual(50);
    expect(paper).toBeGreaterThanOrEqual(20);
    expect(count((facts) => facts.rows.length > 100)).toBeGreaterThanOrEqual(2);
    expect(count((facts) => facts.rows.every(({ capGainsOver200 }) => capGainsOver200 === null))).toBeGreaterThan(3);
    expect(new Set(filings.map(({ filingType }) => filingType)).size).toBeGreaterThan(10);
    const years = new Set(filings.map(({ filingDate }) => parseUsDate(filingDate)?.slice(0, 4)));
    for (let year = 2014; year <= 2026; year += 1) expect(years).toContain(String(year));
    const ofTheYearBefore = filings.filter(({ filingType, filingDate, year }) => {
      return filingType === 'P' && Number(parseUsDate(filingDate)?.slice(0, 4)) > year;
    });
    expect(ofTheYearBefore.length).toBeGreaterThan(5);
  });

  it('contain every kind of row', () => {
    expect(valuesOf('owner')).toEqual(new Set(['', 'SP', 'JT', 'DC']));
    expect(valuesOf('type')).toEqual(new Set(['P', 'S', 'S (partial)', 'E', 'p', 's', 's (partial)']));
    expect(valuesOf('status')).toEqual(new Set(['New', 'Amended', 'Deleted']));
    expect(valuesOf('capGainsOver200')).toEqual(new Set([true, false, null]));
    for (const field of ['subholding', 'location', 'description', 'comment', 'rowId'] as const) {
      expect(rows.filter((row) => row[field] !== '').length, field).toBeGreaterThan(3);
    }
    for (const code of ['ST', 'GS', 'OT', 'CS', 'OP', 'HN', 'CT', 'OI', 'PS', 'AB', 'OL', 'ET']) {
      expect(codes).toContain(code);
    }
    expect(codes).toContain(undefined);
    const amounts = valuesOf('amount');
    for (const amount of ['Over $50,000,000', 'Spouse/DC Over $1,000,000', '$509.87', '$25,000,001 - $50,000,000']) {
      expect(amounts).toContain(amount);
    }
    expect(rows.some(({ asset }) => asset.includes('(COF$I)'))).toBe(true);
    expect(ptrs.some((facts) => new Set(facts.rows.map((row) => JSON.stringify(row))).size < facts.rows.length)).toBe(
      true,
    );
    expect(rows.some(({ tradedOn, notifiedOn }) => parseUsDate(tradedOn)! > parseUsDate(notifiedOn)!)).toBe(true);
  });
});

describe('the facts of reports on paper', () => {
  it('fit on the sheets of their forms', () => {
    const lines = { A12: [5, 6], C20: [4, 7] };
    for (const { docId, form, sheets, notes } of papers) {
      const counts = sheets.map((sheet, page) => [sheet.length, lines[form][Math.min(page, 1)]!] as const);
      expect(
        counts.filter(([written, room]) => written > room),
        docId,
      ).toEqual([]);
      expect(sheets.flat().length === 0, docId).toBe(notes.length > 0);
    }
  });

  it('contain every class but attachments, unread cells and missing marks', () => {
    const written = papers.flatMap(({ sheets }) => sheets.flat());
    expect(new Set(papers.map(({ hand }) => hand))).toEqual(new Set(['typed', 'handwritten']));
    expect(papers.filter(({ sheets }) => sheets.flat().length === 0).map(({ hand }) => hand)).toContain('typed');
    expect(new Set(papers.map(({ rotation }) => rotation))).toEqual(new Set([0, 270]));
    expect(written.some(({ tradedOn }) => tradedOn === UNREADABLE)).toBe(true);
    expect(written.some(({ amount }) => amount === '')).toBe(true);
    expect(written.length).toBeGreaterThan(20);
  });
});

describe.skipIf(!hasFixtures)('the rows under real names', () => {
  it('are the same as a second reader finds in the real documents', () => {
    const expected = new Map<string, string[]>();
    for (const line of readFileSync(SECOND_READER, 'utf8').trim().split(/\r?\n/).slice(1)) {
      const [docId = '', , ...cells] = line.match(/(?<=^|,)(?:"[^"]*"|[^,]*)/g) ?? [];
      expected.set(docId, [...(expected.get(docId) ?? []), cells.join('|').replaceAll('"', '').toLowerCase()]);
    }
    for (const { docId, rows: known } of ptrs.filter((facts) => !isInvented(facts.docId))) {
      const ours = known.map((row) =>
        [row.rowId, row.owner, row.type, row.tradedOn, row.notifiedOn, row.amount, row.status].join('|').toLowerCase(),
      );
      expect(ours, docId).toEqual(expected.get(docId));
    }
  });

  it('are, on paper, those that were read by eye', async () => {
    const known = await readTsv(READ_BY_EYE);
    for (const { docId, sheets } of papers) {
      const expected = known.filter((row) => row['doc_id'] === docId).map(inFacts);
      const ours = sheets.flatMap((sheet, index) => sheet.map((row) => ({ page: String(index + 1), ...row })));
      expect(ours, docId).toEqual(expected);
    }
  });
});

/** A row as read by eye; cells that the reader doubted are no facts. */
function inFacts(row: Record<string, string>): PaperRowFacts & { page: string } {
  const doubted = row['doubtful']!.split(/[, ]+/);
  const cell = (name: string): string => (doubted.includes(name) ? UNREADABLE : row[name]!);
  return {
    page: row['page']!,
    owner: cell('owner'),
    asset: cell('asset_name'),
    type: cell('type'),
    tradedOn: cell('traded_on'),
    notifiedOn: cell('notified_on'),
    amount: cell('amount'),
  };
}
