import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chamber, ParsedTransaction } from '#rotunda/domain';
import {
  fingerprint,
  FIRST_ATTEMPT,
  listed,
  openSample,
  parsedOutcome,
  row as sampleRow,
  SILENT,
  TASK,
  type Sample,
} from '../../test/sample-filings.js';
import type { Announce, Consequences } from '../rows/filing-outcome.js';
import { FilingsQuery } from '../queries/filings-query.js';
import { InvalidLineageError, Lineages } from '../decisions/lineages.js';
import { Reviews } from '../decisions/reviews.js';
import { TradesQuery } from '../queries/trades-query.js';

const TITLE = 'Periodic Transaction Report for 03/20/2025';
/** A row with an asset that no other row has. */
const row = (ordinal: number, change: Partial<ParsedTransaction> = {}): ParsedTransaction =>
  sampleRow(ordinal, { ticker: `SMP${ordinal}`, ...change });

const ROWS = [row(1), row(2), row(3)];

let sample: Sample;
let lineages: Lineages;

beforeEach(async () => {
  sample = await openSample();
  lineages = new Lineages(sample.dataSource);
});
afterEach(() => sample.close());

interface Report {
  chamber?: Chamber;
  amendmentNo?: number | null;
  filedOn?: string;
  announce?: Announce;
}

/** Stores a filing, always of the same filer. Returns its id. */
async function store(externalId: string, rows: ParsedTransaction[], report: Report = {}): Promise<string> {
  const { chamber = 'senate', amendmentNo = null, filedOn = '2025-03-20', announce = SILENT } = report;
  const titleRaw = amendmentNo === null ? TITLE : `${TITLE} (Amendment ${amendmentNo})`;
  const [filing] = await sample.filings.enter(chamber, [listed(externalId, { chamber, titleRaw, filedOn })], TASK);
  const rowStatus = chamber === 'senate' ? { rowStatus: null, rowStatusRaw: null } : {};
  const outcome = await parsedOutcome(
    sample,
    rows.map((each) => ({ ...each, ...rowStatus })),
    { amendmentNo },
  );
  await sample.filings.store(filing!.id, outcome, FIRST_ATTEMPT, announce);
  return filing!.id;
}

const find = async (id: string) => (await new FilingsQuery(sample.dataSource).find(id))!;
const currentOf = async (id: string): Promise<boolean[]> =>
  (await find(id)).transactions.map(({ isCurrent }) => isCurrent);
const countedTrades = async (): Promise<string[]> =>
  (await new TradesQuery(sample.dataSource).page({ limit: 100 })).items
    .map(({ filing, ordinal }) => `${filing.externalId}/${ordinal}`)
    .toSorted();

/** All stored lineage and which rows count, without ids, which differ from run to run. */
const picture = (): Promise<unknown> =>
  sample.dataSource.query(
    `SELECT f.external_id, f.status, f.review_reasons, t.ordinal, t.is_current, l.kind, l.method, l.score,
       s.external_id AS successor
     FROM filings f JOIN transactions t ON t.filing_id = f.id AND t.superseded_at IS NULL
       LEFT JOIN transaction_lineage l ON l.predecessor_id = t.id LEFT JOIN filings s ON s.id = l.successor_filing_id
     ORDER BY 1, 4`,
  );

