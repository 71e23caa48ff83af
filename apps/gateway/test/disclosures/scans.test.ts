import { randomUUID } from 'node:crypto';
import { decode, encode } from 'fast-png';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { scan, scanRow, SHEET } from '../../../../libs/persistence/test/sample-scans.js';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { listedFiling, parsedRow, seed } from './review-samples.js';

const WHO = { by: 'A. Reviewer', reason: 'read the sheet' };
/** White, with one black pixel in the upper left corner of the second row's owner cell. */
const [WIDTH, HEIGHT, BLACK] = [640, 480, { x: 0, y: 280 }];
const picture = (): Uint8Array => {
  const data = new Uint8Array((WIDTH / 8) * HEIGHT).fill(0xff);
  data[(BLACK.y * WIDTH + BLACK.x) / 8] = 0x7f;
  return encode({ width: WIDTH, height: HEIGHT, depth: 1, channels: 1, data });
};

let gateway: GatewayUnderTest;
let count = 0;
let externalId: string;
// oxlint-disable-next-line typescript/no-explicit-any -- JSON of the API
let review: any;

beforeAll(async () => {
  gateway = await GatewayUnderTest.start();
});
afterAll(() => gateway.stop());

beforeEach(async () => {
  externalId = String(8_000_000 + ++count);
  const rows = [scanRow(1, [], { assetName: `Placeholder ${count} Incorporated` })];
  const waiting = [scanRow(2, ['owner', 'asset_name'], { assetName: `Placeholdr ${count} Incorporated` })];
  const parsed = scan(rows, waiting, {}, { sheets: [{ ...SHEET, picture: picture() }] });
  await seed(gateway, { filing: listedFiling(externalId), transactions: [], scan: parsed });
  const { body } = await gateway.get('reviews?status=open&limit=1');
  review = (await gateway.get(`reviews/${body.data[0].id}`)).body;
});

const correct = (edits: object) => gateway.post(`reviews/${review.id}/correct`, { ...WHO, ...edits });
const TYPED = {
  ...{ page: 1, owner: 'joint', asset_name: 'Typed Company', type: 'sale', traded_on: '2025-02-03' },
  ...{ notified_on: null, amount_min: 15_001, amount_max: 50_000, amount_over: false },
};

