import { byTier, createTestDatabase, databaseRoles, itAll, onServer, type TestDatabase } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type HouseSite, startHouseSite } from '../../apps/stand-ins/src/house/house-site.js';
import { type SenateSite, startSenateSite } from '../../apps/stand-ins/src/senate/senate-site.js';
import { RunningCommand } from './running-command.js';

let house: HouseSite;
let senate: SenateSite;
let database: TestDatabase;

beforeAll(async () => {
  [house, senate, database] = await Promise.all([startHouseSite(), startSenateSite(), createTestDatabase()]);
});

afterAll(async () => {
  await house.stop();
  await senate.stop();
  await database.drop();
});

async function run(args: string[], env: Record<string, string> = {}): Promise<RunningCommand> {
  const command = RunningCommand.run(['run', ...args], {
    HOUSE_BASE_URL: house.url,
    HOUSE_REQUEST_INTERVAL_MS: '0',
    SENATE_BASE_URL: senate.url,
    SENATE_MEDIA_URL: senate.mediaUrl,
    SENATE_REQUEST_INTERVAL_MS: '0',
    SENATE_FETCH: 'http',
    ...env,
  });
  await command.exitCode();
  return command;
}

const senateEnvironment = async (): Promise<Record<string, string>> => ({
  DATABASE_URL: (await databaseRoles(database.url)).write,
  ROTUNDA_ACCEPT_TERMS: 'true',
});

const windowOf = ({ window }: HouseSite | SenateSite): string[] => ['--from', window.start, '--to', window.end];

const printed = ({ stdout }: RunningCommand): { status: string; parsed: { transactions: unknown[] } }[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const WRONG: [args: string[], reason: string, code: number][] = [
  [['lords'], 'a chamber is senate or house', 2],
  [['house', '--from', '2026-03-01'], 'DATABASE_URL', 1],
  [['house', '--from', '2026-03-02', '--to', '2026-03-01'], 'must not be after', 1],
  [['reparse', 'house'], 'DATABASE_URL', 1],
  [['check'], 'a check needs a chamber: senate or house', 2],
];

describe('rotunda run', () => {
  it('prints the House’s filings, with neither NATS nor Postgres', async () => {
    const command = await run(['house', '--print', ...windowOf(house)]);
    expect(await command.exitCode(), command.stderr).toBe(0);
    expect(printed(command)).toHaveLength(house.filings);
    expect(printed(command).filter(({ status }) => status === 'parsed').length).toBeGreaterThan(60);
  });

  it('scrapes the Senate into Postgres, and reads the archive anew', async () => {
    const env = await senateEnvironment();
    const first = await run(['senate', ...windowOf(senate)], env);
    expect(await first.exitCode(), first.stderr).toBe(0);
    const { filings, stats } = JSON.parse(first.lastLine());
    expect(filings).toMatchObject({ listed: senate.filings, known: 0, failed: 0 });
    const [row] = await onServer(
      database.url,
      async (client) => (await client.query('SELECT count(*) FROM transactions WHERE superseded_at IS NULL')).rows,
    );
    expect(Number(row.count)).toBe(stats.saved);
    const reparse = await run(['reparse', 'senate', '--args', '{"filed_from": "2026-01-01"}'], env);
    const { status, filings: read } = JSON.parse(reparse.lastLine());
    expect(status).toBe('success');
    expect(read).toMatchObject({ same: read.looked_at, different: 0 });
    expect(read.looked_at).toBeGreaterThan(0);
  });

  itAll('finds everything known the second time', async () => {
    const second = await run(['scrape', 'senate', ...windowOf(senate)], await senateEnvironment());
    expect(JSON.parse(second.lastLine()).filings).toMatchObject({ known: senate.filings });
  });

  itAll('sends no request to the Senate before the terms are accepted', async () => {
    senate.requests.length = 0;
    const command = await run(['senate', '--print', ...windowOf(senate)]);
    expect(await command.exitCode()).toBe(1);
    expect(command.stderr).toContain('13107(c)');
    expect(senate.requests).toEqual([]);
  });

  it('checks a site, with neither NATS nor Postgres', async () => {
    const command = await run(['check', 'house']);
    expect(await command.exitCode(), command.stderr).toBe(0);
    expect(JSON.parse(command.lastLine())).toMatchObject({ status: 'success', chamber: 'house' });
  });

  it.each(WRONG.slice(0, byTier({ enough: 2, all: WRONG.length })))(
    'reports what is wrong with %j',
    async (args, reason, code) => {
      const command = await run(args);
      expect(await command.exitCode()).toBe(code);
      expect(command.stderr).toContain(reason);
      expect(command.stderr).not.toContain('    at ');
    },
  );
});
