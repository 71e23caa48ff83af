import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { getDataSourceToken } from '@nestjs/typeorm';
import { testFolder } from '#rotunda/testing';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Column } from '../../src/exports/columns/column.js';
import { fieldAt, type FieldSchema, propertiesOf } from '../../src/exports/columns/dictionary.js';
import { TRADE_COLUMNS, WITHOUT_COLUMN } from '../../src/exports/columns/trade-columns.js';
import { listedFiling, parsedRow, seed } from '../disclosures/review-samples.js';
import { expectProblem, GatewayUnderTest } from '../gateway-under-test.js';
import { Duck, type Row } from './duckdb.js';
import { download, type ExportedFile, linesOf } from './exported-file.js';

let gateway: GatewayUnderTest;
let folder: string;
let duck: Duck;
let database: DataSource;
/** All trades as the API lists them. */
let listed: Row[];

const LONG = { timeout: 30_000, interval: 100 };

const FORMATS = ['csv', 'ndjson', 'parquet'] as const;

const get = (path: string): Promise<ExportedFile> => download(`${gateway.url}/api/v1/exports/${path}`);

const AMENDED = {
  filing: listedFiling('20000002', { filedAtRaw: '2024-03-10', filedOn: '2024-03-10' }),
  transactions: [
    parsedRow(1, {
      assetNameRaw: 'Other Corp (MSFT) [ST]',
      assetName: 'Other Corp',
      ticker: 'MSFT',
      bond: { rate: '5%', matures: '2030-01-01' },
    }),
  ],
};
const UNDATED = {
  filing: listedFiling('20000003', { filedAtRaw: '31/31/2024', filedOn: null }),
  transactions: [parsedRow(1, { exchange: { asset: 'Another', ticker: 'ANO' } })],
};

beforeAll(async () => {
  [gateway, folder] = await Promise.all([
    GatewayUnderTest.start({ EXPORTS_AT_ONCE: '1', EXPORT_STALLED_AFTER_MS: '1000' }),
    testFolder(),
  ]);
  await seed(gateway, {
    filing: listedFiling('20000001', { filedAtRaw: '2025-03-20', filedOn: '2025-03-20' }),
    transactions: [
      parsedRow(1, {
        assetName: '=cmd|"x"!A1, "quoted"\r\nand a line',
        comment: '',
        amountMin: 509.87,
        amountMax: 509.87,
      }),
      parsedRow(2, { owner: null, ownerRaw: '', ticker: null, qualityFlags: ['owner_unknown', 'amount_unknown'] }),
      parsedRow(3, {
        option: { type: 'Call', strike: '$5.00', expires: null },
        place: { page: null, box: null, domRow: 4 },
      }),
      parsedRow(4, {
        amountMin: 50_000_000,
        amountMax: null,
        amountOver: true,
        description: 'é𝔸 “zero”',
        tradedOn: null,
      }),
    ],
    reviewReasons: [{ code: 'no_rows', params: {} }],
  });
  await seed(gateway, AMENDED);
  await seed(gateway, UNDATED);
  listed = (await gateway.get('trades')).body.data;
  duck = await Duck.in(folder);
  for (const format of FORMATS)
    await writeFile(join(folder, `trades.${format}`), (await get(`trades.${format}`)).bytes);
});
afterAll(async () => {
  duck?.close();
  await gateway?.stop();
  await rm(folder, { recursive: true });
});

