import { exec } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { maintainMembers } from '#rotunda/persistence';
import { createTestDatabase, type TestDatabase } from '#rotunda/testing';
import { addMembers } from '../src/commands/members.js';
import { loadShippedMembers, SHIPPED_MEMBERS } from '../src/members/shipped-members.js';
import { failure, type Outcome, RunningVerb } from './verbs.js';

const ROTUNDA = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  vi.stubEnv('DATABASE_URL', database.url);
  folder = await mkdtemp(join(tmpdir(), 'rotunda-members-'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.drop();
  await rm(folder, { recursive: true });
});

const members = (...args: string[]): Promise<Outcome> => new RunningVerb(addMembers, ['members', ...args]).outcome();

const file = async (name: string, content: unknown): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

const legislator = (bioguide: string, end: string) => ({
  id: { bioguide },
  name: { first: 'Testina', last: 'Sample' },
  terms: [{ type: 'rep', start: '2025-01-03', end, state: 'AK', district: 0, party: 'Independent' }],
});

describe('the members', () => {
  it('are loaded by set-up once, and again only by a newer version', async () => {
    const [first, matched, ...rest] = await loadShippedMembers(database.url);
    expect(first).toMatch(/^members as of \d{4}-\d{2}-\d{2} loaded: 1130 new, 0 changed$/);
    expect(matched).toMatch(/^Filings: 0 matched/);
    expect(rest).toEqual([]);
    expect(await loadShippedMembers(database.url)).toEqual([]);
  });

  it('are imported from the JSON of the source: it says what changed, and nothing the second time', async () => {
    const path = await file('legislators-current.json', [
      legislator('S900001', '2027-01-03'),
      legislator('TODO', '2027-01-03'),
    ]);
    const first = await members('import', path, '--as-of', '2026-07-01');
    expect(first).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/left out: entry 2 \(TODO, Testina Sample\)/),
    });
    expect(first.stdout).toContain('new      S900001 Testina Sample (house AK-0)');
    expect(first.stdout).toContain('Members: 1 new, 0 changed, 0 the same, 1130 not on the list, kept.');
    const again = await members('import', path, '--as-of', '2026-07-01');
    expect(again.stdout).toContain('Members: 0 new, 0 changed, 1 the same, 1130 not on the list, kept.');
    const changed = await members('import', await file('later.json', [legislator('S900001', '2026-07-31')]));
    expect(changed.stdout).toContain(
      'changed  S900001 Testina Sample (house AK-0): term house from 2025-01-03 differs',
    );
    expect(changed.stdout).toMatch(/Filings: 0 matched, 0 ambiguous, 0 open, 0 by non-members; 0 changed\./);
  });

  it.each([
    [
      'a broken list',
      [{ ...legislator('S900001', '2027-02-30') }],
      /not a list of members; nothing was changed.*invalid dates/,
    ],
    ['something else', 'hello', /neither a Rotunda list/],
  ])('are not changed by %s', async (_, content, reason) => {
    expect(await members('import', await file('broken.json', content))).toEqual(failure(reason));
  });

  it('are matched on demand', async () => {
    expect(await members('match')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Filings: 0 matched/) });
  });

  it('are in the audit trail with who changed them from this machine', async () => {
    const since = new Date().toISOString();
    await members('match');
    await members('import', await file('once more.json', [legislator('S900001', '2026-07-31')]));
    const { items } = await maintainMembers(database.url, ({ audit }) =>
      audit.page({ limit: 50, source: 'cli', from: new Date(since) }),
    );
    expect(items).toMatchObject([
      { action: 'members.import', result: 'ok', params: { file: 'once more.json' } },
      { action: 'members.match', actorKind: 'cli', actorName: `${userInfo().username}@${hostname()}` },
    ]);
  });

  it('are printed in the form that ships', async () => {
    const { stdout } = await members('slim', SHIPPED_MEMBERS, '--as-of', '2026-06-10');
    expect(stdout).toBe(await readFile(SHIPPED_MEMBERS, 'utf8'));
  });

  it('are printed whole into a pipe, which takes less at once', async () => {
    const command = `"${process.execPath}" "${ROTUNDA}" members slim "${SHIPPED_MEMBERS}" --as-of 2026-06-10 | cat`;
    const { stdout } = await promisify(exec)(command, { maxBuffer: 2 ** 20 });
    expect(stdout).toBe(await readFile(SHIPPED_MEMBERS, 'utf8'));
  });
});
