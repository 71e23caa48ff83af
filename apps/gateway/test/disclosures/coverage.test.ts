import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ScrapedWindows, TaskRuns } from '#rotunda/persistence';
import { eventually } from '#rotunda/testing';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';
import { ended } from '../tasks/task-samples.js';

const TODAY = new Date('2025-04-10T15:00:00Z');
const LAYOUT_CHANGED = { code: 'LayoutChanged', message: 'the header is not known' };

let gateway: GatewayUnderTest;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());
afterEach(() => {
  gateway.now = null;
});

const metric = async (name: string): Promise<string[]> => {
  // Figures are kept for some seconds.
  gateway.now = new Date((gateway.now ?? new Date()).getTime() + 60_000);
  const { body } = await gateway.ask('/metrics');
  return (body as string).split('\n').filter((line) => line.startsWith(name));
};

describe('GET coverage', () => {
  it('is empty before the first scrape', async () => {
    gateway.now = TODAY;
    const { status, body } = await gateway.get('coverage');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      from: '2025-04-01',
      to: '2025-04-10',
      chambers: [
        { chamber: 'senate', never_scraped: ['2025-04'], undated: null, totals: { listed: 0 } },
        { chamber: 'house', never_scraped: ['2025-04'] },
      ],
    });
  });

  it('accounts for every filing by month, and names the days that were never scraped', async () => {
    await seed(gateway, {
      filing: listedFiling('1'),
      transactions: [parsedRow(1), parsedRow(2, { tradedOn: '2025-01-02' })],
    });
    await seed(gateway, {
      filing: listedFiling('2', { filedOn: '2025-01-07' }),
      transactions: [parsedRow(1, { owner: null })],
      reviewReasons: [{ code: 'unknown_owner_code', params: { rows: [1], more: 0 } }],
    });
    await seed(gateway, { filing: listedFiling('3', { filedOn: null }), transactions: [] });
    const windows = gateway.owner.get(ScrapedWindows);
    const fence = { taskId: 'daily-house', attempt: 1 };
    await windows.record('house', { start: '2025-03-01', end: '2025-04-05' }, new Date('2025-04-07T02:00:00Z'), fence);

    gateway.now = TODAY;
    const { body } = await gateway.get('coverage?chamber=house&from=2025-01-01');
    expect(body).toMatchObject({ from: '2025-01-01', to: '2025-04-10', chambers: [{ chamber: 'house' }] });
    const [house] = body.chambers;
    expect(house).toMatchObject({
      never_scraped: ['2025-01', '2025-02'],
      partly_scraped: ['2025-04'],
      undated: { listed: 1, parsed: 1 },
      totals: {
        listed: 3,
        parsed: 2,
        needs_review: 1,
        transactions: 3,
        late: 1,
        first_filed_on: '2025-01-07',
        last_filed_on: '2025-03-20',
      },
    });
    expect(house.months).toMatchObject([
      { month: '2025-01', scraped: 'never', listed: 1, needs_review: 1, missing_days: [{ from: '2025-01-01' }] },
      { month: '2025-02', scraped: 'never', listed: 0, first_filed_on: null },
      { month: '2025-03', scraped: 'whole', listed: 1, parsed: 1, transactions: 2, late: 1, missing_days: [] },
      {
        month: '2025-04',
        from: '2025-04-01',
        to: '2025-04-10',
        scraped: 'partly',
        missing_days: [{ from: '2025-04-06', to: '2025-04-10' }],
      },
    ]);
    for (const { listed, parsed, paper, needs_review, unavailable, failed, waiting } of [
      house.totals,
      ...house.months,
    ]) {
      expect(parsed + paper + needs_review + unavailable + failed + waiting).toBe(listed);
    }
  });

  it('begins with the first known day, and has no future days', async () => {
    gateway.now = TODAY;
    expect((await gateway.get('coverage?to=2030-01-01')).body).toMatchObject({ from: '2025-01-07', to: '2025-04-10' });
    expect((await gateway.get('coverage?to=2024-12-24')).body).toMatchObject({ from: '2024-12-01', to: '2024-12-24' });
  });

  it.each([
    ['chamber=lords', /chamber must be one of senate, house/],
    ['from=2025-02-30', /from must be a real date/],
    ['to=soon', /to must be a real date/],
    ['from=2025-03-02&to=2025-03-01', /from 2025-03-02 must not be after to/],
    ['from=2025-04-11', /from 2025-04-11 is in the future; today is 2025-04-10/],
    ['from=1970-01-01', /more than 50 years/],
    ['month=2025-03', /month is not a known field; known fields: chamber, from, to/],
  ])('refuses %s', async (query, reason) => {
    gateway.now = TODAY;
    expectProblem(await gateway.get(`coverage?${query}`), 400, reason);
  });
});

