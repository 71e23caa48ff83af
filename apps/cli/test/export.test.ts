import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { testFolder } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listedFiling, parsedRow, seed } from '../../gateway/test/disclosures/review-samples.js';
import { Duck } from '../../gateway/test/exports/duckdb.js';
import { GatewayUnderTest } from '../../gateway/test/gateway-under-test.js';
import { addExport } from '../src/commands/data/export/export.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

const run = promisify(execFile);
const PAGE = new URL('../../../docs/exports.md', import.meta.url);

let gateway: GatewayUnderTest;
let folder: string;

beforeAll(async () => {
  [gateway, folder] = await Promise.all([GatewayUnderTest.start(), testFolder()]);
  const filed: [string, string | null, string][] = [
    ['20000001', '2025-03-20', 'MSFT'],
    ['20000002', '2024-03-10', 'EXA'],
    ['20000003', null, 'EXA'],
  ];
  for (const [id, filedOn, ticker] of filed) {
    const filing = listedFiling(id, { filedOn, filedAtRaw: filedOn ?? '31/31/2024' });
    await seed(gateway, { filing, transactions: [parsedRow(1, { ticker, comment: '' }), parsedRow(2, { ticker })] });
  }
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true });
});

const exported = (into: string, args: string[], url = gateway.url): Promise<Outcome> =>
  new RunningVerb(addExport, ['export', '--out', join(folder, into), ...args, '--gateway', url]).outcome();

describe('export', () => {
  it('saves a file for each year, and a manifest with what is in them', async () => {
    const { code, stdout } = await exported('whole', []);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^6 trades in 3 files in .*whole, as of 2\d{3}-.*Z; manifest\.json has their checksums\.\n$/m,
    );
    const names = ['trades-undated.parquet', 'trades-2024.parquet', 'trades-2025.parquet'];
    expect(await readdir(join(folder, 'whole'))).toEqual(['manifest.json', ...names].toSorted());
    const manifest = JSON.parse(await readFile(join(folder, 'whole', 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({
      format: 'parquet',
      rows: 6,
      filters: {},
      notice: expect.stringContaining('13107(c)'),
    });
    const seen = names.map(async (name, n) => {
      const bytes = await readFile(join(folder, 'whole', name));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { name, year: [null, 2024, 2025][n], rows: 2, bytes: bytes.length, sha256 };
    });
    expect(manifest.files).toEqual(await Promise.all(seen));
  });

  it('makes the same files again as of the same instant, and removes those that are none of them any more', async () => {
    const before = JSON.parse(await readFile(join(folder, 'whole', 'manifest.json'), 'utf8'));
    const again = await exported('again', ['--as-of', before.as_of.at, '--json']);
    expect(JSON.parse(again.stdout)).toEqual(before);
    const fewer = await exported('again', ['--ticker', 'MSFT', '--quiet']);
    expect(fewer.stdout).toBe('trades-2025.parquet\n');
    expect(await readdir(join(folder, 'again'))).toEqual(['manifest.json', 'trades-2025.parquet']);
  });

  it('saves all in one file', async () => {
    const { stdout } = await exported('one', ['--one-file', '--format', 'ndjson', '--owner', 'spouse', '--quiet']);
    expect(stdout).toBe('trades.ndjson\n');
    const lines = (await readFile(join(folder, 'one', 'trades.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual((await gateway.get('trades?owner=spouse')).body.data);
  });

  it('changes nothing where a file does not arrive whole', async () => {
    await mkdir(join(folder, 'broken'));
    const breaking = await breakingProxy(gateway.url);
    try {
      const outcome = await exported('broken', ['--format', 'csv', '--one-file'], breaking.url);
      expect(outcome).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/GET \/exports\/trades\.csv\?.* broke off after \d+ bytes; run the export again/),
      });
      expect(await readdir(join(folder, 'broken'))).toEqual([]);
    } finally {
      breaking.server.close();
    }
  });

  it('refuses what the gateway refuses', async () => {
    expect(await exported('none', ['--state', 'Ohio'])).toEqual(failure(/state must be postal codes/, 'usage'));
    expect(await exported('none', ['--as-of', 'yesterday'])).toEqual(failure(/as_of must be/, 'usage'));
  });
});

describe('docs/exports.md', () => {
  let page: string;
  const blocks = (language: string): string[] =>
    [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, block]) => block!);
  beforeAll(async () => {
    page = await readFile(PAGE, 'utf8');
    for (const format of ['csv', 'ndjson', 'parquet']) {
      await exported(`as-${format}`, ['--format', format]);
    }
  });

  it('has lines for DuckDB that read what was exported', async () => {
    const queries = blocks('sql');
    expect(queries).toHaveLength(3);
    for (const query of queries) {
      const format = /\.(csv|ndjson|parquet)/.exec(query)![1];
      const duck = await Duck.in(join(folder, `as-${format}`));
      const rows = await duck.rows(query.replace('WHERE late', 'WHERE NOT late'));
      expect(rows.length, query).toBe(format === 'parquet' ? 3 : 4);
      duck.close();
    }
  });

  it('has lines for pandas that read what was exported', async ({ skip }) => {
    const printed = await runInPandas(blocks('python')[0]!, join(folder, 'as-csv'));
    if (printed === null) return skip('there is no pandas here: apt-get install python3-pandas');
    expect(printed).toMatch(/^6 6006(\.0)?\n$/);
  });
});

/** Debian has pandas for its own Python, which need not be the first one in PATH. Null: none has it. */
async function runInPandas(block: string, cwd: string): Promise<string | null> {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      return (await run(python, ['-c', block], { cwd })).stdout;
    } catch (error) {
      if (!/ENOENT|No module named 'pandas'/.test(String(error))) throw error;
    }
  }
  return null;
}

/** Passes everything on, but cuts a file after its first bytes. */
async function breakingProxy(to: string): Promise<{ url: string; server: Server }> {
  const { port } = new URL(to);
  const server = createServer((client) => {
    const behind = connect(Number(port), '127.0.0.1');
    let isFile = false;
    client.on('error', () => undefined).on('close', () => behind.destroy());
    behind.on('error', () => undefined).on('close', () => client.destroy());
    client.on('data', (part: Buffer) => {
      isFile = part.includes('/exports/trades');
      behind.write(part);
    });
    behind.on('data', (part: Buffer) => {
      if (!isFile) return void client.write(part);
      const upTo = part.indexOf('\r\n\r\n') + 50;
      client.write(part.subarray(0, upTo), () => client.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
