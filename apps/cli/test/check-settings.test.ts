import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { demo } from '../src/stack/demo/demo.js';
import { start } from '../src/stack/start.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-settings-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const verbs = {
  start: (data: string) => start({ data }),
  demo: (data: string) => demo({ data, exit: true, index: 'listing', delay: true }),
};

it.each<[keyof typeof verbs, string, string, string]>([
  ['start', 'TASK_SOFT_LIMIT_MS', 'abc', '"abc" is not a duration'],
  ['demo', 'TASK_SOFT_LIMIT_MS', '', '"" is not a duration'],
  ['demo', 'RESULT_RETENTION_MS', '-1', '"-1" is not a duration'],
  ['start', 'SENATE_FETCH', 'telnet', 'not in choices'],
  ['start', 'HOUSE_REQUEST_INTERVAL_MS', 'often', '"often" is not a duration'],
  ['start', 'NATS_URL', '', 'empty: give one such as'],
  ['start', 'HTTP_PORT', '80a', '"80a" is not a port'],
  // One is a setting of the workers, the other of the set-up.
  ['demo', 'TASK_ACK_WAIT_MS', '10s', '10 s is not shorter than the ack wait'],
])('%s names %s=%s before it starts anything', async (verb, name, value, complaint) => {
  vi.stubEnv(name, value);
  const data = join(folder, 'state');
  await expect(verbs[verb](data)).rejects.toThrow(complaint);
  await expect(access(data)).rejects.toThrow('ENOENT');
});
