import { describe, expect, it } from 'vitest';
import { parsePtr, type ParsedPtr } from './parse-ptr.js';
import { LayoutChangedError, UnreadableDocumentError } from '#rotunda/domain';

const COLUMNS = ['#', 'Transaction Date', 'Owner', 'Ticker', 'Asset Name', 'Asset Type', 'Type', 'Amount', 'Comment'];
const EXAMPLE = ['3', '01/02/2025', 'Self', 'EXMP', 'Example Corp', 'Stock', 'Purchase', '$1,001 - $15,000', '--'];
const BOND = [
  '1',
  '01/03/2025',
  'Spouse',
  '\n  --\n ',
  'Sampletown GO 5% &amp; more <div class="text-muted"><em>Rate/Coupon:</em> 5%<br> <em>Matures:</em> 12/01/2029</div>',
  'Municipal Security',
  'Sale (Full)',
  '$15,001 - $50,000',
  'Called',
];
const EXCHANGE = [
  '3',
  '01/04/2025',
  'Child',
  '<a href="#">EXMP</a> <br> <a href="#">SMPL</a>',
  'Example Corp\n (Exchanged)\n <br> Sample Inc. (Received)',
  '',
  'Exchange',
  '$1,001 - $15,000',
  '--',
];
const ROWS = [EXAMPLE, BOND, EXCHANGE, EXAMPLE];

