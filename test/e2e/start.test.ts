import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually, testFolder } from '#rotunda/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunningCommand, stillRunning } from './running-command.js';

let data: string;
const running: RunningCommand[] = [];

beforeEach(async () => {
  data = await testFolder();
});

afterEach(async () => {
  for (const command of running.splice(0)) {
    command.kill('SIGTERM');
    await command.exitCode();
  }
  await rm(data, { recursive: true });
});

function run(args: string[], env: Record<string, string> = {}): RunningCommand {
  const command = RunningCommand.run(args, env);
  running.push(command);
  return command;
}

/** Nobody answers there. */
const NOWHERE = { HOUSE_BASE_URL: 'http://127.0.0.1:9', SITE_RETRY_DELAY_MS: '10' };

describe.runIf(process.platform === 'linux')('npm start', () => {
  it('runs everything, says of a site out of reach that it is, and leaves no process behind on Ctrl-C', async () => {
    const command = run(['start', '--data', data], NOWHERE);
    const line = await command.says(/http:\/\/127\.0\.0\.1:\d+\/api\/docs/);
    expect(command.stderr, 'the terms that nobody accepted').toContain('13107(c)');
    const base = /http:\/\/127\.0\.0\.1:\d+/.exec(line)![0];
    const submitted = await fetch(`${base}/api/v1/tasks/scrape/house`, { method: 'POST' });
    expect(submitted.status).toBe(202);
    const { task_id } = (await submitted.json()) as { task_id: string };
    const waiting = await eventually('the retry', async () => {
      const answer = await fetch(`${base}/api/v1/tasks/status/${task_id}`);
      const status = (await answer.json()) as { status: string; error?: string };
      return status.status === 'RETRY' ? status : null;
    });
    expect(waiting.error).toMatch(/^SiteUnavailable: .*can't be reached/);

    const processes = await command.processes();
    expect(processes.length).toBeGreaterThan(5);
    command.kill('SIGINT');
    await command.exitCode();
    expect(await stillRunning(processes)).toEqual([]);
  });

  it('leaves no process behind when it is interrupted while it starts', async () => {
    const command = run(['start', '--data', data], NOWHERE);
    const processes = await eventually('its first processes', async () => {
      const family = await command.processes();
      return family.length > 2 ? family : null;
    });
    command.kill('SIGINT');
    await command.exitCode();
    expect(await stillRunning(processes)).toEqual([]);
  });
});

describe('npm run demo', () => {
  it('refuses a second start on the same data, and two run side by side on their own', async () => {
    const [first, second] = [join(data, 'first'), join(data, 'second')];
    const demos = [run(['demo', '--no-delay', '--data', first]), run(['demo', '--no-delay', '--data', second])];
    for (const demo of demos) await demo.says(/api\/docs/);
    const third = run(['demo', '--data', first]);
    expect(await third.exitCode()).toBe(1);
    expect(third.stderr).toContain('already running');
  });
});
