import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, itAll, refuseDenials, testFolder } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunningCommand, stillRunning } from './running-command.js';

const isLinux = process.platform === 'linux';
/** Nothing listens there. */
const NOWHERE = { HOUSE_BASE_URL: 'http://127.0.0.1:9', SITE_RETRY_DELAY_MS: '10' };

let folder: string;
const running: RunningCommand[] = [];

beforeAll(async () => {
  folder = await testFolder();
});

afterAll(async () => {
  for (const command of running.splice(0)) {
    command.kill('SIGTERM');
    await command.exitCode();
  }
  await refuseDenials(join(folder, 'start', 'nats', 'nats-server.log'));
  await rm(folder, { recursive: true });
});

function run(args: string[], env: Record<string, string> = {}): RunningCommand {
  const command = RunningCommand.run(args, env);
  running.push(command);
  return command;
}

describe('npm start', () => {
  let command: RunningCommand;
  let base: string;
  beforeAll(async () => {
    command = run(['start', '--data', join(folder, 'start'), '--workers', 'house=2'], NOWHERE);
    const line = await command.says(/http:\/\/127\.0\.0\.1:\d+\/api\/docs/);
    base = /http:\/\/127\.0\.0\.1:\d+/.exec(line)![0];
  });

  it('names the dashboard before everything else', async () => {
    expect(command.stdout).toMatch(new RegExp(`Ready after .+\\n +dashboard +${base}/\\n`));
    expect(await (await fetch(`${base}/`)).text()).toContain('<title>Rotunda</title>');
  });

  it('runs everything, and reports an unreachable site', async () => {
    expect(command.stderr, 'the terms that are not accepted').toContain('13107(c)');
    const submitted = await fetch(`${base}/api/v1/tasks/scrape/house`, { method: 'POST' });
    expect(submitted.status).toBe(202);
    const { task_id } = (await submitted.json()) as { task_id: string };
    const waiting = await eventually('the retry', async () => {
      const answer = await fetch(`${base}/api/v1/tasks/status/${task_id}`);
      const status = (await answer.json()) as { status: string; error?: string };
      return status.status === 'RETRY' ? status : null;
    });
    expect(waiting.error).toMatch(/^SiteUnavailable: .*can't be reached/);
  });

  it('runs as many workers as it is told, and says where each is and what waits', async () => {
    const names = await eventually('all workers', async () => {
      const { workers } = (await (await fetch(`${base}/api/v1/workers`)).json()) as { workers: { name: string }[] };
      return workers.length === 3 ? workers.map(({ name }) => name.split('@')[0]!) : null;
    });
    expect(names.toSorted()).toEqual(['house-scraper', 'house-scraper-2', 'senate-scraper']);
    for (const name of names) expect(command.stdout).toMatch(new RegExp(`health of ${name} +http:`));
    expect(await readdir(join(folder, 'start', 'logs'))).toEqual(
      expect.arrayContaining(names.map((name) => `${name}.log`)),
    );
    expect(command.stdout).toContain('Scrapes of the senate wait');
  });

  it.runIf(isLinux)('shows the passwords of Postgres to nobody', async () => {
    const data = join(folder, 'start');
    const files = (await readdir(join(data, 'secrets'))).filter((name) => name.startsWith('database-'));
    expect(files).toHaveLength(4);
    const modes = await Promise.all(files.map(async (name) => (await stat(join(data, 'secrets', name))).mode & 0o777));
    expect(new Set(modes)).toEqual(new Set([0o600]));
    const urls = await Promise.all(files.map((name) => readFile(join(data, 'secrets', name), 'utf8')));
    const passwords = urls.map((url) => new URL(url).password);
    const logs = (await readdir(join(data, 'logs'))).map((name) => join(data, 'logs', name));
    const processes = (await command.processes()).flatMap((pid) => [`/proc/${pid}/cmdline`, `/proc/${pid}/environ`]);
    const texts = await Promise.all([...logs, ...processes].map((path) => readFile(path, 'utf8')));
    const everything = [command.stdout, command.stderr, ...texts].join('\n');
    expect(everything).toContain('database-write-url');
    expect(passwords.filter((password) => everything.includes(password))).toEqual([]);
  });

  it('refuses a second start on the same data', async () => {
    const second = run(['start', '--data', join(folder, 'start')]);
    expect(await second.exitCode()).toBe(1);
    expect(second.stderr).toContain('already running');
  });

  const demo = async () => {
    const ended = run(['demo', '--exit', '--no-delay', '--data', join(folder, 'demo')]);
    expect(await ended.exitCode(), ended.stdout + ended.stderr).toBe(0);
    return JSON.parse(ended.lastLine());
  };

  itAll('leaves room for a demo, which ends with a report', async () => {
    const { stdout, report } = await demo();
    expect(stdout).toMatch(/^The dashboard: http:\/\/127\.0\.0\.1:\d+\/\nScraping /m);
    expect(stdout).toMatch(/^FILED\s+MEMBER\s+OWNER/m);
    expect(report).toMatchObject({ seconds: expect.any(Number), task_id: expect.any(String) });
    for (const chamber of ['house', 'senate']) {
      expect(report[chamber].filings.listed).toBeGreaterThan(80);
      expect(report[chamber].stats.saved).toBeGreaterThan(400);
    }
    expect((await fetch(`${base}/health/live`)).status).toBe(200);
  });

  itAll('leaves room for another demo on the same data, which finds everything known', async () => {
    const report = await demo();
    for (const chamber of ['house', 'senate']) {
      const { stats, filings } = report[chamber];
      expect([stats.saved, filings.known]).toEqual([0, filings.listed]);
      expect(stats.skipped).toBeGreaterThan(400);
    }
  });

  it.runIf(isLinux)('leaves no process behind on Ctrl-C', async () => {
    const processes = await command.processes();
    expect(processes.length).toBeGreaterThan(5);
    command.kill('SIGINT');
    await command.exitCode();
    expect(await stillRunning(processes)).toEqual([]);
  });

  it.runIf(isLinux)('leaves no process behind when it is interrupted during its start', async () => {
    const interrupted = run(['start', '--data', join(folder, 'interrupted')], NOWHERE);
    const processes = await eventually('its first processes', async () => {
      const family = await interrupted.processes();
      return family.length > 2 ? family : null;
    });
    interrupted.kill('SIGINT');
    await interrupted.exitCode();
    expect(await stillRunning(processes)).toEqual([]);
  });
});
