import { EntityManager } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { ParsedTransaction, ReviewReason } from '#rotunda/domain';
import {
  archive,
  enterOne,
  FIRST_ATTEMPT,
  fingerprint,
  listed,
  openSample,
  parsedOutcome,
  reading,
  row,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { FilingsQuery } from '../queries/filings-query.js';
import type { Announce, StoredFiling } from '../rows/filing-outcome.js';
import { Outbox } from '../database/outbox.js';

const LATER_TASK = { taskId: 'task-b', attempt: 1 };

let sample: Sample;
let filing: FilingRecord;

beforeEach(async () => {
  sample = await openSample();
  filing = await enterOne(sample);
});
afterEach(() => sample.close());

const announce: Announce = ({ id }, stored) => [
  { messageId: `${id}-1`, subject: 'disclosures.filing.house.new', payload: { rows: stored.length } },
  ...stored.map((trade) => ({
    messageId: `${trade.id}-${trade.revision}`,
    subject: `disclosures.trade.house.${trade.ticker}`,
    payload: { amount: trade.amountMin },
  })),
];

const read = async () => (await new FilingsQuery(sample.dataSource).find(filing.id))!;

async function store(rows: ParsedTransaction[], fence = FIRST_ATTEMPT): Promise<StoredFiling> {
  return sample.filings.store(filing.id, await parsedOutcome(sample, rows), fence, announce);
}

describe('Filings.store', () => {
  it('returns every field of a row as it was read', async () => {
    const full = row(1, {
      sourceRowId: '1234567890',
      amountRaw: '$509.87',
      amountMin: 509.87,
      amountMax: 509.87,
      option: { type: 'Call', strike: '$10.50', expires: '2025-12-19' },
      bond: { rate: '4.5%', matures: '2031-01-01' },
      exchange: { asset: 'Sample Successor', ticker: null },
      capGainsOver200: null,
      description: 'CaPE FEaR',
      comment: 'quote " backslash \\ emoji 🏛',
      subholding: 'Sample Trust (Owner: SP)',
      location: 'US',
      qualityFlags: ['traded_after_filed', 'a, "b"'],
    });
    const open = row(2, { amountRaw: 'Over $50,000,000', amountMin: 50_000_000, amountMax: null, amountOver: true });
    const unread = row(3, {
      owner: null,
      type: null,
      tradedOn: null,
      amountMin: null,
      amountMax: null,
      rowStatus: null,
    });
    await store([full, open, unread]);

    const { transactions } = await read();
    for (const [i, { place, ...content }] of [full, open, unread].entries()) {
      expect(transactions[i]).toMatchObject({ ...content, ...place });
    }
    expect(transactions[0]).toMatchObject({
      filingId: filing.id,
      revision: 1,
      firstTaskId: TASK,
      parserVersion: 'house-1',
      documentSha256: (await read()).documentSha256,
      isCurrent: true,
      supersededAt: null,
    });
  });

  it('settles the filing with the fields of its document', async () => {
    const reviewReasons: ReviewReason[] = [{ code: 'status_lines_differ', params: { rows: 1, lines: 3 } }];
    const parsed = reading([row(1)], { amendmentNo: 2, expectedRows: 3, reviewReasons });
    const outcome = { status: 'needs_review' as const, documentSha256: await archive(sample), parsed };
    const stored = await sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, SILENT);
    expect(stored.changed).toBe(true);
    expect(stored.filing).toMatchObject({
      status: 'needs_review',
      format: 'electronic',
      signedOn: '2025-03-19',
      amendmentNo: 2,
      expectedRows: 3,
      reviewReasons: ['1 rows were read, and the document has 3 "Filing Status" lines.'],
      reviewReasonCodes: reviewReasons,
      documentSha256: outcome.documentSha256,
      lastTaskId: TASK,
      settledAt: expect.any(Date),
    });
  });

  it('changes nothing when the same reading is stored again, whichever task does it', async () => {
    const outcome = await parsedOutcome(sample, [row(1), row(2)]);
    const first = await sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, announce);
    expect([first.stored.length, first.skipped]).toEqual([2, 0]);
    const before = await fingerprint(sample);
    const spy = vi.fn<Announce>(announce);
    for (const fence of [FIRST_ATTEMPT, { taskId: TASK, attempt: 2 }, LATER_TASK]) {
      const again = await sample.filings.store(filing.id, outcome, fence, spy);
      expect(again).toMatchObject({ changed: false, stored: [], skipped: 2 });
    }
    expect(await fingerprint(sample)).toEqual(before);
    expect(spy).not.toHaveBeenCalled();
  });

  it('keeps rows that are byte-identical', async () => {
    const twin = row(1);
    expect((await store([twin, { ...twin, ordinal: 2 }])).stored).toHaveLength(2);
  });

  it('stores 1,000 rows with one statement', async () => {
    const statements = vi.spyOn(EntityManager.prototype, 'query');
    onTestFinished(() => statements.mockRestore());
    const { stored } = await store(Array.from({ length: 1_000 }, (_, i) => row(i + 1)));
    expect(stored.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 1_000 }, (_, i) => i + 1));
    const [count] = await sample.dataSource.query(`SELECT count(DISTINCT id)::int AS ids FROM transactions`);
    expect(count).toEqual({ ids: 1_000 });
    expect(statements.mock.calls.filter(([sql]) => sql.includes('INSERT INTO transactions'))).toHaveLength(1);
  });

  it('stores its announcements with the rows, each once', async () => {
    const { stored } = await store([row(1), row(2)]);
    const outbox = new Outbox(sample.dataSource);
    const pending = await outbox.pending('house', 10);
    expect(pending.map(({ messageId }) => messageId)).toEqual([`${filing.id}-1`, ...stored.map(({ id }) => `${id}-1`)]);
    expect(pending[0]).toMatchObject({ subject: 'disclosures.filing.house.new', payload: { rows: 2 } });
    expect(await outbox.pending('senate', 10)).toEqual([]);
    await outbox.markSent(pending.slice(0, 2).map(({ id }) => id));
    expect(await outbox.pending('house', 10)).toEqual(pending.slice(2));
  });

  it('leaves nothing behind when creating the announcements fails', async () => {
    const outcome = await parsedOutcome(sample, [row(1)]);
    const before = await fingerprint(sample);
    const fail: Announce = () => {
      throw new Error('no such subject');
    };
    await expect(sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, fail)).rejects.toThrow('no such subject');
    expect(await fingerprint(sample)).toEqual(before);
  });

  it('never turns a settled filing into an unavailable or failed one', async () => {
    await store([row(1)]);
    const before = await fingerprint(sample);
    const gone = await sample.filings.store(filing.id, { status: 'unavailable', reason: '404' }, LATER_TASK, announce);
    expect(gone).toMatchObject({ changed: false, filing: { status: 'parsed', reason: null, lastTaskId: TASK } });
    expect(await fingerprint(sample)).toEqual(before);
  });

  it('settles a filing that was unavailable before, and drops the reason', async () => {
    const missing = { status: 'unavailable' as const, reason: 'The site answers 404' };
    const tried = await sample.filings.store(filing.id, missing, FIRST_ATTEMPT, announce);
    expect(tried.filing).toMatchObject({
      ...missing,
      lastTaskId: TASK,
      lastTriedAt: expect.any(Date),
      settledAt: null,
    });
    expect((await store([row(1)], LATER_TASK)).filing).toMatchObject({
      status: 'parsed',
      reason: null,
      firstTaskId: TASK,
      lastTaskId: 'task-b',
    });
  });

  it('archives a paper filing without rows', async () => {
    const outcome = {
      status: 'paper' as const,
      documentSha256: await archive(sample),
      parsed: reading([], { format: 'paper', expectedRows: null }),
    };
    const { filing: paper } = await sample.filings.store(filing.id, outcome, FIRST_ATTEMPT, SILENT);
    expect(paper).toMatchObject({ status: 'paper', format: 'paper', expectedRows: null });
  });

  it('replaces characters that Postgres can’t hold, and still recognises the row', async () => {
    const odd = await parsedOutcome(sample, [row(1, { comment: 'F\0 S\0', description: 'half \uD83C' })]);
    await sample.filings.store(filing.id, odd, FIRST_ATTEMPT, SILENT);
    expect((await read()).transactions[0]).toMatchObject({ comment: 'F\uFFFD S\uFFFD', description: 'half \uFFFD' });
    expect((await sample.filings.store(filing.id, odd, FIRST_ATTEMPT, SILENT)).changed).toBe(false);
  });

  it('rejects a filing that was never stored', async () => {
    const unknown = '01939e6e-0000-7000-8000-000000000000';
    const outcome = { status: 'failed' as const, reason: 'x' };
    await expect(sample.filings.store(unknown, outcome, FIRST_ATTEMPT, SILENT)).rejects.toThrow('store its listing');
  });
});