describe('a file of trades', () => {
  it('has in NDJSON what the list has, row for row, and at the end their number and the digest', async () => {
    const file = await get('trades.ndjson');
    expect(listed).toHaveLength(6);
    expect(linesOf(file)).toEqual(listed);
    expect(file.trailers).toEqual({ 'rotunda-rows': '6', 'repr-digest': `sha-256=:${file.sha256}:` });
    expect(file.headers).toMatchObject({
      'content-type': 'application/x-ndjson',
      'content-disposition': 'attachment; filename="trades.ndjson"',
      'use-notice': expect.stringContaining('13107(c)'),
    });
  });

  it('has in Parquet the same values, with their types', async () => {
    const types = await duck.types('trades.parquet');
    expect(types).toMatchObject({
      traded_on: 'DATE',
      filing_filed_on: 'DATE',
      recorded_at: 'TIMESTAMP WITH TIME ZONE',
      amount_min: 'DECIMAL(16,2)',
      quality_flags: 'VARCHAR[]',
      provenance_box: 'DOUBLE[]',
      late: 'BOOLEAN',
      days_to_file: 'INTEGER',
      id: 'VARCHAR',
      filing_review_reason_codes: 'JSON',
    });
    expect(Object.keys(types)).toEqual(TRADE_COLUMNS.map(({ name }) => name));
    const rows = await duck.rows(`SELECT * FROM 'trades.parquet'`);
    expect(rows.map((row) => asInJson(row))).toEqual(listed.map((trade) => flat(trade)));
  });

  it('has in CSV the same values as text, with an empty text unlike no text', async () => {
    const rows = await duck.rows(
      `SELECT * FROM read_csv('trades.csv', all_varchar = true, allow_quoted_nulls = false)`,
    );
    const texts = listed.map((trade) =>
      Object.fromEntries(Object.entries(flat(trade)).map(([name, value]) => [name, asText(value)])),
    );
    expect(rows).toEqual(texts);
  });

  it.each(['ticker=MSFT', 'owner=unknown', 'filed_from=2025-01-01&amount_from=1000', 'ticker=NONE'])(
    'takes the filters of the list: %s',
    async (query) => {
      const { data } = (await gateway.get(`trades?${query}`)).body;
      expect(linesOf(await get(`trades.ndjson?${query}`))).toEqual(data);
      await writeFile(join(folder, 'some.parquet'), (await get(`trades.parquet?${query}`)).bytes);
      expect(await duck.rows(`SELECT id FROM 'some.parquet'`)).toEqual(data.map(({ id }: { id: string }) => ({ id })));
    },
  );

  it('can be asked for without its bytes', async () => {
    const { status, headers, bytes } = await download(`${gateway.url}/api/v1/exports/trades-2024.csv`, 'HEAD');
    expect({ status, bytes: bytes.length }).toEqual({ status: 200, bytes: 0 });
    expect(headers['content-disposition']).toBe('attachment; filename="trades-2024.csv"');
  });

  it.each([
    ['trades.xlsx', 404, /no export as "xlsx"; use one of csv, ndjson, parquet/],
    ['trades-24.csv', 404, /no export of the year "24"; use four digits, or undated/],
    ['trades.csv?limit=5', 400, /limit is not a known field/],
    ['trades.csv?as_of=2999-01-01', 400, /is in the future/],
  ])('answers %s with %d', async (path, status, detail) => {
    expectProblem(await gateway.get(`exports/${path}`), status, detail);
  });
});

describe('the manifest', () => {
  it('has a file for each year, which together are the whole, also after more was stored', async () => {
    const { body } = await gateway.get('exports/manifest?type=purchase,sale');
    expect(body).toMatchObject({ rows: 6, filters: { type: ['purchase', 'sale'] }, as_of: { exact: true } });
    expect(body.files.map(({ year, rows }: Row) => [year, rows])).toEqual([
      [null, 1],
      [2024, 1],
      [2025, 4],
    ]);
    await seed(gateway, {
      filing: listedFiling('20000009', { filedAtRaw: '2024-05-05', filedOn: '2024-05-05' }),
      transactions: [parsedRow(1)],
    });
    const parts: ExportedFile[] = [];
    for (const { links } of body.files) parts.push(await download(gateway.url + links.ndjson));
    expect(parts.map(({ trailers }) => trailers['rotunda-rows'])).toEqual(['1', '1', '4']);
    expect(parts.map(({ headers }) => headers['rotunda-as-of'])).toEqual(Array(3).fill(body.as_of.at));
    const whole = linesOf(await download(gateway.url + body.whole.ndjson));
    expect(parts.toReversed().flatMap(linesOf)).toEqual(whole);
    expect(whole.map((row) => (row as Row)['id'])).toEqual(listed.map(({ id }) => id));
  });
});

describe('as of an instant', () => {
  it('a file has the trades from before an amendment and a reparse, or those from after it', async () => {
    const trades = async (query = ''): Promise<Row[]> => (await gateway.get(`trades${query}`)).body.data as Row[];
    const were = await trades();
    const then = (await gateway.get('exports/manifest')).body.as_of.at as string;
    const more = { amountMin: 15_001, amountMax: 50_000 };
    await seed(gateway, { ...UNDATED, transactions: UNDATED.transactions.map((row) => ({ ...row, ...more })) });
    await seed(gateway, {
      filing: listedFiling('20000004', { filedAtRaw: '2025-04-20', filedOn: '2025-04-20' }),
      transactions: AMENDED.transactions.map((row) => ({
        ...{ ...row, ...more },
        ...{ sourceRowId: '2999000001', rowStatus: 'amended' },
      })),
    });
    const are = await trades();
    expect([were, are].map((rows) => rows.filter(({ amount_min }) => amount_min === 15_001).length)).toEqual([0, 2]);
    expect(linesOf(await get('trades.ndjson'))).toEqual(are);
    expect(linesOf(await get(`trades.ndjson?as_of=${then}`))).toEqual(await trades(`?as_of=${then}`));
    for (const format of ['csv', 'parquet'] as const) {
      await writeFile(join(folder, `then.${format}`), (await get(`trades.${format}?as_of=${then}`)).bytes);
      const rows = await duck.rows(`SELECT id, amount_min::DOUBLE AS amount_min FROM 'then.${format}'`);
      expect(rows).toEqual(were.map(({ id, amount_min }) => ({ id, amount_min })));
    }
  });
});