describe('the metrics', () => {
  it('count reviews and filings, and have the time of the newest scrape', async () => {
    expect(await metric('rotunda_open_reviews')).toEqual([
      'rotunda_open_reviews{chamber="senate"} 0',
      'rotunda_open_reviews{chamber="house"} 1',
    ]);
    const filings = await metric('rotunda_filings');
    expect(filings).toContain('rotunda_filings{chamber="house",status="parsed"} 2');
    expect(filings).toContain('rotunda_filings{chamber="house",status="needs_review"} 1');
    expect(filings).toContain('rotunda_filings{chamber="senate",status="failed"} 0');
    const [newest, ...others] = await metric('rotunda_newest_scrape_timestamp_seconds{');
    expect(newest).toMatch(/\{chamber="house"\} \d{10}/);
    expect(others).toEqual([]);
    expect(await metric('rotunda_postgres_up')).toEqual(['rotunda_postgres_up 1']);
  });
});

describe('a site whose layout changed', () => {
  const health = () => gateway.get('tasks/health');

  it('degrades health and shows in the metrics until a task succeeds', async () => {
    const failed = ended('layout-1', new Date(), { state: 'FAILURE', error: LAYOUT_CHANGED });
    await gateway.tasks.put('layout-1', failed);
    const { status, body } = await eventually('a degraded site', async () => {
      const answer = await health();
      return answer.body.degraded.length > 0 && answer;
    });
    expect({ http: status, ...body }).toMatchObject({
      http: 200,
      nats: 'ok',
      postgres: 'ok',
      degraded: [{ chamber: 'house', ...LAYOUT_CHANGED, task_id: 'layout-1', at: failed.times.finished }],
    });
    expect(await metric('rotunda_site_layout_changed{')).toEqual([
      'rotunda_site_layout_changed{chamber="senate"} 0',
      'rotunda_site_layout_changed{chamber="house"} 1',
    ]);
    await gateway.tasks.put('layout-2', ended('layout-2', new Date(Date.now() + 1_000)));
    await eventually('health', async () => (await health()).body.degraded.length === 0);
    expect(await metric('rotunda_site_layout_changed{chamber="house"}')).toEqual([
      'rotunda_site_layout_changed{chamber="house"} 0',
    ]);
  });

  it('is known from the history once the live state is gone', async () => {
    const state = ended('layout-0', new Date(), {
      chamber: 'senate',
      name: 'check',
      state: 'FAILURE',
      error: LAYOUT_CHANGED,
    });
    const runs = gateway.context.get(TaskRuns, { strict: false });
    await runs.record([{ id: state.id, revision: 1, state }]);
    expect((await health()).body).toMatchObject({ degraded: [{ task_id: 'layout-0' }] });
    const succeeded = ended('layout-3', new Date(Date.now() + 1_000), { chamber: 'senate' });
    await runs.record([{ id: succeeded.id, revision: 2, state: succeeded }]);
    expect((await health()).body).toMatchObject({ degraded: [] });
  });
});
