import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import type { ListedFiling } from '#rotunda/domain';
import { Members } from '#rotunda/persistence';
import { testFolder } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan, scanRow } from '../../../libs/persistence/test/sample-scans.js';
import { listedFiling, parsedRow, seed } from '../../gateway/test/disclosures/review-samples.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import type { Cli } from '../src/cli.js';
import { addCoverage } from '../src/commands/data/coverage.js';
import { addFilings } from '../src/commands/data/filings.js';
import { addLate } from '../src/commands/data/late.js';
import { addReviews } from '../src/commands/data/reviews/reviews.js';
import { addTrades } from '../src/commands/data/trades.js';
import { addMembers } from '../src/commands/members.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

let gateway: GatewayUnderTest;
let folder: string;

const on = (filedOn: string, change: Partial<ListedFiling> = {}): Partial<ListedFiling> => ({
  filedAtRaw: filedOn,
  filedOn,
  ...change,
});

beforeAll(async () => {
  [gateway, folder] = await Promise.all([GatewayUnderTest.start(), testFolder()]);
  gateway.now = new Date('2025-04-10T15:00:00Z');
  await seed(gateway, {
    filing: listedFiling('20000001', on('2025-03-20')),
    transactions: [
      parsedRow(1, { ticker: 'MSFT', assetName: `A company\nwith a name of ${'many '.repeat(9)}words` }),
      parsedRow(2, {
        tradedOn: '2025-02-01',
        amountMin: 50_000_000,
        amountMax: null,
        amountOver: true,
        type: 'sale_partial',
      }),
      parsedRow(3, { ticker: null, amountMin: 509.87, amountMax: 509.87, owner: null, ownerRaw: 'XX' }),
    ],
  });
  await seed(gateway, {
    filing: listedFiling('a-senate-id', on('2025-03-10', { chamber: 'senate', filerNameRaw: 'Another Placeholder' })),
    transactions: [parsedRow(1, { place: { page: null, box: null, domRow: 4 } })],
  });
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true });
});

const NOUNS: Record<string, (program: Command, cli: Cli) => void> = {
  trades: addTrades,
  filings: addFilings,
  coverage: addCoverage,
  late: addLate,
  reviews: addReviews,
  members: addMembers,
};

const rotunda = (noun: string, ...args: string[]): Promise<Outcome> =>
  new RunningVerb(NOUNS[noun]!, [noun, ...args, '--gateway', gateway.url]).outcome();
const lines = ({ stdout }: Outcome): string[] => stdout.trimEnd().split('\n');
const UNKNOWN = '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b';

describe('trades', () => {
  it('are a table, with both bounds of each amount, and the words of the document where they are not understood', async () => {
    const { stdout, stderr } = await rotunda('trades');
    const cells = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/).slice(0, -1));
    expect(cells).toEqual([
      ['FILED', 'MEMBER', 'OWNER', 'TYPE', 'ASSET', 'TRADED', 'AMOUNT'],
      [
        ...['2025-03-20', 'Placeholder Example', 'spouse', 'purchase', 'MSFT A company with a name of many…'],
        ...['2025-03-01', '$1,001 - $15,000'],
      ],
      [
        '2025-03-20',
        'Placeholder Example',
        'spouse',
        'sale partial',
        'EXA Example 2 Corp',
        '2025-02-01',
        'over $50,000,000',
      ],
      ['2025-03-20', 'Placeholder Example', 'XX', 'purchase', 'Example 3 Corp', '2025-03-01', '$509.87'],
      [
        '2025-03-10',
        'Another Placeholder',
        'spouse',
        'purchase',
        'EXA Example 1 Corp',
        '2025-03-01',
        '$1,001 - $15,000',
      ],
    ]);
    expect(stderr).toBe('');
  });

  it('are as many as wanted, with a hint at the rest', async () => {
    const some = await rotunda('trades', 'list', '--limit', '2');
    expect([lines(some).length, some.stderr]).toEqual([3, 'These are the first 2; --limit or --all shows more.\n']);
    expect(lines(await rotunda('trades', '--all', '--quiet'))).toHaveLength(4);
    const { next_cursor, data, notice } = JSON.parse((await rotunda('trades', '--limit', '2', '--json')).stdout) as {
      next_cursor: string;
      data: unknown[];
      notice: string;
    };
    expect([next_cursor, data.length, notice]).toEqual([expect.any(String), 2, expect.stringContaining('13107(c)')]);
  });

  it.each([
    [['--chamber', 'senate'], 1],
    [['--type', 'sale_partial', '--traded-to', '2025-02-28'], 1],
    [['--owner', 'spouse', '--member', 'placeholder ex', '--filed-from', '2025-03-20'], 2],
  ])('are found by %j', async (options, count) => {
    expect(lines(await rotunda('trades', ...options, '-q'))).toHaveLength(count);
  });

  it('are shown with their place in the source document and its address', async () => {
    const [id] = lines(await rotunda('trades', '--quiet', '--limit', '1'));
    const { stdout } = await rotunda('trades', 'show', id!);
    expect(stdout).toMatch(/^filer +Placeholder Example \(house, XX00, no member\)$/m);
    expect(stdout).toMatch(/^filed +2025-03-20, 19 days after the trade$/m);
    expect(stdout).toMatch(/^place +page 2, box 22 100 580 120 \(left bottom right top, in PDF points\)$/m);
    expect(stdout).toMatch(/^document +https:\/\/disclosures\.example\/ptr-pdfs\/20000001\.pdf$/m);
    const [, archived] = /^archived +(\S+) /m.exec(stdout)!;
    expect((await fetch(archived!)).status).toBe(200);
    const [ofSenate] = lines(await rotunda('trades', '--chamber', 'senate', '-q'));
    expect((await rotunda('trades', 'show', ofSenate!)).stdout).toMatch(/^place +row 4 of the page’s table$/m);
  });

  it('say what is wrong with the words, and that there is none', async () => {
    expect(await rotunda('trades', '--limit', '0')).toEqual(failure(/whole number from 1/, 'usage'));
    expect(await rotunda('trades', '--filed-from', '2025-02-30')).toEqual(failure(/A day is YYYY-MM-DD/, 'usage'));
    expect(await rotunda('trades', 'show', UNKNOWN)).toEqual(failure(/There is no trade/, 'not_found'));
    expect((await rotunda('trades', '--ticker', 'NONE')).stdout).toBe('There are no such trades.\n');
  });
});

