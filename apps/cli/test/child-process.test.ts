import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { freePort } from '#rotunda/embedded';
import { PRELOAD } from '../src/stack/parts/child-process.js';
import { childEnvironment } from '../src/config.js';

const pathOf = (name: string): string => fileURLToPath(new URL(`children/${name}`, import.meta.url));

/** Only against hanging. */
const HANGS_AFTER_MS = 120_000;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rotunda-children-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('stops gracefully if its supervisor was killed outright', async () => {
  const journal = join(folder, 'journal');
  const env = childEnvironment({ NAME: 'worker', JOURNAL: journal, HTTP_PORT: String(await freePort()) });
  const supervisor = spawn(process.execPath, [pathOf('supervisor.mjs'), pathOf('worker.mjs'), PRELOAD], {
    env,
  });
  const [pid] = (await once(createInterface({ input: supervisor.stdout }), 'line')) as [string];
  await vi.waitFor(
    async () => expect(await readFile(journal, 'utf8')).toContain(`worker started ${pid}`),
    HANGS_AFTER_MS,
  );

  supervisor.kill('SIGKILL');
  await vi.waitFor(
    async () => expect(await readFile(journal, 'utf8')).toContain(`worker SIGTERM ${pid}`),
    HANGS_AFTER_MS,
  );
  await vi.waitFor(
    async () => expect(await readFile(journal, 'utf8')).toContain(`worker exited ${pid}`),
    HANGS_AFTER_MS,
  );
});