describe('an amended report of the Senate', () => {
  const changed = [
    row(1),
    row(3, { ordinal: 2, amountMin: 15_001, amountMax: 50_000 }),
    row(4, { ordinal: 3, tradedOn: '2025-03-10' }),
  ];

  it('replaces its original: each trade counts once', async () => {
    const original = await store('original', ROWS);
    expect(await countedTrades()).toEqual(['original/1', 'original/2', 'original/3']);
    const amendment = await store('amendment', changed, { amendmentNo: 1 });
    expect(await countedTrades()).toEqual(['amendment/1', 'amendment/2', 'amendment/3']);
    const link = { kind: 'amends', method: 'title', score: 0.667 };
    expect(await lineages.ofFiling(amendment)).toMatchObject({ amends: [{ id: original, ...link }], amendedBy: [] });
    expect(await lineages.ofFiling(original)).toMatchObject({ amends: [], amendedBy: [{ id: amendment, ...link }] });
    const [first, second] = (await find(original)).transactions;
    const successor = (await find(amendment)).transactions[0]!;
    expect((await lineages.ofRow(first!.id)).amendedBy).toMatchObject([{ id: successor.id, kind: 'restates' }]);
    expect((await lineages.ofRow(successor.id)).amends).toMatchObject([{ id: first!.id, filingId: original }]);
    expect((await lineages.ofRow(second!.id)).amendedBy).toMatchObject([{ id: null, kind: 'withdraws' }]);
  });

  it('gives the same result whichever is stored first', async () => {
    await store('original', ROWS);
    await store('amendment', changed, { amendmentNo: 1 });
    await store('later', changed, { amendmentNo: 2 });
    const inOrder = await picture();
    await sample.close();
    sample = await openSample();
    await store('later', changed, { amendmentNo: 2 });
    await store('amendment', changed, { amendmentNo: 1 });
    await store('original', ROWS);
    expect(await picture()).toEqual(inOrder);
  });

  it('changes no row when it is stored again', async () => {
    await store('original', ROWS);
    await store('amendment', changed, { amendmentNo: 1 });
    const before = [
      await fingerprint(sample),
      await sample.dataSource.query('SELECT xmin, * FROM transaction_lineage'),
    ];
    await storeAgain('original');
    await storeAgain('amendment');
    const after = [await fingerprint(sample), await sample.dataSource.query('SELECT xmin, * FROM transaction_lineage')];
    expect(after).toEqual(before);
  });

  it('keeps the rows it replaces as superseded revisions, and announces that they no longer count', async () => {
    const original = await store('original', ROWS);
    const told: Consequences[] = [];
    const announce: Announce = (_filing, _stored, consequences) => {
      told.push(consequences!);
      return [];
    };
    const amendment = await store('amendment', changed, { amendmentNo: 1, announce });
    const revisions = await sample.dataSource.query(
      `SELECT revision, is_current, superseded_at IS NOT NULL AS superseded FROM transactions
       WHERE filing_id = $1 AND ordinal = 1 ORDER BY revision`,
      [original],
    );
    expect(revisions).toEqual([
      { revision: 1, is_current: true, superseded: true },
      { revision: 2, is_current: false, superseded: false },
    ]);
    const successors = (await find(amendment)).transactions.map(({ id }) => id);
    expect(
      told[0]!.switched.map(({ row: { ordinal, revision }, successorId }) => [ordinal, revision, successorId]),
    ).toEqual([
      [1, 2, successors[0]],
      [2, 2, null],
      [3, 2, successors[1]],
    ]);
    expect(told[0]!.linked).toMatchObject([{ kind: 'amends', predecessorFiling: { externalId: 'original' } }]);
  });

  it('never counts its original if that is stored after it', async () => {
    await store('amendment', changed, { amendmentNo: 1 });
    const original = await store('original', ROWS);
    expect((await find(original)).transactions.map(({ revision, isCurrent }) => [revision, isCurrent])).toEqual([
      [1, false],
      [1, false],
      [1, false],
    ]);
  });

  it('restores its original when a later reading shows that it is not an amendment', async () => {
    const original = await store('original', ROWS);
    const amendment = await store('amendment', changed, { amendmentNo: 1 });
    const outcome = await parsedOutcome(sample, [row(5), row(6)], { amendmentNo: null });
    await sample.filings.store(amendment, outcome, FIRST_ATTEMPT, SILENT);
    expect(await currentOf(original)).toEqual([true, true, true]);
    expect(await lineages.ofFiling(original)).toEqual({ amends: [], amendedBy: [] });
  });

  it('can be stored at the same time as its original without either missing the other', async () => {
    const both = ['original', 'amendment'].map((externalId, n) =>
      store(externalId, n === 0 ? ROWS : changed, { amendmentNo: n === 0 ? null : 1 }),
    );
    await Promise.all(both);
    expect(await countedTrades()).toEqual(['amendment/1', 'amendment/2', 'amendment/3']);
  });

  async function storeAgain(externalId: string): Promise<void> {
    const [{ id, amendmentNo, documentSha256 }] = (await sample.dataSource.query(
      `SELECT id, amendment_no AS "amendmentNo", document_sha256 AS "documentSha256" FROM filings WHERE external_id = $1`,
      [externalId],
    )) as [{ id: string; amendmentNo: number | null; documentSha256: string }];
    const rows = externalId === 'original' ? ROWS : changed;
    const outcome = await parsedOutcome(
      sample,
      rows.map((each) => ({ ...each, rowStatus: null, rowStatusRaw: null })),
      { amendmentNo },
    );
    await sample.filings.store(id, { ...outcome, documentSha256 }, { taskId: 'task-b', attempt: 1 }, SILENT);
  }
});

