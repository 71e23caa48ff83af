import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STREAMS } from '#rotunda/contracts';
import type { ParsedTransaction } from '#rotunda/domain';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

let gateway: GatewayUnderTest;

const row = (ordinal: number, change: Partial<ParsedTransaction> = {}): ParsedTransaction =>
  parsedRow(ordinal, { ticker: `EX${ordinal}`, ...change });

const amended = row(1, { sourceRowId: '2999000001', rowStatus: 'amended', amountMin: 15_001, amountMax: 50_000 });
const deleted = row(1, { sourceRowId: '2999000009', rowStatus: 'deleted' });

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
  const other = { filerNameRaw: 'Another Placeholder' };
  const later = { filedOn: '2025-04-20' };
  await seed(gateway, { filing: listedFiling('29990001'), transactions: [row(1), row(2)] });
  await seed(gateway, { filing: listedFiling('29990002', later), transactions: [amended] });
  await seed(gateway, { filing: listedFiling('29990003', other), transactions: [row(1), row(1, { ordinal: 2 })] });
  await seed(gateway, { filing: listedFiling('29990004', { ...other, ...later }), transactions: [deleted] });
});
afterAll(() => gateway.stop());

interface Shown {
  id: string;
  ordinal: number;
  is_current: boolean;
  filing: { id: string; external_id: string };
}

const trades = async (query = ''): Promise<Shown[]> => (await gateway.get(`trades?${query}`)).body.data;
const places = async (query = ''): Promise<string[]> =>
  (await trades(query)).map(({ filing, ordinal }) => `${filing.external_id}/${ordinal}`).toSorted();

async function tradeAt(place: string): Promise<Shown> {
  const all = await trades('include_superseded=true');
  return all.find(({ filing, ordinal }) => `${filing.external_id}/${ordinal}` === place)!;
}

describe('trades that others amend', () => {
  it('count once: only current trades are listed unless the rest is requested', async () => {
    expect(await places()).toEqual(['29990001/2', '29990002/1', '29990003/1', '29990003/2']);
    expect(await places('include_superseded=false')).toHaveLength(4);
    expect(await places('include_superseded=true')).toHaveLength(6);
    expect([(await tradeAt('29990001/1')).is_current, (await tradeAt('29990002/1')).is_current]).toEqual([false, true]);
    expectProblem(
      await gateway.get('trades?include_superseded=yes'),
      400,
      /include_superseded must be one of true, false/,
    );
  });

  it('name each other, with method and score', async () => {
    const [before, after] = [await tradeAt('29990001/1'), await tradeAt('29990002/1')];
    const how = { kind: 'amends', method: 'content', score: 0.85 };
    expect((await gateway.get(`trades/${before.id}`)).body).toMatchObject({
      is_current: false,
      amends: [],
      amended_by: [{ trade_id: after.id, external_id: '29990002', filed_on: '2025-04-20', ...how }],
    });
    expect((await gateway.get(`trades/${after.id}`)).body.amends).toMatchObject([{ trade_id: before.id, ...how }]);
    expect((await gateway.get(`filings/${before.filing.id}`)).body).toMatchObject({
      amends: [],
      amended_by: [{ filing_id: after.filing.id, external_id: '29990002', ...how }],
    });
    expect((await gateway.get(`filings/${after.filing.id}`)).body.amends).toMatchObject([how]);
  });
});

describe('POST filings/:id/lineage', () => {
  const decide = async (change: object): Promise<Awaited<ReturnType<typeof gateway.post>>> => {
    const { id: trade, filing } = await tradeAt('29990004/1');
    const body = { trade, by: 'A Reviewer', reason: 'the broker said which', ...change };
    return gateway.post(`filings/${filing.id}/lineage`, body);
  };

  it('refuses impossible decisions with a reason', async () => {
    const stranger = (await tradeAt('29990001/2')).id;
    expectProblem(await decide({ predecessor: stranger }), 422, /not an earlier filing or trade of the same filer/);
    expectProblem(await decide({ trade: stranger, predecessor: null }), 422, /has no trade/);
    expectProblem(await decide({ trade: undefined, predecessor: null }), 422, /name the trade/);
    expectProblem(await decide({ by: ' ' }), 422, /by must not be blank/);
    const unknown = '01939e6e-0000-7000-8000-000000000000';
    expectProblem(await gateway.post(`filings/${unknown}/lineage`, { by: 'a', reason: 'b' }), 404, /no filing/);
  });

  it('decides which of two identical trades was deleted, which closes the review', async () => {
    const { filing } = await tradeAt('29990004/1');
    expect((await gateway.get(`filings/${filing.id}`)).body).toMatchObject({ status: 'needs_review', amends: [] });
    const { status, body } = await decide({ predecessor: (await tradeAt('29990003/2')).id });
    expect([status, body.amends]).toEqual([200, [expect.objectContaining({ kind: 'withdraws', method: 'decision' })]]);
    expect((await gateway.get(`filings/${filing.id}`)).body).toMatchObject({ status: 'parsed', review_reasons: [] });
    expect(await places()).toEqual(['29990001/2', '29990002/1', '29990003/1']);
  });
});

describe('POST tasks/reparse', () => {
  it.each([
    ['nothing', 'tasks.house.reparse.long', {}, /not stored/],
    [
      'all filters',
      'tasks.house.reparse',
      { external_ids: ['29990001'], filed_from: '2025-01-01', parser_version_not: 'house-2' },
      /reported/,
    ],
    ['apply', 'tasks.house.reparse.long', { apply: true }, /will be stored/],
  ])('queues a command for %s', async (_, subject, body, message) => {
    const answer = await gateway.post('tasks/reparse/house', body);
    expect([answer.status, answer.body.message]).toEqual([202, expect.stringMatching(message)]);
    const { messages, last_seq } = (await gateway.client.manager.streams.info(STREAMS.tasks)).state;
    expect(messages).toBeGreaterThan(0);
    const queued = await gateway.client.nextStored(STREAMS.tasks, last_seq);
    expect([queued!.subject, JSON.parse(new TextDecoder().decode(queued!.data))]).toEqual([subject, body]);
  });

  it.each([
    [{ external_ids: '29990001' }, /external_ids must be a list/],
    [{ external_ids: [] }, /at least one filing/],
    [{ external_ids: ['a/b'] }, /external_ids must be a list/],
    [{ filed_from: '2025-02-30' }, /filed_from must be a real date/],
    [{ filed_from: '2025-03-02', filed_to: '2025-03-01' }, /must not be after/],
    [{ apply: 'yes' }, /apply must be true or false/],
    [{ days_back: 1 }, /days_back is not a known field/],
  ])('refuses %j', async (body, reason) => {
    expectProblem(await gateway.post('tasks/reparse/house', body), 422, reason);
  });

  it('is one task for each chamber under all', async () => {
    const { body } = await gateway.post('tasks/reparse/all', {});
    expect((await gateway.get(`tasks/${body.task_id}`)).body).toMatchObject({ size: 2 });
  });
});
