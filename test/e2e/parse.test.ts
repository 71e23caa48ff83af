import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itAll } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readHouseFacts } from '../../apps/stand-ins/src/house/read-facts.js';
import { renderUnreadableScan } from '../../apps/stand-ins/src/house/scan/render-scan.js';
import { renderPtr as renderHousePtr } from '../../apps/stand-ins/src/house/render-ptr.js';
import { readSenateFacts } from '../../apps/stand-ins/src/senate/read-facts.js';
import { renderPtr as renderSenatePtr } from '../../apps/stand-ins/src/senate/pages/render-ptr.js';
import { RunningCommand } from './running-command.js';

const UUID = '0b6c2641-eca3-4bdf-9c14-9208c0239a1b';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-parse-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function parse(chamber: string, files: readonly string[]): Promise<{ code: number | null; results: Json[] }> {
  const command = RunningCommand.run(['parse', chamber, ...files]);
  const code = await command.exitCode();
  expect(command.stderr).not.toContain('    at ');
  const lines = command.stdout.split('\n').filter((line) => line !== '');
  return { code, results: lines.map((line) => JSON.parse(line) as Json) };
}

interface Json {
  file: string;
  status?: string;
  transactions?: Record<string, unknown>[];
  error?: { code: string; message: string };
}

async function save(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

describe('rotunda parse', () => {
  it('prints a JSON object for each House PDF, in the given order, without any services', async () => {
    const { documents } = await readHouseFacts();
    const ptrs = [...documents.values()].flatMap((facts) => (facts.form === 'ptr' ? [facts.ptr] : [])).slice(0, 30);
    const files: string[] = [];
    for (const facts of ptrs) files.push(await save(`${facts.docId}.pdf`, await renderHousePtr(facts)));
    files.push(await save('9106201.pdf', await renderUnreadableScan('9106201', 2)));
    const { code, results } = await parse('house', files);
    expect(code).toBe(0);
    expect(results.map(({ file }) => file)).toEqual(files);
    expect(results.map(({ transactions }) => transactions!.length)).toEqual([
      ...ptrs.map(({ rows }) => rows.length),
      0,
    ]);
    expect(results.at(-1)).toMatchObject({ external_id: '9106201', format: 'paper', status: 'paper_review' });
    const [facts] = ptrs as [(typeof ptrs)[0]];
    expect(results[0]).toMatchObject({
      external_id: facts.docId,
      format: 'electronic',
      status: 'parsed',
      filed_on: null,
      signed_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      amendment_no: null,
      review_reasons: [],
    });
    expect(results[0]!.transactions![0]).toMatchObject({
      ordinal: 1,
      amount_raw: facts.rows[0]!.amount,
      amount_min: expect.any(Number) as number,
      row_status: 'new',
      provenance: {
        page: 1,
        box: [expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)],
        dom_row: null,
        parser_version: expect.stringMatching(/^house-ptr\/\d+$/) as string,
        document_sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    });
  });

  it('prints a JSON object for each Senate page, with the id of the file’s name', async () => {
    const { documents } = await readSenateFacts();
    const facts = [...documents.values()].flatMap((document) => (document.form === 'ptr' ? [document.ptr] : []))[0]!;
    const { code, results } = await parse('senate', [await save(`${UUID}.html`, renderSenatePtr(facts))]);
    expect(code).toBe(0);
    expect(results[0]).toMatchObject({
      external_id: UUID,
      filer: facts.filer,
      filed_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      signed_on: null,
    });
    expect(results[0]!.transactions![0]).toMatchObject({
      ordinal: 1,
      provenance: { page: null, box: null, dom_row: 1 },
    });
  });

  it('reports unreadable files, continues with the others, and exits with 1', async () => {
    const { documents } = await readHouseFacts();
    const facts = [...documents.values()].flatMap((document) => (document.form === 'ptr' ? [document.ptr] : []))[0]!;
    const good = await save('20000001.pdf', await renderHousePtr(facts));
    const huge = await save('huge.pdf', Buffer.alloc(0));
    await truncate(huge, 8 * 1024 ** 3);
    const page = await save('page.html', Buffer.from('<html></html>'));
    const { code, results } = await parse('house', [join(folder, 'missing.pdf'), page, folder, huge, good]);
    expect(code).toBe(1);
    expect(results.map(({ error, status }) => error?.code ?? status)).toEqual([
      'UnreadableFile',
      'UnreadableDocument',
      'UnreadableFile',
      'UnreadableDocument',
      'parsed',
    ]);
  });

  itAll('reports files that are no page of the Senate', async () => {
    const scan = await save('9106201.pdf', await renderUnreadableScan('9106201', 1));
    const { code, results } = await parse('senate', [scan, await save('page.html', Buffer.from('<html></html>'))]);
    expect([code, results.map(({ error }) => error?.code)]).toEqual([1, ['UnreadableDocument', 'LayoutChanged']]);
  });

  it('ends quietly when its output is closed', async () => {
    const { documents } = await readHouseFacts();
    const facts = [...documents.values()].flatMap((document) => (document.form === 'ptr' ? [document.ptr] : []))[0]!;
    const file = await save('20000002.pdf', await renderHousePtr(facts));
    const rotunda = join(import.meta.dirname, '../../scripts/rotunda.mjs');
    const command = `"${process.execPath}" "${rotunda}" parse house ${`"${file}" `.repeat(200)} 2>&1 | head -1`;
    expect(JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' }))).toMatchObject({ file });
  });
});
