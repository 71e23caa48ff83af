import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ServiceLog, shortForm } from './service-log.js';

it('keeps the level, the context and the message of a warning', () => {
  const line = '[house-scraper] 4711  - 11/23/2026, 5:55:12 PM    WARN [NATS] connection lost (127.0.0.1:4222)';
  expect(shortForm(line)).toBe('WARN [NATS] connection lost (127.0.0.1:4222)');
});

it('leaves out ordinary lines, and those of a stack trace', () => {
  expect(shortForm('[gateway] 4711  - 11/23/2026, 5:55:12 PM     LOG [NATS] ERROR is a word')).toBeNull();
  expect(shortForm('    at Gateway.start (gateway.ts:12:3)')).toBeNull();
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
