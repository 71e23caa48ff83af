import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { processStart } from '../src/stack/process-identity.js';
import { AlreadyRunningError, StateFolder } from '../src/stack/state-folder.js';

let path: string;
let lock: string;

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'rotunda-state-'));
  lock = join(path, 'lock');
});

afterEach(async () => {
  await rm(path, { recursive: true });
});

it('keeps a second stack out, and says which process is there and what to do', async () => {
  await StateFolder.claim(path);
  await expect(StateFolder.claim(path)).rejects.toThrow(
    new AlreadyRunningError(
      `Rotunda is already running on ${path} (pid ${process.pid}): stop it, or use another folder with --data DIR`,
    ),
  );
});

it('lets the next one in after it was released', async () => {
  const first = await StateFolder.claim(path);
  await first.release();
  await first.release();
  await expect(access(lock)).rejects.toThrow('ENOENT');
  await StateFolder.claim(path);
});

it('takes over the lock of a process that was killed', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(child, 'spawn');
  await writeFile(lock, `${child.pid} ${await processStart(child.pid!)}\n`);
  await expect(StateFolder.claim(path)).rejects.toThrow(AlreadyRunningError);

  child.kill('SIGKILL');
  await once(child, 'exit');
  await StateFolder.claim(path);
  expect(await readFile(lock, 'utf8')).toMatch(`${process.pid} ${await processStart(process.pid)} `);
});

it('takes over a lock whose number belongs to another program by now', async () => {
  await writeFile(lock, `${process.pid} 1\n`);
  const folder = await StateFolder.claim(path);
  expect(folder.path).toBe(path);
});

it('is not kept out by the lock that came with a copy of a folder in use', async () => {
  await StateFolder.claim(path);
  const copy = `${path}-copy`;
  onTestFinished(() => rm(copy, { recursive: true }));
  await cp(path, copy, { recursive: true });
  expect((await StateFolder.claim(copy)).path).toBe(copy);
  await expect(StateFolder.claim(path)).rejects.toThrow(AlreadyRunningError);
});

it('is kept out of a folder that was moved while it was in use', async () => {
  await StateFolder.claim(path);
  const moved = `${path}-moved`;
  await rename(path, moved);
  try {
    await expect(StateFolder.claim(moved)).rejects.toThrow(AlreadyRunningError);
  } finally {
    await rename(moved, path);
  }
});

it('lets in one of several processes that find the same stale lock', async () => {
  await writeFile(lock, '999999999 1\n');
  const claims = await Promise.allSettled([1, 2, 3].map(() => StateFolder.claim(path)));
  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
