import { describe, expect, it } from 'vitest';
import { type CheckBox, findCheckBoxes } from '../../apps/house-scraper/src/parse/rows/cap-gains.js';
import { LayoutChangedError } from '#rotunda/domain';
import { parsePtr } from '../../apps/house-scraper/src/parse/parse-ptr.js';
import { readPdf } from '../../apps/house-scraper/src/parse/pdf/pdf-text.js';
import { readDisputed } from './disputed.js';
import { hasFixtures, readBytes, readTable } from './fixtures.js';
import { houseAccuracy, parseHouseFile } from './house-accuracy.js';
import { isBelowBar } from './tally.js';

const isThere = hasFixtures('house');
/** The reprinted header ends at 677 points; the box of the first whole row below it is at 660 or lower. */
const isBelowReprintedHeader = ({ x, y, isTicked }: CheckBox): boolean => isTicked && x > 480 && y > 675;

describe.skipIf(!isThere)('the House’s real documents', () => {
  const documents = isThere ? readTable('house', 'documents.tsv') : [];
  const electronic = documents.filter(({ file }) => file!.startsWith('ptr/'));

  it('are read as others read them, by field, except for the disputed cases', async () => {
    const { fields, faults, settled } = await houseAccuracy();
    expect(faults).toEqual([]);
    expect(settled).toEqual([]);
    expect(fields.filter((field) => isBelowBar('house', field))).toEqual([]);
    const expected = Object.fromEntries(fields.map((field) => [field.field, field.expected]));
    expect(expected).toMatchObject({ format: 357, owner: 5_463, ticker: 5_388, cap_gain_ticks: 281 });
  });

  it('pass every gate, and count as many rows as status lines', async () => {
    for (const { file, doc_id: id } of electronic) {
      const filing = await parseHouseFile(file!);
      expect(filing, id).toMatchObject({ expectedRows: filing.transactions.length, reviewReasons: [] });
      expect(filing.filerNameRaw, id).toMatch(/\S/);
    }
    expect(electronic).toHaveLength(303);
  });

  it('have a capital gains box in every row with that column', async () => {
    const values = new Map<boolean | null, number>();
    for (const { file } of electronic) {
      for (const { capGainsOver200: value } of (await parseHouseFile(file!)).transactions) {
        values.set(value, (values.get(value) ?? 0) + 1);
      }
    }
    // The six rows from before 2018, when the form had no such column.
    expect(values.get(null)).toBe(6);
  });

  it('draw a ticked box twice where a page break cuts it: these are the disputed ones', async () => {
    const disputed = readDisputed().filter(({ field }) => field === 'cap_gain_ticks');
    for (const { document, expected, found } of disputed) {
      const pages = await readPdf(readBytes('house', `ptr/${document}.pdf`));
      const atPageTop = pages.slice(1).flatMap(findCheckBoxes).filter(isBelowReprintedHeader);
      expect(atPageTop, document).toHaveLength(Number(expected) - Number(found));
    }
    expect(disputed).toHaveLength(8);
  });

  it('are rejected where they are other forms, with an error that quotes them', async () => {
    const others = documents.filter(({ file, form }) => file!.startsWith('other-forms/') && !form!.endsWith('(scan)'));
    for (const { file } of others) {
      const error: unknown = await parsePtr(readBytes('house', file!)).catch((reason: unknown) => reason);
      expect(error, file).toBeInstanceOf(LayoutChangedError);
      expect((error as Error).message).toContain('Filing ID #');
    }
    expect(others).toHaveLength(18);
  });

  it.each([
    // The amount column's heading, a split asset and sub-lines on the next page.
    ['20033408', 8, { tradedOn: '2025-10-29', ticker: 'IDXX', amountRaw: '$1,001 - $15,000', capGainsOver200: true }],
    ['20029068', 1, { ticker: 'COF$I', assetType: 'ST', subholding: 'IRA #3' }],
    ['20006851', 1, { ticker: 'LNG', tickerRaw: 'LNg', subholding: 'Spouse Brokerage 1-8714', capGainsOver200: null }],
    ['20007507', 1, { assetName: 'Amazon.com, Inc.', assetNameRaw: 'amazon.com, Inc. (aMZN)', ticker: 'AMZN' }],
    ['20011417', 13, { assetName: 'BlackLine, Inc.' }],
    ['20019530', 57, { assetName: 'DuPont de Nemours, Inc.', qualityFlags: ['case_scrambled', 'case_restored'] }],
    ['20019530', 145, { assetName: 'US Bancorp Dep SHS PFD F Non-Cumulative Series F6.5%' }],
    ['20030875', 1, { sourceRowId: '2000114315', rowStatus: 'amended', owner: 'spouse' }],
    ['20029046', 2, { sourceRowId: '2000115358', rowStatus: 'deleted', assetName: 'Echo Street GoodCo Select, LP' }],
    ['20020055', 1, { assetType: 'HN', ticker: null, owner: 'self', ownerRaw: '' }],
  ])('row %2$d of %1$s is read in full', async (id, ordinal, expected) => {
    const { transactions } = await parseHouseFile(`ptr/${id}.pdf`);
    expect(transactions[ordinal - 1]).toMatchObject({ ordinal, ...expected });
  });
});
