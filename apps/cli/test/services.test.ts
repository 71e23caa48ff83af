import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '#rotunda/embedded';
import { endsWithUs, eventually, startTestNats } from '#rotunda/testing';
import { expect, it } from 'vitest';
import { addServices, settingsFrom } from '../src/commands/services.js';
import { RunningVerb } from './verbs.js';

const CLI = fileURLToPath(new URL('../../../dist/apps/cli/src/main.js', import.meta.url));

it('runs a service in its own process, with options that win over the environment', async () => {
  const nats = await startTestNats();
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-service-'));
  const elsewhere = join(folder, 'port');
  await writeFile(elsewhere, '1');
  const port = await freePort();
  const scheduler = spawn(process.execPath, [CLI, 'scheduler', '--port', String(port), '--loglevel=DEBUG'], {
    env: { PATH: process.env['PATH'], NATS_URL: nats.server.url, HTTP_PORT_FILE: elsewhere, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  endsWithUs(scheduler);
  let log = '';
  scheduler.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  try {
    const isReady = async (): Promise<boolean> =>
      (await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => null))?.ok ?? false;
    await eventually('the scheduler to be ready; run "npm run build" first?', isReady);
    const line = log.split('\n').find((text) => text.includes('scheduler listens on'))!;
    expect(JSON.parse(line)).toMatchObject({ pid: scheduler.pid, service: 'scheduler' });
  } finally {
    scheduler.kill('SIGTERM');
    await once(scheduler, 'exit');
    await nats.stop();
    await rm(folder, { recursive: true });
  }
  expect(scheduler.exitCode).toBe(0);
});

it('knows the options of Celery’s users', () => {
  expect(settingsFrom({ concurrency: '3', maxTasksPerChild: '50', loglevel: 'log', prefetchMultiplier: '1' })).toEqual({
    WORKER_CONCURRENCY: '3',
    WORKER_MAX_TASKS: '50',
    LOG_LEVEL: 'log',
  });
});

it.each([
  [
    'worker house -c 0 --prefetch-multiplier=1',
    /prefetch-multiplier is ignored.*\n.*\n {2}WORKER_CONCURRENCY: "0" is out/,
  ],
  ['scheduler --log-level loud', /LOG_LEVEL: Value "loud" not in choices/],
  ['gateway --port 99999', /HTTP_PORT: "99999" is not a port/],
])('refuses `rotunda %s` as wrong usage, and starts nothing', async (line, complaint) => {
  const outcome = await new RunningVerb(addServices, line.split(' ')).outcome();
  expect(outcome).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(complaint) });
});
