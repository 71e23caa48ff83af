import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NatsServer } from '#rotunda/embedded';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventually } from './eventually.js';
import { natsServerCommand } from './nats.js';
import { sweepTestFolders, testFolder } from './test-folder.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** Prints the pid of a nats-server that it started, and runs on forever. */
const PROGRAM = `
  import '${new URL('ends-with-us.ts', import.meta.url).href}';
  import { NatsServer } from '#rotunda/embedded';
  const [dataDir, command] = process.argv.slice(-2);
  console.log((await NatsServer.start({ dataDir, command })).pid);
  setInterval(() => {}, 1_000);`;

let folder: string;

beforeEach(async () => {
  folder = await testFolder();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** The pid of a process that has ended. */
async function endedPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid!;
}

it('a server ends with the process that started it, however that ended', async () => {
  const args = ['--conditions=rotunda-source', '--import', 'tsx', '--input-type=module', '-e', PROGRAM];
  const child = spawn(process.execPath, [...args, join(folder, 'nats'), natsServerCommand()], { cwd: ROOT });
  const [line] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const pid = Number(line);
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  await eventually('the end of nats-server', () => !isAlive(pid));
});

it('a run removes the folders of ended test processes, and ends what still runs there', async () => {
  const abandoned = folder.replace(`-${process.pid}-`, `-${await endedPid()}-`);
  const server = await NatsServer.start({ dataDir: join(abandoned, 'nats'), command: natsServerCommand() });
  await sweepTestFolders();
  expect(server.hasExited).toBe(true);
  await expect(stat(abandoned)).rejects.toThrow('ENOENT');
  // Ours is in use.
  expect((await stat(folder)).isDirectory()).toBe(true);
});

it('a folder counts as abandoned also where another process has the pid of its own', async () => {
  const another = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)']);
  const abandoned = folder.replace(`-${process.pid}-`, `-${another.pid}-`);
  try {
    await mkdir(abandoned);
    await sweepTestFolders();
    // As far as can be told, the folder belongs to that process.
    expect((await stat(abandoned)).isDirectory()).toBe(true);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(abandoned, longAgo, longAgo);
    await sweepTestFolders();
    await expect(stat(abandoned)).rejects.toThrow('ENOENT');
  } finally {
    another.kill('SIGKILL');
  }
});