describe('parsePtr', () => {
  it('reads the page around the table', () => {
    expect(parsePtr(ptr({ title: 'Periodic Transaction Report\n for 01/05/2025\n (Amendment 2)' }))).toMatchObject({
      format: 'electronic',
      titleRaw: 'Periodic Transaction Report for 01/05/2025 (Amendment 2)',
      amendmentNo: 2,
      filerNameRaw: 'The Honorable Ann Example (Example, Ann)',
      filedAtRaw: '01/06/2025 @ 11:06 AM',
      filedOn: '2025-01-06',
      filedTime: '11:06',
      expectedRows: 4,
      reviewReasons: [],
      qualityFlags: [],
      parserVersion: 'senate-ptr/2',
    });
  });

  it('keeps the rows in document order, and identical rows twice', () => {
    const { transactions } = parsePtr(ptr({}));
    expect(transactions.map(({ ordinal, place }) => [ordinal, place.domRow])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
    expect(transactions[3]).toEqual({ ...transactions[0], ordinal: 4, place: { page: null, box: null, domRow: 4 } });
  });

  it('reads cells with line breaks, links, entities and details', () => {
    const { transactions } = parsePtr(ptr({}));
    expect(transactions[1]).toMatchObject({
      owner: 'spouse',
      tickerRaw: '--',
      assetNameRaw: 'Sampletown GO 5% & more',
      assetName: 'Sampletown GO 5% & more',
      bond: { rate: '5%', matures: '12/01/2029' },
      comment: 'Called',
    });
    expect(transactions[2]).toMatchObject({
      ticker: 'EXMP',
      assetName: 'Example Corp',
      assetType: null,
      exchange: { asset: 'Sample Inc.', ticker: 'SMPL' },
    });
  });

  it.each([
    ['01/06/2025 @ 10 AM', '10:00'],
    ['01/06/2025 @ 12 AM', '00:00'],
    ['01/06/2025 @ 12:30 PM', '12:30'],
    ['01/06/2025 @ 6 PM', '18:00'],
  ])('reads the time of %j', (filed, filedTime) => {
    expect(parsePtr(ptr({ filed }))).toMatchObject({ filedAtRaw: filed, filedOn: '2025-01-06', filedTime });
  });

  it('flags an invalid time', () => {
    expect(parsePtr(ptr({ filed: '01/06/2025 @ noon' }))).toMatchObject({
      filedOn: '2025-01-06',
      filedTime: null,
      qualityFlags: ['unknown_filing_time'],
    });
  });

  it.each([
    ['a row is missing', ptr({ rows: ROWS.slice(0, 3), summaryOf: ROWS })],
    ['a row is one too many', ptr({ rows: [...ROWS, EXAMPLE], summaryOf: ROWS })],
    ['an owner has other rows than the page counts', ptr({ rows: [BOND, BOND, EXCHANGE, EXAMPLE], summaryOf: ROWS })],
    ['the page does not count its rows', ptr({ summary: '' })],
    [
      'the page counts its rows twice',
      ptr({ summary: '<li>(4 transactions total)</li><li>(4 transactions total)</li>' }),
    ],
    ['the table has no rows', ptr({ rows: [] })],
    ['nobody is named', ptr({ filer: '' })],
    ['the filing has no date', ptr({ filed: 'soon' })],
    ['the amendment has no number', ptr({ title: 'Periodic Transaction Report for 01/05/2025 (Amendment)' })],
    ['there is another section', ptr({ after: '<h3>More Transactions</h3>' })],
    ['there is another table', ptr({ after: '<table><tr><td>Example</td></tr></table>' })],
    ['a detail has an unknown label', ptr({ rows: [withAsset('Example <div><em>Custodian:</em> Bank</div>')] })],
  ])('asks for a review where %s', (_, bytes) => {
    expect(parsePtr(bytes).reviewReasons).not.toEqual([]);
  });

  it.each([
    ['is the search, as a lost session shows it', page('<form id="searchForm"></form>'), /recognised as search/],
    ['is the agreement', page('<form id="agreement_form"></form>'), /recognised as agreement/],
    ['is another report', page('<h1>Annual Report</h1><h2 class="filedReport">A</h2>'), /recognised as other-report/],
    ['is a challenge', page('<h1>Denied</h1><div id="px-captcha"></div>'), /recognised as challenge/],
    ['has no table', page('<h1>Periodic Transaction Report</h1>'), /no table at all/],
    ['has another column', ptr({ columns: [...COLUMNS, 'Broker'] }), /0 tables/],
    ['has its columns in another order', ptr({ columns: COLUMNS.toReversed() }), /0 tables/],
    ['has a row of eight cells', ptr({ rows: [EXAMPLE.slice(1)] }), /Row 1 of the table has 8 cells/],
    ['has the table twice', ptr({ copies: 2 }), /2 tables/],
  ])('refuses a page that %s', (_, bytes, message) => {
    expect(() => parsePtr(bytes)).toThrow(LayoutChangedError);
    expect(() => parsePtr(bytes)).toThrow(message);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['no page', new TextEncoder().encode('%PDF-1.7')],
    ['endless nesting', page('<div></i>'.repeat(100_000))],
    ['too many bytes', new Uint8Array(17 * 1024 * 1024)],
  ])('can’t read %s', (_, bytes) => {
    expect(() => parsePtr(bytes)).toThrow(UnreadableDocumentError);
  });
});

describe('parsePtr on a damaged page', () => {
  const whole = ptr({});
  const wanted = parsePtr(whole);

  it('never takes a page that is cut off for a whole one', () => {
    for (let length = 0; length < whole.length; length += 1) {
      expect(() => parsePtr(whole.subarray(0, length)), `${length} bytes`).toThrow(UnreadableDocumentError);
    }
  });

  it('never loses a row unnoticed where a piece of the page is missing, repeated or overwritten', () => {
    const random = randomNumbers(20_251_123);
    const outcomes = Array.from({ length: 600 }, () => outcomeOf(damage(whole, random)));
    const filings = outcomes.filter((outcome): outcome is ParsedPtr => !(outcome instanceof Error));
    const undoubted = filings.filter(({ reviewReasons }) => reviewReasons.length === 0);
    expect(undoubted.filter(({ transactions }) => transactions.length !== wanted.transactions.length)).toEqual([]);
    const counts = [outcomes.length - filings.length, filings.length - undoubted.length, undoubted.length];
    expect(Math.min(...counts)).toBeGreaterThan(20);
  });
});

/** Any error but the two typed ones fails the test. */
function outcomeOf(bytes: Uint8Array): ParsedPtr | Error {
  try {
    return parsePtr(bytes);
  } catch (error) {
    if (error instanceof UnreadableDocumentError || error instanceof LayoutChangedError) return error;
    throw error;
  }
}

function damage(bytes: Uint8Array, random: () => number): Uint8Array {
  const start = Math.floor(random() * bytes.length);
  const end = Math.min(bytes.length, start + 1 + Math.floor(random() * random() * 600));
  const piece = bytes.subarray(start, end);
  const kinds = [
    [bytes.subarray(0, start), bytes.subarray(end)],
    [bytes.subarray(0, end), piece, bytes.subarray(end)],
    [bytes.subarray(0, start), piece.map(() => 32 + Math.floor(random() * 96)), bytes.subarray(end)],
  ];
  return Buffer.concat(kinds[Math.floor(random() * kinds.length)]!);
}

/** Mulberry32: the same numbers on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function withAsset(asset: string): string[] {
  return EXAMPLE.with(4, asset);
}

interface PtrPage {
  title?: string;
  filer?: string;
  filed?: string;
  columns?: string[];
  rows?: string[][];
  summaryOf?: string[][];
  summary?: string;
  after?: string;
  copies?: number;
}

function ptr(parts: PtrPage): Uint8Array {
  const { title = 'Periodic Transaction Report for 01/05/2025', rows = ROWS, columns = COLUMNS } = parts;
  const { summary = summaryItems(parts.summaryOf ?? rows), filed = '01/06/2025 @ 11:06 AM' } = parts;
  const head = columns.map((name) => `<th scope="col">${name}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  const table = `<table class="table"><thead><tr class="header">${head}</tr></thead><tbody>${body}</tbody></table>`;
  return page(`
    <h1 class="mb-2">${title}</h1>
    <h2 class="filedReport">${parts.filer ?? 'The Honorable Ann\n Example\n (Example, Ann)'}</h2>
    <p class="muted"><strong><i class="fa fa-folder"></i> Filed  ${filed}</strong></p>
    <section class="card"><h3><i class="fa"></i>Transactions</h3><ul>${summary}</ul>
    ${table.repeat(parts.copies ?? 1)}</section>${parts.after ?? ''}`);
}

function summaryItems(rows: string[][]): string {
  const owned = (owner: string): number => rows.filter((cells) => cells[2] === owner).length;
  return `<li>(${rows.length} transaction${rows.length === 1 ? '' : 's'} total)</li><li>${owned('Self')} Self</li>
    <li>${owned('Joint')} Joint</li><li>${owned('Spouse')} Spouse</li><li>${owned('Child')} Dependent Child</li>`;
}

function page(body: string): Uint8Array {
  return new TextEncoder().encode(`<!DOCTYPE HTML><html lang="en"><body>${body}</body></html>`);
}