describe('the review of a scan', () => {
  it('has each waiting row with its cells, what is doubtful, and suggestions from the archive', () => {
    expect(review.filing).toMatchObject({ status: 'paper_review', format: 'paper', paper_class: 'mixed' });
    expect(review.transactions).toMatchObject([{ source: 'paper', confidence: { owner: 0.998, amount: 0.998 } }]);
    const { class: kind, sheets, rows } = review.paper;
    expect(kind).toBe('mixed');
    expect(sheets).toMatchObject([{ page: 1, form: 'C20', rotation: 90, width: WIDTH, height: HEIGHT }]);
    expect(rows).toMatchObject([
      {
        ordinal: 2,
        page: 1,
        hand: 'handwritten',
        row: { asset_name: `Placeholdr ${count} Incorporated`, quality_flags: [] },
        fields: {
          owner: { value: 'spouse', raw: 'owner', confidence: 0.6, doubtful: true, box: [0, 280, 90, 310] },
          type: { value: 'purchase', doubtful: false },
          amount: { value: { amount_min: 1001, amount_max: 15_000, amount_over: false } },
        },
      },
    ]);
    const [first] = rows[0].suggestions;
    expect(first).toEqual({
      asset_name: `Placeholder ${count} Incorporated`,
      ticker: null,
      likeness: expect.any(Number),
    });
    expect(first.likeness).toBeGreaterThan(0.5);
  });

  it('shows the picture of a sheet, and of a cell', async () => {
    const { sheets, rows } = review.paper;
    const whole = await fetch(gateway.url + sheets[0].image);
    expect(whole.headers.get('content-type')).toBe('image/png');
    expect(whole.headers.get('cache-control')).toMatch(/immutable/);
    expect(decode(await whole.arrayBuffer())).toMatchObject({ width: WIDTH, height: HEIGHT });
    const cell = decode(await (await fetch(gateway.url + rows[0].fields.owner.image)).arrayBuffer());
    expect(cell).toMatchObject({ width: 90, height: 30 });
    expect([...cell.data].flatMap((grey, i) => (grey === 255 ? [] : [[i, grey]]))).toEqual([[0, 0]]);
  });

  it.each([
    ['1.png?box=1,2,3', 400, /box must be left,top,right,bottom/],
    ['1.png?box=700,0,710,10', 400, /has nothing of the sheet, which is 640 by 480 pixels/],
    ['0.png', 400, /page must be the page of the filing/],
    ['2.png', 404, /No sheet 2 of the filing/],
    ['1.png?parser_version=scan-9', 404, /No sheet 1/],
  ])('refuses the picture %s', async (path, status, reason) => {
    expectProblem(await gateway.get(`filings/${review.filing.id}/sheets/${path}`), status, reason);
  });

  it('has no picture of an unknown filing', async () => {
    expectProblem(await gateway.get(`filings/${randomUUID()}/sheets/1.png`), 404, /No sheet 1/);
  });

  it('is decided: a row that waits is corrected, another added, a trade removed', async () => {
    const [{ row_id }] = review.paper.rows;
    const [{ id }] = review.transactions;
    const { status, body } = await correct({
      changes: [{ row_id, field: 'owner', value: null }],
      add: [{ ...TYPED, after: row_id }],
      remove: [{ trade_id: id, revision: 1, reason: 'crossed out' }],
    });
    expect(status).toBe(200);
    expect(body.filing.status).toBe('paper_read');
    expect(body.paper.rows).toEqual([]);
    expect(body.transactions).toMatchObject([
      { id: row_id, owner: null, confidence: { owner: null, asset_name: 0.6 } },
      { asset_name: 'Typed Company', amount_raw: '$15,001 - $50,000', source: 'paper', confidence: null },
    ]);
    expect(body.decisions[0]).toMatchObject({
      changes: [{ trade_id: row_id, field: 'owner', old: 'spouse', new: null }],
      rows: [
        { action: 'removed', trade_id: id, reason: 'crossed out' },
        { action: 'added', after: row_id, reason: WHO.reason, row: { asset_name: 'Typed Company' } },
      ],
    });
  });

  it.each<[string, object, number, RegExp]>([
    ['nothing', {}, 422, /accept the review if nothing has to change/],
    [
      'a change of no row',
      { changes: [{ field: 'owner', value: null }] },
      422,
      /trade_id must be the UUID .* or row_id/,
    ],
    ['a removal of an unknown row', { remove: [{ row_id: randomUUID() }] }, 422, /remove\.0: no row .* waits/],
    ['an added row without a date', { add: [{ ...TYPED, traded_on: 'May' }] }, 422, /traded_on must be a real date/],
    [
      'an added row with half an amount',
      { add: [{ ...TYPED, amount_max: null }] },
      422,
      /add\.0: .* needs amount_over/,
    ],
  ])('refuses %s', async (_what, edits, status, reason) => {
    expectProblem(await correct(edits), status, reason);
    expect((await gateway.get(`reviews/${review.id}`)).body).toEqual(review);
  });
});

describe('trades from scans', () => {
  it('are filtered by their source, and events, feeds and coverage tell of them', async () => {
    await seed(gateway, { filing: listedFiling('20000001'), transactions: [parsedRow(1)] });
    const sources = async (query: string): Promise<string[]> => {
      const { body } = await gateway.get(`trades?limit=100&${query}`);
      return [...new Set<string>(body.data.map(({ source }: { source: string }) => source))].toSorted();
    };
    expect(await sources('source=paper')).toEqual(['paper']);
    expect(await sources('source=electronic')).toEqual(['electronic']);
    expect(await sources('source=electronic,paper')).toEqual(['electronic', 'paper']);
    expect(await sources('source=paper&format=electronic')).toEqual([]);
    expectProblem(await gateway.get('trades?source=fax'), 400, /source must be one of electronic, paper/);
    const { body } = await gateway.get('coverage?from=2025-03-01&to=2025-03-31');
    const { listed, paper_read, paper_review, parsed } = body.chambers.at(-1).totals;
    expect(paper_read + paper_review + parsed).toBe(listed);
    expect(paper_review).toBeGreaterThan(0);
  });
});
