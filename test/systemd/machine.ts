import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { eventually } from '#rotunda/testing';

const run = promisify(execFile);
const BOOT = fileURLToPath(new URL('machine.sh', import.meta.url));

/** What is missing to boot one, or null. */
export async function whyNoMachine(): Promise<string | null> {
  if (process.getuid?.() !== 0) return 'It boots a systemd in namespaces of its own: run it as root.';
  for (const program of ['/lib/systemd/systemd', 'unshare', 'nsenter', 'nats-server']) {
    const found = await run('which', [program]).catch(() => null);
    if (!found) return `${program} is missing.`;
  }
  return null;
}

/** A real systemd as process 1 of its own namespaces, over a copy-on-write view of this machine's files: machine.sh. */
export class Machine {
  private constructor(
    private readonly folder: string,
    private readonly shell: ChildProcess,
    private readonly init: string,
  ) {}

  static async boot(): Promise<Machine> {
    const folder = await mkdtemp(join(tmpdir(), 'rotunda-machine-'));
    const shell = spawn(BOOT, [folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    const init = await eventually('systemd to start', () => childOf(shell));
    const machine = new Machine(folder, shell, init);
    await eventually('systemd to have booted', () => machine.succeeds('systemctl is-active multi-user.target'));
    return machine;
  }

  /** Runs a shell command there. @returns its output. @throws Error with what it printed, where it fails */
  async run(command: string): Promise<string> {
    const { stdout } = await run('nsenter', ['-t', this.init, '-a', '/bin/bash', '-c', command]);
    return stdout.trim();
  }

  async succeeds(command: string): Promise<boolean> {
    return this.run(command).then(
      () => true,
      () => false,
    );
  }

  /** A property of a unit, as `systemctl show` knows it. */
  property(unit: string, name: string): Promise<string> {
    return this.run(`systemctl show --property ${name} --value ${unit}`);
  }

  async end(): Promise<void> {
    process.kill(Number(this.init), 'SIGKILL');
    if (this.shell.exitCode === null) await once(this.shell, 'exit');
    await run('unshare', ['--mount', BOOT, this.folder, 'ended', String(this.shell.pid)]);
    await rm(this.folder, { recursive: true });
  }
}

async function childOf({ pid, exitCode }: ChildProcess): Promise<string | null> {
  if (pid === undefined || exitCode !== null) throw new Error('machine.sh has ended');
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const child = children.trim();
  const name = child && (await readFile(`/proc/${child}/comm`, 'utf8').catch(() => ''));
  return name?.trim() === 'systemd' ? child : null;
}