describe('a later reading', () => {
  it('keeps the ids of known rows though a row is found before them', async () => {
    const { stored } = await store([row(1, { assetNameRaw: 'A' }), row(2, { assetNameRaw: 'C' })]);
    await store(
      [row(1, { assetNameRaw: 'A' }), row(2, { assetNameRaw: 'B' }), row(3, { assetNameRaw: 'C' })],
      LATER_TASK,
    );
    const { transactions } = await read();
    expect(
      transactions.map(({ assetNameRaw, revision, firstTaskId }) => [assetNameRaw, revision, firstTaskId]),
    ).toEqual([
      ['A', 1, TASK],
      ['B', 1, 'task-b'],
      ['C', 2, TASK],
    ]);
    expect([transactions[0]!.id, transactions[2]!.id]).toEqual(stored.map(({ id }) => id));
  });

  it('supersedes a corrected row with its next revision, and keeps the old one', async () => {
    const { stored } = await store([row(1, { amountMin: 1 })]);
    const corrected = await store([row(1, { amountMin: 1001 })], LATER_TASK);
    expect(corrected.stored).toMatchObject([{ id: stored[0]!.id, revision: 2, amountMin: 1001, firstTaskId: TASK }]);
    const revisions = await sample.dataSource.query(
      `SELECT revision, amount_min, superseded_at IS NOT NULL AS superseded, is_current FROM transactions ORDER BY revision`,
    );
    expect(revisions).toEqual([
      { revision: 1, amount_min: 1, superseded: true, is_current: true },
      { revision: 2, amount_min: 1001, superseded: false, is_current: true },
    ]);
    const sent = (await new Outbox(sample.dataSource).pending('house', 10)).map(({ messageId }) => messageId);
    expect(sent).toEqual([`${filing.id}-1`, `${stored[0]!.id}-1`, `${stored[0]!.id}-2`]);
  });

  it('retires a row that is no longer in the document', async () => {
    await store([row(1), row(2)]);
    const shorter = await store([row(1)], LATER_TASK);
    expect(shorter).toMatchObject({ changed: true, stored: [], skipped: 1, filing: { lastTaskId: 'task-b' } });
    expect((await read()).transactions).toHaveLength(1);
  });

  it('keeps a row that is the same in a new version of the document', async () => {
    await store([row(1)]);
    const { transactions } = await read();
    await store([row(1, { place: { page: 2, box: null, domRow: null } })], LATER_TASK);
    expect((await read()).transactions).toEqual(transactions);
  });
});

