import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { endsWithUs, eventually } from '#rotunda/testing';

const ROTUNDA = fileURLToPath(new URL('../../scripts/rotunda.mjs', import.meta.url));

/** `rotunda VERB …` as a user runs it, but without a terminal. */
export class RunningCommand {
  stdout = '';
  stderr = '';
  private readonly exited: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    child.stdout!.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr!.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = once(child, 'close');
  }

  static run(args: string[], env: Record<string, string> = {}): RunningCommand {
    const child = spawn(process.execPath, [ROTUNDA, ...args], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    endsWithUs(child, 'TERM');
    return new RunningCommand(child);
  }

  /** @returns the line. @throws Error with all that was printed, also if the command ends without it */
  async says(text: string | RegExp, timeoutMs = 300_000): Promise<string> {
    const said = (): string | undefined => this.stdout.split('\n').find((line) => line.match(text));
    const printed = eventually(`"${String(text)}" from the command`, said, timeoutMs);
    const ended = this.exited.then(() => said() ?? Promise.reject(new Error('the command has ended')));
    return Promise.race([printed, ended]).catch((cause: unknown) => {
      throw new Error(`the command does not say "${String(text)}", but:\n${this.stdout}\n${this.stderr}`, { cause });
    });
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async exitCode(): Promise<number | null> {
    await this.exited;
    return this.child.exitCode;
  }

  lastLine(): string {
    return this.stdout.trimEnd().split('\n').at(-1)!;
  }

  /** The pid of the descendant whose command line has this text; null while there is none. */
  async pidOf(program: string): Promise<number | null> {
    for (const pid of await this.processes()) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (line.includes(program)) return pid;
    }
    return null;
  }

  /** The pids of the command and of all its descendants. */
  async processes(): Promise<number[]> {
    const parents = await parentsOfProcesses();
    const family = [this.child.pid!];
    for (const parent of family) family.push(...[...parents].filter(([, of]) => of === parent).map(([pid]) => pid));
    return family;
  }
}

/** Those of the processes that still run, without zombies. */
export async function stillRunning(pids: number[]): Promise<number[]> {
  const parents = await parentsOfProcesses();
  return pids.filter((pid) => parents.has(pid));
}

async function parentsOfProcesses(): Promise<Map<number, number>> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)));
  const alive = stats.filter((stat) => stat !== null).map(parseStat);
  return new Map(alive.filter(({ state }) => state !== 'Z').map(({ pid, parent }) => [pid, parent]));
}

/** `proc(5)`: pid, (name), state, parent; the name may contain anything. */
function parseStat(stat: string): { pid: number; state: string; parent: number } {
  const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { pid: Number.parseInt(stat, 10), state: state!, parent: Number(parent) };
}
