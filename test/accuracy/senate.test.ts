import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LayoutChangedError } from '#rotunda/domain';
import { parsePaperWrapper } from '../../apps/senate-scraper/src/parse/parse-paper-wrapper.js';
import { parsePtr } from '../../apps/senate-scraper/src/parse/parse-ptr.js';
import { parseSearchAnswer } from '../../apps/senate-scraper/src/parse/parse-search-answer.js';
import { recognisePage } from '../../apps/senate-scraper/src/parse/page/recognise-page.js';
import { filesIn, hasFixtures, readBytes, readJson, readTable } from './fixtures.js';
import { parseSenateFile, senateAccuracy } from './senate-accuracy.js';
import { isBelowBar } from './tally.js';

const isThere = hasFixtures('senate');

describe.skipIf(!isThere)('the Senate’s real pages', () => {
  const documents = isThere ? readTable('senate', 'documents.tsv') : [];

  it('are read as others read them, cell by cell, except for the disputed cases', () => {
    const { fields, faults, settled } = senateAccuracy();
    expect(faults).toEqual([]);
    expect(settled).toEqual([]);
    expect(fields.filter((field) => isBelowBar('senate', field))).toEqual([]);
    const expected = Object.fromEntries(fields.map((field) => [field.field, field.expected]));
    expect(expected).toMatchObject({ rows_in_page: 563, rows_by_owner: 563, owner: 9_296, comment: 5_996 });
  });

  it('pass every gate', () => {
    let rowCount = 0;
    for (const { file } of documents) {
      const filing = parseSenateFile(file!);
      rowCount += filing.transactions.length;
      expect(filing, file).toMatchObject({
        filedTime: expect.stringMatching(/^\d\d:\d\d$/) as string,
        expectedRows: filing.transactions.length,
        reviewReasons: [],
        qualityFlags: [],
      });
    }
    expect([documents.length, rowCount]).toEqual([563, 4_699]);
  });

  it('in the listing all have transactions', () => {
    const listed = readTable('senate', 'listing.tsv').filter(({ kind }) => kind === 'ptr');
    for (const { file } of listed) expect(parseSenateFile(file!).transactions, file).not.toEqual([]);
    expect(listed).toHaveLength(529);
  });

  it('number the amendments', () => {
    const numbers = documents.map(({ file }) => parseSenateFile(file!).amendmentNo).filter((number) => number !== null);
    const recorded = documents.flatMap(({ features }) => /amendment-(\d+)/.exec(features!)?.[1] ?? []).map(Number);
    expect(numbers).toEqual(recorded);
    expect([1, 2, 3].map((wanted) => numbers.filter((number) => number === wanted).length)).toEqual([45, 10, 2]);
  });

  it('have flags for filers’ errors only, not for parser errors', () => {
    const flags = documents.flatMap(({ file }) =>
      parseSenateFile(file!).transactions.flatMap((row) => row.qualityFlags),
    );
    expect(new Set(flags)).toEqual(new Set(['traded_after_filed', 'exchange_without_counterpart']));
    expect(flags.filter((flag) => flag === 'traded_after_filed')).toHaveLength(6);
    expect(flags.filter((flag) => flag === 'exchange_without_counterpart')).toHaveLength(12);
  });

  it('are rejected where they are other reports, with an error that says what they are', () => {
    const files = filesIn('senate', 'other-reports');
    for (const file of files) {
      const bytes = readBytes('senate', `other-reports/${file}`);
      expect(recognisePage(bytes.toString()), file).toBe('other-report');
      expect(() => parsePtr(bytes), file).toThrow(LayoutChangedError);
    }
    expect(files).toHaveLength(13);
  });

  it('of paper are recognised with all their pictures', () => {
    const files = filesIn('senate', 'paper').filter((file) => file.endsWith('.html'));
    const pictures = files.map((file) => {
      const bytes = readBytes('senate', `paper/${file}`);
      expect(recognisePage(bytes.toString()), file).toBe('paper');
      const { externalId, imageUrls, ...filing } = parsePaperWrapper(bytes);
      expect(filing).toMatchObject({ format: 'paper', transactions: [], expectedRows: null, reviewReasons: [] });
      expect(externalId).toBe(basename(file, '.html'));
      return imageUrls.map((url) =>
        url.replace('https://efd-media-public.senate.gov/media/2025/2/000/000/0000000', ''),
      );
    });
    expect(pictures).toEqual([
      ['39.gif', '40.gif', '41.gif', '42.gif'],
      ['67.gif', '68.gif', '69.gif', '70.gif', '71.gif'],
      ['73.gif', '74.gif', '75.gif', '76.gif', '77.gif'],
    ]);
  });

  it.each([
    ['agreement.html', 'agreement'],
    ['search-form.html', 'search'],
    ['search-form.dom.html', 'search'],
  ])('are never mistaken for %s, which a lost session shows', (file, kind) => {
    const bytes = readBytes('senate', `pages/${file}`);
    expect(recognisePage(bytes.toString())).toBe(kind);
    expect(() => parsePtr(bytes)).toThrow(LayoutChangedError);
    expect(() => parsePaperWrapper(bytes)).toThrow(LayoutChangedError);
  });

  it('are listed in the real answers of the search', () => {
    const window = parseSearchAnswer(readJson('senate', 'search/report-data-2026-06-window.json'));
    expect([window.recordsFiltered, ...kindsOf(window)]).toEqual([13, 12, 1, 0]);
    // Listed as `Moran,  `.
    expect(window.reports.find(({ first }) => first === 'Jerry')).toMatchObject({ last: 'Moran' });
    const earliest = parseSearchAnswer(readJson('senate', 'search/report-data-earliest-2012.json'));
    expect([earliest.recordsFiltered, ...kindsOf(earliest)]).toEqual([2_383, 0, 10, 0]);
    expect(earliest.reports[0]).toMatchObject({
      externalId: 'cdfdaf62-18ea-4298-b0c5-62085a6ec3cd',
      path: '/search/view/paper/CDFDAF62-18EA-4298-B0C5-62085A6EC3CD/',
      first: 'BENJAMIN L',
      filedOn: '2012-07-25',
    });
    const data = readJson('senate', 'search/odd-listing-rows.json') as unknown[];
    const odd = parseSearchAnswer({ draw: 1, recordsTotal: 13, recordsFiltered: 13, data, result: 'ok' });
    expect(kindsOf(odd)).toEqual([3, 4, 6]);
    // Listed as `Young, 2245623`.
    expect(odd.reports.find(({ first }) => first === 'Senator Todd')).toMatchObject({ last: 'Young' });
  });
});

function kindsOf({ reports }: { reports: { kind: string }[] }): number[] {
  return ['ptr', 'paper', 'other'].map((wanted) => reports.filter(({ kind }) => kind === wanted).length);
}