describe('an amendment that may amend several reports', () => {
  const DOUBT = 'What it amends is not clear: it may amend any of first (100 %), second (100 %).';
  let [first, second, amendment] = ['', '', ''];

  beforeEach(async () => {
    first = await store('first', ROWS);
    amendment = await store('amendment', ROWS, { amendmentNo: 1 });
    second = await store('second', ROWS);
  });

  const reviewOf = async (filingId: string): Promise<{ id: string; status: string; reasons: string[] }> => {
    const [review] = await sample.dataSource.query(
      `SELECT id, status, reasons FROM reviews WHERE filing_id = $1 ORDER BY id DESC LIMIT 1`,
      [filingId],
    );
    return review;
  };

  it('waits for a person, and everything counts until then', async () => {
    expect(await find(amendment)).toMatchObject({ status: 'needs_review', reviewReasons: [DOUBT] });
    expect(await reviewOf(amendment)).toMatchObject({ status: 'open', reasons: [DOUBT] });
    for (const id of [first, second, amendment]) expect(await currentOf(id)).toEqual([true, true, true]);
    expect(await lineages.ofFiling(amendment)).toEqual({ amends: [], amendedBy: [] });
  });

  it('amends what a person decided, for good', async () => {
    const choice = { filingId: amendment, predecessorId: second, by: 'a reviewer', reason: 'same notification dates' };
    await lineages.decide(choice, SILENT);
    const expectDecided = async (): Promise<void> => {
      expect(await find(amendment)).toMatchObject({ status: 'parsed', reviewReasons: [] });
      expect(await lineages.ofFiling(second)).toMatchObject({ amendedBy: [{ id: amendment, method: 'decision' }] });
      expect([await currentOf(first), await currentOf(second)]).toEqual([
        [true, true, true],
        [false, false, false],
      ]);
    };
    await expectDecided();
    expect(await reviewOf(amendment)).toMatchObject({ status: 'outdated' });
    await store('amendment', ROWS, { amendmentNo: 1 });
    await store('first', ROWS);
    await expectDecided();
  });

  it('counts beside the others, for good, after a person accepted it unchanged', async () => {
    const { id } = await reviewOf(amendment);
    await new Reviews(sample.dataSource).accept(id, { by: 'a reviewer', reason: null }, SILENT);
    // Like a version without codes.
    await sample.dataSource.query('UPDATE reviews SET reason_codes = NULL');
    await store('amendment', ROWS, { amendmentNo: 1 });
    await store('first', ROWS);
    expect(await find(amendment)).toMatchObject({ status: 'parsed', reviewReasons: [] });
    expect(await currentOf(first)).toEqual([true, true, true]);
  });

  it('refuses a choice that it can’t amend, and stores nothing', async () => {
    const other = await store('20099009', ROWS, { chamber: 'house' });
    const choice = { filingId: amendment, predecessorId: other, by: 'a reviewer', reason: 'x' };
    await expect(lineages.decide(choice, SILENT)).rejects.toThrow(InvalidLineageError);
    await expect(lineages.decide({ ...choice, rowId: amendment }, SILENT)).rejects.toThrow(/leave the trade out/);
    expect(await sample.dataSource.query('SELECT 1 FROM lineage_decisions')).toEqual([]);
  });
});