describe('filings', () => {
  it('are listed, and shown with their trades', async () => {
    expect(lines(await rotunda('filings'))[1]).toMatch(
      /^2025-03-20 {2}house {4}Placeholder Example {2}20000001 {5}electronic {2}parsed {2}[0-9a-f-]{36}$/,
    );
    const [id] = lines(await rotunda('filings', '--status', 'parsed', '--chamber', 'house', '-q'));
    const shown = lines(await rotunda('filings', 'show', id!));
    expect(shown[0]).toMatch(new RegExp(`^filing +${id} \\(house 20000001\\)$`));
    expect(shown.slice(-4).map((line) => line.trim().split(/ {2,}/)[0])).toEqual(['ROW', '1', '2', '3']);
  });
});

describe('members', () => {
  it('are listed with their last term, and shown with what they filed', async () => {
    const term = { chamber: 'house', state: 'CA', district: 14, party: 'Independent', startsOn: '2025-01-03' } as const;
    const name = { first: 'Testina', middle: null, last: 'Sample', suffix: null, nickname: null, officialFull: null };
    await gateway.owner.get(Members).import({
      ...{ asOf: '2025-04-01', source: 'a test' },
      members: [{ bioguide: 'S900001', name, otherNames: [], terms: [{ ...term, endsOn: '2027-01-03' }] }],
    });
    expect(lines(await rotunda('members', '--state', 'ca'))).toEqual([
      'BIOGUIDE  NAME            CHAMBER  SEAT   PARTY        FROM        TO',
      'S900001   Testina Sample  house    CA-14  Independent  2025-01-03  2027-01-03',
    ]);
    const { stdout } = await rotunda('members', 'show', 'S900001');
    expect(stdout).toMatch(/^member +Testina Sample \(S900001\)\nfilings +0 with 0 trades\n\nCHAMBER .*\nhouse /);
    expect(await rotunda('members', 'show', 'S900002')).toEqual(failure(/There is no member S900002/, 'not_found'));
  });
});

describe('coverage', () => {
  it('is a table by month in which gaps are seen', async () => {
    const { stdout } = await rotunda('coverage', '--chamber', 'house', '--from', '2025-03-19');
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/ {2,}/));
    expect(rows).toEqual([
      expect.arrayContaining(['CHAMBER', 'MONTH', 'SCRAPED', 'FILINGS', 'DAYS NEVER SCRAPED']),
      ['house', '2025-03', 'never', '1', '1', '0', '0', '0', '0', '0', '0', '0', '3', '1', '2025-03-19 to 2025-03-31'],
      ['house', '2025-04', 'never', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '2025-04-01 to 2025-04-10'],
    ]);
    expect(lines(await rotunda('coverage', '--gaps', '--quiet', '--from', '2025-04-01'))).toEqual([
      'senate 2025-04',
      'house 2025-04',
    ]);
  });
});

