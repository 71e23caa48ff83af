import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#rotunda/testing';
import { DataSource } from 'typeorm';
import { chooser, fillSample, storeSome } from '../../test/sample-archive.js';
import { FIRST_ATTEMPT, listed, parsedOutcome, row, SILENT, TASK, type Sample } from '../../test/sample-filings.js';
import { importMembers, member, MEMBERS, term } from '../../test/sample-members.js';
import { dataSourceOptions } from '../data-source.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { Filings } from '../filings/filings.js';
import { MemberMatching } from '../members/member-matching.js';
import { migrate } from '../migrate.js';
import { AddTradeSearch1795446000000 } from '../migrations/0015-trade-search.js';
import { MIGRATIONS } from '../migrations/index.js';
import { FilingsQuery } from './filings-query.js';
import type { Trade, TradeFilters } from './trades/trade-filters.js';
import { TradesQuery } from './trades-query.js';

let database: TestDatabase;
let sample: Sample;
let trades: TradesQuery;
let filings: FilingsQuery;

beforeAll(async () => {
  database = await createTestDatabase();
  const dataSource = await new DataSource(dataSourceOptions({ databaseUrl: database.url })).initialize();
  sample = { url: database.url, dataSource, filings: new Filings(dataSource), close: () => dataSource.destroy() };
  trades = new TradesQuery(dataSource);
  filings = new FilingsQuery(dataSource);
});
afterAll(async () => {
  await sample.close();
  await database.drop();
});

/** Everything that the lists answer; `lastTriedAt` of a further try alone is not kept. */
async function answers(asOf?: Date): Promise<unknown> {
  const filters: Partial<TradeFilters>[] = [
    {},
    { tickers: ['NEW'] },
    { tickers: ['OLD'] },
    { members: ['S900001'] },
    { parties: ['independent'], formats: ['electronic'] },
    { filedFrom: '2025-03-21' },
    { name: 'renamed' },
    { includeSuperseded: true, order: 'amount' },
    { text: 'sample' },
  ];
  const lists: unknown[] = [];
  for (const one of filters) {
    const { items } = await trades.page({ ...one, asOf, limit: 100 });
    const streamed: Trade[] = [];
    for await (const batch of trades.stream({ ...one, asOf }, 2)) streamed.push(...batch);
    expect(streamed).toEqual(items);
    expect(await trades.count({ ...one, asOf })).toBe(items.length);
    const found = await filings.page({ ...one, asOf, limit: 100 });
    lists.push([one, items, found.items]);
  }
  const { items } = await filings.page({ asOf, limit: 100 });
  return [lists, await Promise.all(items.map(({ id }) => filings.find(id, { asOf })))];
}

/** The next millisecond, once the clock of the database has passed it: what is stored is before it, or behind it. */
const now = async (): Promise<Date> => {
  const clock = async (): Promise<Date> =>
    (await sample.dataSource.query<{ at: Date }[]>('SELECT clock_timestamp() AS at'))[0]!.at;
  const instant = new Date((await clock()).getTime() + 1);
  await expect.poll(clock, { interval: 1 }).toSatisfy((at: Date) => at > instant);
  return instant;
};

const list = async (externalId: string, change = {}): Promise<FilingRecord> =>
  (await sample.filings.enter('house', [listed(externalId, { stateDistrict: 'AK00', ...change })], TASK))[0]!;
const store = async ({ id }: FilingRecord, rows: Parameters<typeof parsedOutcome>[1], change = {}): Promise<unknown> =>
  sample.filings.store(
    id,
    await parsedOutcome(sample, rows, { stateDistrict: 'AK00', ...change }),
    FIRST_ATTEMPT,
    SILENT,
  );