describe('changed rows of the House', () => {
  const amended = row(1, { sourceRowId: '2999000001', rowStatus: 'amended', amountMin: 15_001, amountMax: 50_000 });
  const deleted = row(1, { sourceRowId: '2999000001', rowStatus: 'deleted' });
  const house = (filedOn: string): Report => ({ chamber: 'house', filedOn });

  it('replace the only row that fits, and later the row with their id', async () => {
    const original = await store('20099580', [row(1), row(2)], house('2025-03-20'));
    const change = await store('20099600', [amended], house('2025-03-25'));
    expect([await currentOf(original), await currentOf(change)]).toEqual([[false, true], [true]]);
    const deletion = await store('20099618', [deleted], house('2025-04-12'));
    expect([await currentOf(change), await currentOf(deletion)]).toEqual([[false], [false]]);
    expect(await lineages.ofFiling(deletion)).toMatchObject({
      amends: [{ id: change, kind: 'withdraws', method: 'row_id', score: 1 }],
    });
    expect(await lineages.ofFiling(original)).toMatchObject({
      amendedBy: [{ id: change, kind: 'amends', method: 'content' }],
    });
    expect(await countedTrades()).toEqual(['20099580/2']);
  });

  it('follow a real chain in any order: filed, deleted, and filed again that day', async () => {
    await store('20099619', [row(1)], house('2025-04-12'));
    expect(await countedTrades()).toEqual(['20099619/1']);
    await store('20099618', [deleted], house('2025-04-12'));
    expect(await countedTrades()).toEqual(['20099619/1']);
    await store('20099580', [row(1)], house('2025-04-05'));
    expect(await countedTrades()).toEqual(['20099619/1']);
  });

  it('are found by their id even if the filer’s name is spelled differently', async () => {
    const change = await store('20099600', [amended], house('2025-03-25'));
    await sample.dataSource.query(`UPDATE filings SET filer_name_raw = 'Hon. Testina Q. Sample' WHERE id = $1`, [
      change,
    ]);
    const deletion = await store('20099618', [deleted], house('2025-04-12'));
    expect(await lineages.ofFiling(deletion)).toMatchObject({ amends: [{ id: change, method: 'row_id' }] });
  });

  it('wait for a person if either of two rows fits', async () => {
    const twins = [row(1), row(1, { ordinal: 2 })];
    const original = await store('20099580', twins, house('2025-03-20'));
    const deletion = await store('20099618', [deleted], house('2025-04-12'));
    expect(await find(deletion)).toMatchObject({ status: 'needs_review' });
    expect(await currentOf(original)).toEqual([true, true]);
    const [rowId, predecessorId] = [
      (await find(deletion)).transactions[0]!.id,
      (await find(original)).transactions[1]!.id,
    ];
    const choice = { filingId: deletion, predecessorId, by: 'a reviewer', reason: 'the second lot' };
    await expect(lineages.decide(choice, SILENT)).rejects.toThrow(/name the trade/);
    await lineages.decide({ ...choice, rowId }, SILENT);
    expect(await currentOf(original)).toEqual([true, false]);
    expect(await find(deletion)).toMatchObject({ status: 'parsed' });
  });

  it('restore the original row when a reviewer rejects their filing', async () => {
    const original = await store('20099580', [row(1)], house('2025-03-20'));
    const outcome = await parsedOutcome(sample, [amended], {
      reviewReasons: [{ code: 'no_signature', params: {} }],
    });
    const [filing] = await sample.filings.enter('house', [listed('20099600', { filedOn: '2025-03-25' })], TASK);
    await sample.filings.store(filing!.id, { ...outcome, status: 'needs_review' }, FIRST_ATTEMPT, SILENT);
    expect(await currentOf(original)).toEqual([false]);
    const [{ id }] = await sample.dataSource.query(`SELECT id FROM reviews WHERE status = 'open'`);
    await new Reviews(sample.dataSource).reject(id, { by: 'a reviewer', reason: 'misread' }, SILENT);
    expect([await currentOf(original), await currentOf(filing!.id)]).toEqual([[true], [false]]);
  });
});