describe('late', () => {
  it('lists late trades with the days past each limit, and who was late', async () => {
    const list = await rotunda('late');
    expect(lines(list)[1]).toMatch(/^ +2 {8}- {2}Placeholder Example {2}sale partial {2}/);
    expect(list.stderr).toMatch(/^1 late, 3 in time, 0 unknown \(/);
    expect(lines(await rotunda('late', 'members'))[1]).toMatch(
      /^ +1 +2 d +2 +0 {2}Placeholder Example {2}- +house +2025-03-20$/,
    );
    expect((await rotunda('late', 'list', '--chamber', 'senate')).stdout).toBe('No such trade was disclosed late.\n');
  });
});

describe('reviews', () => {
  let number = 0;
  async function doubtful(rows: 1 | 2 = 2): Promise<string> {
    const unknown = { ownerRaw: 'XX', owner: null, qualityFlags: ['unknown_owner'] };
    await seed(gateway, {
      filing: listedFiling(`doubtful-${++number}`, on('2025-04-01')),
      transactions: [parsedRow(1, unknown), parsedRow(2)].slice(0, rows),
      reviewReasons: [{ code: 'unknown_owner_code', params: { rows: [1], more: 0 } }],
    });
    return lines(await rotunda('reviews', '--limit', '1', '--quiet'))[0]!;
  }
  const shown = async (id: string): Promise<string> => (await rotunda('reviews', 'show', id)).stdout;

  it('are listed while they are open, and shown with their rows', async () => {
    const id = await doubtful();
    expect(lines(await rotunda('reviews'))[1]).toMatch(
      /^20\S+ \S+Z {2}open {4}house {4}Placeholder Example {2}2025-04-01 +2 {2}Row 1 has an unknown owner code. +[0-9a-f-]{36}$/,
    );
    expect(await shown(id)).toMatch(
      /^why +Row 1 has .*\nrows +2 read of the 2 that the document states, 1 doubtful\n/m,
    );
    expect(lines(await rotunda('reviews', 'accept', id, '--by', 'A. Reviewer'))).toEqual([
      expect.stringMatching(new RegExp(`^${id} is accepted; the filing doubtful-1 of .* is parsed\\.$`)),
    ]);
    expect(await shown(id)).toMatch(/^accepted +by A\. Reviewer, 20/m);
    expect((await rotunda('reviews')).stdout).toBe('There are no such reviews.\n');
    expect(lines(await rotunda('reviews', '--status', 'all', '-q'))).toEqual([id]);
  });

  it('are corrected by row and field', async () => {
    const id = await doubtful();
    const settings = ['--set', '1.owner=joint', '--set', '2.amount_min=15001', '--set', '2.amount_max=50000'];
    const done = await rotunda('reviews', 'correct', id, '--reason', 'as printed', ...settings);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/is corrected; the filing .* is parsed/) });
    const text = await shown(id);
    expect(text).toMatch(
      /^corrected +by \S+@\S+, .*: as printed\n +1\.owner: null → "joint"\n +2\.amount_min: 1001 → 15001/m,
    );
  });

  it('are corrected by a file, and one row needs no number', async () => {
    const [several, one] = [await doubtful(), await doubtful(1)];
    const file = join(folder, 'corrections.json');
    await writeFile(file, JSON.stringify({ changes: [{ row: 1, field: 'owner', value: 'self', reason: 'page 2' }] }));
    expect((await rotunda('reviews', 'correct', several, '--reason', 'read', '--file', file)).code).toBe(0);
    expect((await rotunda('reviews', 'correct', one, '--reason', 'read', '--set', 'owner=self')).code).toBe(0);
    expect(await shown(several)).toMatch(/1\.owner: null → "self"/);
  });

  it('are rejected with a reason, by the version that was looked at', async () => {
    const id = await doubtful();
    const reject = (...more: string[]): Promise<Outcome> => rotunda('reviews', 'reject', id, ...more);
    expect(await reject()).toEqual(failure(/required option '--reason/, 'usage'));
    expect(await reject('--reason', 'x', '--if-version', 'two')).toEqual(failure(/must be a number/, 'usage'));
    expect(await reject('--reason', 'x', '--if-version', '7')).toEqual(failure(/version/));
    expect((await reject('--reason', 'another form', '--if-version', '1')).stdout).toMatch(/is rejected/);
    expect(await reject('--reason', 'again')).toEqual(failure(/decided|rejected/));
  });

  it('are left alone by a change that can’t be right, which says what would be', async () => {
    const id = await doubtful();
    const correct = (...more: string[]): Promise<Outcome> =>
      rotunda('reviews', 'correct', id, '--reason', 'x', ...more);
    expect(await correct('--set', '1.price=3')).toEqual(
      failure(/field must be one of source_row_id, owner, asset_name/, 'usage'),
    );
    expect(await correct('--set', '1.owner=dog')).toEqual(
      failure(/value of owner must be one of self, spouse/, 'usage'),
    );
    expect(await correct('--set', '1.amount_min=$1')).toEqual(failure(/amount_min takes JSON/, 'usage'));
    expect(await correct('--set', 'owner')).toEqual(failure(/must be row\.field=value/, 'usage'));
    expect(await correct('--set', 'owner=self')).toEqual(failure(/has 2 rows: say which/, 'usage'));
    expect(await correct('--set', '9.owner=self')).toEqual(failure(/no row 9; its rows: 1, 2/, 'usage'));
    expect(await correct()).toEqual(failure(/Give --set, --add, --remove or --file/, 'usage'));
    expect(await correct('--file', join(folder, 'none'))).toEqual(failure(/can't be read: ENOENT/, 'usage'));
    const file = join(folder, 'wrong.json');
    for (const [content, reason] of [
      ['{', /not JSON/],
      ['{}', /a JSON list of changes/],
      ['[{"field": "owner"}]', /Entry 1 must be like/],
    ] as const) {
      await writeFile(file, content);
      expect(await correct('--file', file)).toEqual(failure(reason, 'usage'));
    }
    expect(await shown(id)).toMatch(/, open$/m);
  });
});

describe('reviews of scans', () => {
  let number = 8_000_000;
  /** Row 1 was read surely; 2 and 3 wait. @returns the id of its review */
  async function scanned(): Promise<string> {
    const waiting = [scanRow(2, ['owner', 'asset_name', 'traded_on']), scanRow(3, ['amount'])];
    await seed(gateway, {
      filing: listedFiling(String(++number), on('2025-04-02')),
      transactions: [],
      scan: scan([scanRow(1)], waiting),
    });
    return lines(await rotunda('reviews', '--limit', '1', '--quiet'))[0]!;
  }
  const shown = async (id: string): Promise<string> => (await rotunda('reviews', 'show', id)).stdout;

  it('show what waits, with a mark at what is doubtful and how surely it was read', async () => {
    const id = await scanned();
    const text = await shown(id);
    expect(text).toMatch(/^scan +mixed\nsheet 1 +form C20, http:\S+\/sheets\/1\.png\S*\n/m);
    const row = new RegExp(
      '^ +2 +1 +spouse \\? +purchase +\\S.* +2025-03-03 \\? .*owner 60 %, asset 60 %, traded 60 % +Sample Company 1$',
      'm',
    );
    expect(text.slice(text.indexOf('Waiting for a person'))).toMatch(row);
    expect(lines(await rotunda('trades', '--source', 'paper', '-q'))).toHaveLength(1);
    expect(lines(await rotunda('filings', '--status', 'paper_review'))[1]).toMatch(/paper +paper_review/);
    expect((await rotunda('reviews', 'accept', id)).stdout).toMatch(/is accepted; .* is paper_read\.$/m);
    expect(lines(await rotunda('trades', '--source', 'paper', '-q'))).toHaveLength(3);
  });

  it('take changes, new rows and rows that are none, all at once', async () => {
    const id = await scanned();
    const added = {
      ...{ page: 1, after: 2, owner: 'joint', asset_name: 'Typed Works', type: 'sale', traded_on: '2025-02-03' },
      ...{ amount_min: 1001, amount_max: 15_000 },
    };
    const file = join(folder, 'edits.json');
    await writeFile(file, JSON.stringify({ add: [added], remove: [{ row: 3, reason: 'crossed out' }] }));
    const args = ['--reason', 'as written', '--set', '2.owner=joint', '--file', file];
    expect((await rotunda('reviews', 'correct', id, ...args)).stdout).toMatch(/is corrected; .* is paper_read\.$/m);
    const text = await shown(id);
    expect(text).toMatch(/2\.owner: "spouse" → "joint"/);
    expect(text).toMatch(/added: sale of Typed Works, 2025-02-03$/m);
    expect(text).toMatch(/removed: purchase of .*: crossed out$/m);
    expect(text).not.toContain('Waiting for a person');
  });

  it('say which row or entry is wrong', async () => {
    const id = await scanned();
    const correct = (...more: string[]): Promise<Outcome> =>
      rotunda('reviews', 'correct', id, '--reason', 'x', ...more);
    expect(await correct('--remove', '9')).toEqual(failure(/no row 9; its rows: 1, 2, 3/, 'usage'));
    expect(await correct('--add', '[]')).toEqual(failure(/must be a JSON object/, 'usage'));
    expect(await correct('--add', '{"page": 1}')).toEqual(failure(/asset_name/, 'usage'));
    const file = join(folder, 'wrong-edits.json');
    await writeFile(file, '{"remove": [{}]}');
    expect(await correct('--file', file)).toEqual(failure(/Entry 1 of "remove" must be/, 'usage'));
    expect(await shown(id)).toContain('Waiting for a person');
  });
});