describe('lateness', () => {
  it.each([
    ['45 days after the trade', '2025-02-03', 'new', { daysToFile: 45, late: false }],
    ['46 days after it', '2025-02-02', 'new', { daysToFile: 46, late: true }],
    ['before it', '2025-03-22', 'new', { daysToFile: -2, late: false }],
    ['as an amendment', '2024-01-01', 'amended', { daysToFile: 444, late: null }],
    ['without a date', null, 'new', { daysToFile: null, late: null }],
    ['in a year that can’t be', '0202-10-01', 'new', { daysToFile: null, late: null }],
    ['in a year to come', '2202-10-01', 'new', { daysToFile: null, late: null }],
  ] as const)('of a row that was filed %s', async (_, tradedOn, rowStatus, expected) => {
    expect((await store([row(1, { tradedOn, rowStatus })])).stored).toMatchObject([expected]);
  });

  it.each([
    ['an original', {}, { amendmentNo: null }, true],
    [
      'an amendment',
      { titleRaw: 'Periodic Transaction Report for 03/01/2025 (Amendment 1)' },
      { amendmentNo: 1 },
      null,
    ],
    [
      'an amendment without a number',
      { titleRaw: 'Periodic Transaction Report (Amendment)' },
      { amendmentNo: null },
      null,
    ],
    ['an amendment by its page alone', {}, { amendmentNo: 2 }, null],
  ])('of a Senate row, which has no status of its own, in %s', async (_, listing, header, late) => {
    const [report] = await sample.filings.enter('senate', [listed('sample-uuid', listing)], TASK);
    const outcome = await parsedOutcome(sample, [row(1, { tradedOn: '2025-01-02', rowStatus: null })], header);
    const { stored } = await sample.filings.store(report!.id, outcome, FIRST_ATTEMPT, SILENT);
    expect(stored).toMatchObject([{ daysToFile: 77, late }]);
  });

  it('of a House row whose status could not be read is not judged', async () => {
    expect((await store([row(1, { tradedOn: '2025-01-02', rowStatus: null })])).stored).toMatchObject([{ late: null }]);
  });
});
