import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Process {
  pid: number;
  parent: number;
  command: string;
}

/** The browser processes that descend from this one. */
export async function browserProcessIds(): Promise<number[]> {
  const processes = await livingProcesses();
  const ours = new Set([process.pid]);
  // Children are not always listed after their parents, so there are as many rounds as generations.
  for (let size = 0; size < ours.size;) {
    size = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  return processes.filter(({ pid, command }) => ours.has(pid) && /chrom/i.test(command)).map(({ pid }) => pid);
}

/** Without zombies. */
export async function livingProcesses(): Promise<Process[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=']);
  return stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state!.startsWith('Z'))
    .map(([pid, parent, , ...command]) => ({ pid: Number(pid), parent: Number(parent), command: command.join(' ') }));
}
