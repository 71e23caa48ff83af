import { describe, expect, it } from 'vitest';
import { type ListedReport, parseSearchAnswer } from '../parse/parse-search-answer.js';
import { type AskPage, readListing } from './search-listing.js';
import { PAGE_LENGTH, searchFields } from './search-request.js';

const uuid = (n: number): string => `29990000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const report = (n: number): ListedReport =>
  parseSearchAnswer({
    result: 'ok',
    recordsFiltered: 1,
    data: [['Ann', 'Example', 'Senator', `<a href="/search/view/ptr/${uuid(n)}/">PTR</a>`, '01/02/2025']],
  }).reports[0]!;
const reports = (count: number): ListedReport[] => Array.from({ length: count }, (_, n) => report(n));
const idsOf = (listed: ListedReport[]): string[] => listed.map(({ externalId }) => externalId);

/** A site that shows `listings[n]` on the nth reading; `asked` has the `start` of each page that was requested. */
function siteOf(...listings: ListedReport[][]): { ask: AskPage; asked: number[] } {
  const asked: number[] = [];
  let reading = -1;
  const ask: AskPage = async (start) => {
    asked.push(start);
    if (start === 0) reading += 1;
    const listing = listings[Math.min(reading, listings.length - 1)]!;
    return { recordsFiltered: listing.length, reports: listing.slice(start, start + PAGE_LENGTH) };
  };
  return { ask, asked };
}

describe('a listing', () => {
  it.each([
    [0, [0]],
    [1, [0]],
    [100, [0]],
    [101, [0, 100]],
    [250, [0, 100, 200]],
  ])('of %i reports is read page by page, and not beyond its end', async (count, starts) => {
    const { ask, asked } = siteOf(reports(count));
    expect(idsOf(await readListing(ask))).toEqual(idsOf(reports(count)));
    expect(asked).toEqual(starts);
  });

  it('is read again when a report was filed between two pages', async () => {
    const before = reports(150);
    const after = [report(999), ...before];
    const starts: number[] = [];
    const ask: AskPage = async (start) => {
      const listing = starts.length === 0 ? before : after;
      starts.push(start);
      return { recordsFiltered: listing.length, reports: listing.slice(start, start + PAGE_LENGTH) };
    };
    expect(idsOf(await readListing(ask))).toEqual(idsOf(after));
    expect(starts).toEqual([0, 100, 0, 100]);
  });

  it('is read again when one report is on two pages, and so another one on none', async () => {
    const right = reports(150);
    const shifted = [...right.slice(0, 100), right[99]!, ...right.slice(101)];
    const { ask, asked } = siteOf(shifted, right);
    expect(idsOf(await readListing(ask))).toEqual(idsOf(right));
    expect(asked).toHaveLength(4);
  });

  it('is an error when its pages never fit together', async () => {
    const twice = [...reports(100), ...reports(50)];
    const { ask, asked } = siteOf(twice);
    await expect(readListing(ask)).rejects.toMatchObject({ name: 'ListingUnsettled', retryable: true });
    expect(asked).toHaveLength(6);
  });

  it('is an error when the site counts more than it lists, even if it lists nothing', async () => {
    await expect(readListing(async () => ({ recordsFiltered: 3, reports: [] }))).rejects.toThrow(/3 reports.*lists 0/);
  });
});

describe('the fields of a search', () => {
  const fields = searchFields({ start: '2025-01-31', end: '2025-02-01' }, { draw: 3, start: 200 });

  it('ask for PTRs of senators and former senators, in whole days', () => {
    expect(fields).toMatchObject({
      draw: '3',
      start: '200',
      report_types: '[11]',
      filer_types: '[1, 5]',
      submitted_start_date: '01/31/2025 00:00:00',
      submitted_end_date: '02/01/2025 23:59:59',
    });
  });

  it('never ask for more reports per page than the site allows', () => {
    expect(Number(fields.length)).toBeLessThanOrEqual(100);
  });
});