describe('a client that takes nothing more', () => {
  const sessions = async (): Promise<unknown[]> =>
    database.query(
      `SELECT state, query FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'gateway' AND state <> 'idle'`,
    );
  const expectAllEnded = async (): Promise<void> => {
    await vi.waitFor(async () => expect((await get('trades.csv?ticker=NONE')).status).toBe(200), LONG);
    await vi.waitFor(async () => expect(await sessions()).toEqual([]), LONG);
  };
  /** An export that has begun, and whose client reads no further. */
  const begun = async (format: string): Promise<Socket> => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write(`GET /api/v1/exports/trades.${format} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    await once(socket, 'readable');
    return socket;
  };

  beforeAll(async () => {
    database = gateway.owner.get(getDataSourceToken());
    // Some twenty megabytes, more than all buffers between here and there.
    await database.query(
      `INSERT INTO transactions
       SELECT r.* FROM transactions t, generate_series(1001, 3400) n,
         LATERAL (SELECT string_agg(md5(n::text || i), '') AS text FROM generate_series(1, 250) i) filler,
         LATERAL jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'ordinal', n,
           'comment', filler.text)) r
       WHERE t.ordinal = 1 AND t.ticker = 'MSFT'`,
    );
  });

  it.each(['csv', 'parquet'])('and hangs up in the middle of %s leaves nothing open', async (format) => {
    const socket = await begun(format);
    const refused = await gateway.get('exports/trades.csv');
    expectProblem(refused, 503, /1 exports run already, as many as EXPORTS_AT_ONCE allows/);
    expect(refused.headers.get('retry-after')).toBe('30');
    socket.destroy();
    await expectAllEnded();
  });

  it('but stays connected is cut', async () => {
    const socket = await begun('ndjson');
    await expectAllEnded();
    const closed = once(socket, 'close');
    const parts: Buffer[] = [];
    socket.on('data', (part: Buffer) => parts.push(part)).on('error', () => undefined);
    await closed;
    expect(Buffer.concat(parts).subarray(-5).toString()).not.toBe('0\r\n\r\n');
  });
});

describe('the dictionary', () => {
  it('has a column for each field of a trade, with its meaning and whether it may be null', async () => {
    const document: OpenAPIObject = (await gateway.ask('/api/docs-json')).body;
    const { body } = await gateway.get('exports/dictionary');
    const fields = leavesOf({ $ref: '#/components/schemas/TradeView' }, document).toSorted();
    expect(body.columns.map(({ field }: Row) => field).toSorted()).toEqual(fields);
    const unlike = TRADE_COLUMNS.filter((column) => column.nullable !== isNullable(column, document));
    expect(unlike.map(({ name }) => name)).toEqual([]);
    const mute = body.columns.filter(({ description }: Row) => description === '');
    expect(mute.map(({ field }: Row) => field)).toEqual([]);
  });
});

/** Paths of the fields that have no fields of their own. */
function leavesOf(schema: FieldSchema, document: OpenAPIObject, path: string[] = []): string[] {
  const dotted = path.join('.');
  if (WITHOUT_COLUMN.includes(dotted)) return [];
  const properties = schema.$ref || schema.allOf || schema.oneOf ? propertiesOf(schema, document) : {};
  const names = Object.keys(properties);
  return names.length === 0
    ? [dotted]
    : names.flatMap((name) => leavesOf(properties[name]!, document, [...path, name]));
}

const isNullable = ({ path }: Column, document: OpenAPIObject): boolean =>
  path.some((_, at) => {
    const { nullable, oneOf = [] } = fieldAt(path.slice(0, at + 1), document);
    return nullable === true || oneOf.some((part) => part.nullable === true);
  });

/** A trade as one row. */
const flat = (trade: Row): Row =>
  Object.fromEntries(TRADE_COLUMNS.map((column) => [column.name, column.valueOf(trade)]));

/** A row of DuckDB. */
const asInJson = (row: Row): Row =>
  Object.fromEntries(
    TRADE_COLUMNS.map(({ name, type }) => [name, row[name] === null ? null : (READ[type]?.(row[name]) ?? row[name])]),
  );

const READ: Partial<Record<Column['type'], (value: unknown) => unknown>> = {
  money: Number,
  instant: (text) => new Date(String(text)).toISOString(),
  json: (text) => JSON.parse(String(text)) as unknown,
};

const asText = (value: unknown): string | null =>
  value === null || typeof value === 'string' ? value : JSON.stringify(value);
