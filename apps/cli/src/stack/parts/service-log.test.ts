import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ServiceLog, shortForm } from './service-log.js';

it.each([
  '{"level":"warn","time":"2026-11-23T17:55:12.345Z","service":"house-scraper","pid":4711,"context":"NATS","msg":"connection lost"}',
  '[2026-11-23 17:55:12.345] WARN: house-scraper [NATS] connection lost',
])('keeps the level, the context and the message of a warning: %s', (line) => {
  expect(shortForm(line)).toBe('WARN [NATS] connection lost');
});

it.each([
  '{"level":"info","service":"gateway","context":"NATS","msg":"ERROR is a word"}',
  '[2026-11-23 17:55:12.345] INFO: gateway [NATS] ERROR is a word',
  '    at Gateway.start (gateway.ts:12:3)',
  'null',
])('leaves out ordinary lines, and those of a stack trace: %s', (line) => {
  expect(shortForm(line)).toBeNull();
});

it('shows the end of its file to people', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rotunda-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const log = await ServiceLog.open(join(folder, 'gateway.log'), () => undefined);
  const output = new PassThrough();
  log.take(output);
  output.write('Node says something\n');
  output.end('{"level":"fatal","time":"2026-11-23T17:55:12.345Z","service":"gateway","msg":"no settings"}\n');
  await vi.waitFor(async () =>
    expect(await log.lastLines()).toMatch(/^Node says something\n\[.+\] FATAL: gateway no settings$/),
  );
});

it.runIf(process.platform === 'linux')(
  'loses lines on a full disk, says so once, and continues once there is space',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rotunda-log-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, 'gateway.log');
    const warnings: string[] = [];
    const log = await ServiceLog.open(file, (line) => warnings.push(line));
    const output = new PassThrough();
    log.take(output);

    await symlink('/dev/full', file);
    output.write('lost\n');
    await vi.waitFor(() => expect(warnings).toEqual([expect.stringContaining('ENOSPC')]), 10_000);
    output.write('lost as well\n');
    await log.lastLines().catch(() => undefined);
    await rm(file);
    output.write('kept\n');
    await vi.waitFor(async () => expect(await readFile(file, 'utf8')).toContain('kept'), 10_000);
    expect(warnings).toHaveLength(1);
  },
);
