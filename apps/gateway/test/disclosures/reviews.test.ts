import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReviewReason } from '#rotunda/domain';
import { Outbox } from '#rotunda/persistence';
import { type Answer, expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

const REASONS = ['Row 1 has an unknown owner code.', 'Row 2 has a transaction date that is not a date.'];
const CODES: ReviewReason[] = [
  { code: 'unknown_owner_code', params: { rows: [1], more: 0 } },
  { code: 'invalid_trade_date', params: { rows: [2], more: 0 } },
];
const WHO = { by: 'A. Reviewer', reason: 'read page 2' };

let gateway: GatewayUnderTest;
let count = 0;
let externalId: string;
// oxlint-disable-next-line typescript/no-explicit-any -- JSON of the API
let review: any;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

const doubtful = () => ({
  filing: listedFiling(externalId),
  transactions: [parsedRow(1, { ownerRaw: 'XX', owner: null, qualityFlags: ['unknown_owner'] }), parsedRow(2)],
  reviewReasons: CODES,
});

beforeEach(async () => {
  externalId = String(20_000_000 + ++count);
  await seed(gateway, doubtful());
  const { body } = await gateway.get('reviews?status=open&limit=1');
  review = (await gateway.get(`reviews/${body.data[0].id}`)).body;
});

const decide = (decision: string, body: object): Promise<Answer> =>
  gateway.post(`reviews/${review.id}/${decision}`, body);
const owner = (change: object = {}) => ({
  trade_id: review.transactions[0].id,
  revision: 1,
  field: 'owner',
  value: 'spouse',
  ...change,
});
const correct = (...changes: object[]): Promise<Answer> => decide('correct', { ...WHO, changes });

describe('GET reviews', () => {
  it('lists filings that failed a gate, with reasons, counts and document', async () => {
    const { status, body } = await gateway.get('reviews?chamber=house&status=open&limit=1');
    expect(status).toBe(200);
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(body.notice).toMatch(/13107\(c\)/);
    expect(body.data).toMatchObject([
      {
        id: review.id,
        status: 'open',
        chamber: 'house',
        version: 1,
        reasons: REASONS,
        reason_codes: CODES,
        counts: { expected_rows: 2, rows: 2, flagged_rows: 1 },
        document: {
          sha256,
          url: expect.stringContaining(externalId),
          download: expect.stringMatching(/^\/api\/v1\/doc/),
        },
        opened_by_task: 'seeding',
        filing: {
          external_id: externalId,
          status: 'needs_review',
          review_reasons: REASONS,
          review_reason_codes: CODES,
        },
      },
    ]);
    expect(await gateway.ask(body.data[0].document.download)).toMatchObject({ status: 200, body: externalId });
  });

  it('pages through all of them, each once', async () => {
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await gateway.get(`reviews?limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      seen.push(...body.data.map(({ id }: { id: string }) => id));
      cursor = body.next_cursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(count);
  });

  it('has every field that its description names', async () => {
    const { body: document } = await gateway.ask('/api/docs-json');
    const described = Object.keys(document.components.schemas.ReviewDetailView.properties);
    expect(Object.keys(review).toSorted()).toEqual(described.toSorted());
  });

  it.each([
    ['status=done', /status must be one of open, accepted, corrected, rejected, outdated/],
    ['chamber=lords', /chamber must be one of senate, house/],
    ['cursor=x', /cursor must be the next_cursor/],
    ['limit=0', /limit must be at least 1/],
    ['state=open', /state is not a known field/],
  ])('refuses %s', async (query, reason) => {
    expectProblem(await gateway.get(`reviews?${query}`), 400, reason);
  });

  it('refuses an invalid id, and answers 404 for an unknown one', async () => {
    const nobody = randomUUID();
    expectProblem(await gateway.get(`reviews/${nobody}`), 404, /There is no review .*\/api\/v1\/reviews lists/);
    expectProblem(await gateway.post(`reviews/${nobody}/accept`, WHO), 404, /There is no review/);
    expectProblem(await gateway.get('reviews/1'), 400, /id must be the UUID of a review/);
    expectProblem(await gateway.post('reviews/1/reject', WHO), 400, /id must be the UUID of a review/);
  });
});

describe('POST reviews/{id}/accept', () => {
  it('makes the filing parsed and stores who decided', async () => {
    const { status, body } = await decide('accept', { by: 'A. Reviewer', version: 1 });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'accepted',
      filing: { status: 'parsed', review_reasons: [] },
      decisions: [{ review_id: review.id, decision: 'accepted', by: 'A. Reviewer', reason: null, changes: [] }],
    });
  });

  it('is a conflict if the review was decided or the document read differently meanwhile', async () => {
    await seed(gateway, { ...doubtful(), transactions: [parsedRow(1, { owner: null })] });
    const stale = await decide('accept', { ...WHO, version: 1 });
    expectProblem(stale, 409, /read differently since: the review is at version 2, not 1/);
    expect(await decide('accept', { ...WHO, version: 2 })).toMatchObject({ status: 200 });
    for (const decision of ['accept', 'reject']) {
      expectProblem(await decide(decision, WHO), 409, /was already accepted by A\. Reviewer/);
    }
    expectProblem(await correct(owner({ revision: 2 })), 409, /was already accepted/);
  });

  it.each([
    [{}, 'by', /by must be a text/],
    [{ by: '' }, 'by', /1 to 200 characters/],
    [{ by: '  ' }, 'by', /must not be blank/],
    [{ by: 'a\0b' }, 'by', /no control characters/],
    [{ by: 7 }, 'by', /by must be a text/],
    [{ by: 'x', version: 0 }, 'version', /whole number from 1/],
    [{ by: 'x', who: 'y' }, 'who', /who is not a known field; known fields: by, reason, version/],
  ])('refuses %j', async (body, field, reason) => {
    const answer = await decide('accept', body);
    expectProblem(answer, 422, reason);
    expect(answer.body.errors).toMatchObject([{ field }]);
  });
});

describe('POST reviews/{id}/correct', () => {
  it('makes the next revision of the trade, and announces it', async () => {
    const { status, body } = await correct(
      owner(),
      owner({ field: 'traded_on', value: '2025-01-02', reason: 'blurred' }),
    );
    expect(status).toBe(200);
    const [first, second] = body.transactions;
    expect(first).toMatchObject({ revision: 2, owner: 'spouse', owner_raw: 'XX', traded_on: '2025-01-02', late: true });
    expect(first.quality_flags).toEqual(['unknown_owner', 'corrected_by_reviewer']);
    expect(second).toMatchObject({ revision: 1 });
    const change = { trade_id: first.id, revision: 2 };
    expect(body).toMatchObject({
      status: 'corrected',
      filing: { status: 'parsed' },
      decisions: [
        {
          decision: 'corrected',
          ...WHO,
          changes: [
            { ...change, field: 'owner', old: null, new: 'spouse', reason: 'read page 2' },
            { ...change, field: 'traded_on', old: '2025-03-01', new: '2025-01-02', reason: 'blurred' },
          ],
        },
      ],
    });
    const { body: trade } = await gateway.get(`trades/${first.id}`);
    expect(trade).toMatchObject({ revision: 2, owner: 'spouse', revisions: [{ revision: 1, owner: null }] });
    const { body: source } = await gateway.get(`trades/${first.id}/source`);
    expect(source.corrections).toMatchObject([
      { field: 'owner', old: null, new: 'spouse', by: 'A. Reviewer', reason: 'read page 2' },
      { field: 'traded_on' },
    ]);
    const outbox = await gateway.owner.get(Outbox).pending('house', 1_000);
    expect(outbox.map(({ messageId }) => messageId)).toContain(`${first.id}-2`);
  });

  it.each([
    ['owner', 'joint'],
    ['owner', 'self'],
    ['type', 'sale_partial'],
    ['row_status', 'amended'],
    ['ticker', 'COF$I'],
    ['asset_name', 'Some Other Corp'],
    ['notified_on', '2025-03-05'],
    ['amount_max', 1001],
    ['cap_gains_over_200', null],
    ['option', { type: 'Call', strike: '$10.00', expires: null }],
    ['exchange', { asset: 'Successor Corp', ticker: null }],
    ['bond', { rate: '4%', matures: null }],
    ['comment', 'two\nlines'],
  ] as [string, unknown][])('takes %s as %j', async (field, value) => {
    const { status, body } = await correct(owner({ field, value }));
    expect({ status, value: body.transactions?.[0]?.[field] }).toEqual({ status: 200, value });
  });

  it.each([
    ['owner', 'wife', /value of owner must be one of self, spouse, joint, dependent, or null/],
    ['type', 'gift', /must be one of purchase, sale, sale_partial, exchange/],
    ['row_status', 'New', /must be one of new, amended, deleted/],
    ['traded_on', '2025-02-30', /value of traded_on must be a real date written as YYYY-MM-DD/],
    ['traded_on', '02/03/2025', /must be a real date/],
    ['amount_min', -1, /must be US dollars/],
    ['amount_min', '1001', /must be US dollars/],
    ['amount_min', 1.001, /must be US dollars/],
    ['amount_max', 15_001, /neither a band of the form/],
    ['amount_max', 1_000, /must not be above/],
    ['amount_over', true, /has no amount_max/],
    ['amount_over', null, /must be true or false/],
    ['asset_name', null, /must be a text/],
    ['asset_name', ' ', /must be a text/],
    ['comment', 'a\0b', /must be a text/],
    ['ticker', 'TWO WORDS', /must be a ticker/],
    ['option', { type: 'Call' }, /must be an object with the texts type, strike\?, expires\?/],
    ['option', 'Call', /must be an object/],
    ['ticker', 'EXA', /ticker of .* already has this value/],
    ['owner', undefined, /value of owner must be/],
    ['owner_raw', 'SP', /field must be one of source_row_id, owner/],
    ['__proto__', 'x', /field must be one of/],
  ])('refuses %s as %j', async (field, value, reason) => {
    expectProblem(await correct(owner({ field, value })), 422, reason);
    expect((await gateway.get(`reviews/${review.id}`)).body).toEqual(review);
  });

  it('refuses changes of other trades, of other revisions, twice, none, and no changes', async () => {
    expectProblem(await correct(owner({ trade_id: randomUUID() })), 422, /the filing has no trade/);
    expectProblem(await correct(owner({ trade_id: 'x' })), 422, /trade_id must be the UUID/);
    expectProblem(await correct(owner({ revision: 2 })), 409, /is at revision 1, not 2/);
    expectProblem(await correct(owner({ revision: undefined })), 422, /revision must be the revision/);
    expectProblem(await correct(owner(), owner({ value: 'joint' })), 422, /changed twice/);
    expectProblem(await correct(), 422, /at least one entry/);
    expectProblem(await decide('correct', WHO), 422, /at least one entry/);
    expectProblem(await decide('correct', { ...WHO, changes: ['x'] }), 422, /each of changes must be an object/);
    expectProblem(await decide('correct', { by: 'x', changes: [owner()] }), 422, /reason must be a text/);
    expect((await gateway.get(`reviews/${review.id}`)).body).toEqual(review);
  });
});

describe('POST reviews/{id}/reject', () => {
  it('withdraws the current trades, announces that, and stores why', async () => {
    const { status, body } = await decide('reject', WHO);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'rejected',
      filing: { status: 'needs_review', reason: 'Rejected by A. Reviewer: read page 2' },
      transactions: [{ is_current: false }, { is_current: false }],
      decisions: [{ decision: 'rejected', ...WHO }],
    });
    const { body: trades } = await gateway.get('trades?limit=500');
    const filings = trades.data.map(({ filing }: { filing: { external_id: string } }) => filing.external_id);
    expect(filings).not.toContain(externalId);
    const outbox = await gateway.owner.get(Outbox).pending('house', 1_000);
    const told = outbox.filter(({ payload }) => JSON.stringify(payload).includes(body.transactions[0].id));
    expect(told).toMatchObject([{ payload: { type: 'rotunda.trade.withdrawn' } }]);
    await seed(gateway, doubtful());
    expect((await gateway.get(`reviews/${review.id}`)).body).toEqual(body);
  });

  it('needs a reason', async () => {
    expectProblem(await decide('reject', { by: 'x' }), 422, /reason must be a text/);
  });
});