it('answers as the archive knew it, at each instant between its changes', async () => {
  let first!: FilingRecord;
  const steps: (() => Promise<unknown>)[] = [
    async () => (first = await list('first')),
    () => store(first, [row(1, { ticker: 'OLD', sourceRowId: '1000000001' }), row(2)]),
    // A reparse reads it otherwise, and one row no more.
    () => store(first, [row(1, { ticker: 'NEW', sourceRowId: '1000000001' })]),
    // Members, and so a match, come later; then their terms change.
    () => importMembers(sample).then(() => new MemberMatching(sample.dataSource).matchAll()),
    // An amendment.
    async () =>
      store(await list('second', { filedOn: '2025-03-22' }), [
        row(1, { sourceRowId: '1000000001', rowStatus: 'amended', ticker: 'OLD' }),
      ]),
    () => list('first', { filedOn: '2025-03-24' }),
    () => list('first', { filerNameRaw: 'Hon. Renamed Sample', filedOn: '2025-03-24' }),
    () =>
      store(first, [row(1, { ticker: 'NEW', sourceRowId: '1000000001' })], {
        format: 'paper',
        qualityFlags: ['case_scrambled'],
      }),
  ];
  const kept: { at: Date; answer: unknown }[] = [{ at: await now(), answer: await answers() }];
  for (const step of steps) {
    await step();
    kept.push({ at: await now(), answer: await answers() });
  }
  for (const { at, answer } of kept) expect(await answers(at)).toEqual(answer);
  expect(new Set(kept.map(({ answer }) => JSON.stringify(answer))).size).toBe(kept.length);
  expect(await filings.historySince()).toBeNull();
});

it('party and state follow the terms that are known today', async () => {
  const of = (parties: string[]): Promise<number> => trades.count({ parties, members: ['S900001'] });
  expect(await of(['independent'])).toBeGreaterThan(0);
  const changed = member('S900001', 'Testina', 'Sample', term('AK00', '2023-01-03', '2027-01-03', 'Whig'));
  await importMembers(sample, [changed], '2025-06-02');
  expect([await of(['independent']), await of(['whig'])]).toEqual([0, await trades.count({ members: ['S900001'] })]);
  await importMembers(
    sample,
    [member('S900001', 'Testina', 'Sample', term('AK00', '2026-01-03', '2027-01-03'))],
    '2025-06-03',
  );
  expect(await of(['whig', 'independent'])).toBe(0);
  await importMembers(sample, MEMBERS, '2025-06-04');
  expect(await of(['independent'])).toBeGreaterThan(0);
});

it('the migration finds what the triggers would have written, and says from when on filings have a history', async () => {
  await fillSample(sample, 30, 3);
  const facts = (): Promise<unknown> =>
    sample.dataSource.query(
      `SELECT to_jsonb(s) - '{known_from,known_to,asset_id,filer_id}'::text[] || jsonb_build_object('asset', a.name, 'filer', f.name) AS row
       FROM trade_search s JOIN asset_names a ON a.id = asset_id JOIN filer_names f ON f.id = filer_id
       WHERE known_to = 'infinity' ORDER BY trade_id`,
    );
  const [before, found] = [await facts(), await trades.page({ limit: 1000, text: 'testina' })];
  const first = await now();
  const later = MIGRATIONS.slice(MIGRATIONS.indexOf(AddTradeSearch1795446000000));
  for (const _ of later) await sample.dataSource.undoLastMigration();
  // This version's code stores the filing, so it needs what came later.
  await sample.dataSource.query(`
    ALTER TABLE filings ADD paper_class text; ALTER TABLE transactions ADD paper jsonb;
    ALTER TABLE review_decisions ADD documents text[];
    CREATE TABLE paper_rows (id uuid, filing_id uuid, ordinal integer, fields jsonb, document_sha256 text,
      parser_version text, recorded_at timestamptz, superseded_at timestamptz);
    CREATE TABLE review_rows (id bigint, decision_id bigint, action text, transaction_id uuid, after_id uuid,
      fields jsonb, reason text)`);
  await storeSome(sample, 'by-the-version-before', chooser(9));
  await sample.dataSource.query(`
    ALTER TABLE filings DROP paper_class; ALTER TABLE transactions DROP paper;
    ALTER TABLE review_decisions DROP documents; DROP TABLE paper_rows, review_rows`);
  await migrate(sample.url);
  const after = (await facts()) as unknown[];
  expect(after.length).toBeGreaterThan((before as unknown[]).length);
  expect(after).toEqual(expect.arrayContaining(before as unknown[]));
  expect((await trades.page({ limit: 1000, text: 'testina' })).items).toEqual(expect.arrayContaining(found.items));
  const since = await filings.historySince();
  expect(since!.getTime()).toBeGreaterThan(first.getTime());
  await storeSome(sample, 'by-this-version', chooser(10));
  expect((await facts()) as unknown[]).not.toEqual(after);
});
