import { readFile } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { check, faults, where } from '../check.js';
import type { Found } from '../finding.js';

const MEBIBYTE = 1024 * 1024;
/** What a browser and a PDF thread take at once. */
const LOW_BELOW_MB = 256;
const HIGH_FROM = 0.9;
/** An idle worker has 160 MB after some tasks. */
const LEAST_WORKER_MB = 256;
/** The same file, in the container's own view of cgroup v2. */
const CGROUP_LIMIT = '/sys/fs/cgroup/memory.max';

const FAULTS = faults({
  'memory-low': {
    level: 'warning',
    says: 'This machine has {free_mb} MB of memory left of {total_mb}.',
    mend: 'Stop what else needs memory here, lower WORKER_CONCURRENCY, or give the machine more.',
  },
  'memory-limit-small': {
    level: 'warning',
    says: 'The processes of this machine may use {limit_mb} MB, and one worker alone up to {worker_mb} MB.',
    mend: 'Raise the limit (mem_limit, MemoryMax), or lower WORKER_MAX_MEMORY_MB: otherwise the kernel kills workers.',
  },
  'memory-cap-low': {
    level: 'warning',
    says: 'WORKER_MAX_MEMORY_MB is {worker_mb}, and a worker takes some 200 MB before its first task: it restarts after each one.',
    mend: 'Raise WORKER_MAX_MEMORY_MB (usually 768), or remove it, and restart the workers.',
  },
  'worker-memory-high': {
    level: 'warning',
    says: '{worker} uses {memory_mb} MB of the {most_mb} after which it restarts itself.',
    mend: 'A restart loses nothing. If it grows again within hours, lower WORKER_CONCURRENCY or raise WORKER_MAX_MEMORY_MB.',
  },
});
type Code = keyof typeof FAULTS;

export const memory = check({
  name: 'memory',
  faults: FAULTS,
  async run(installation) {
    const most = Number(await installation.setting('WORKER_MAX_MEMORY_MB'));
    const workers = await installation.workers().catch(() => []);
    const machine = { freeMb: await freeMb(), totalMb: totalmem() / MEBIBYTE, limitMb: await limitMb() };
    const high = workers.filter(({ memory_mb = 0 }) => most > 0 && memory_mb >= HIGH_FROM * most);
    return [
      ...machineFaults(machine, most),
      ...high.flatMap(({ name, memory_mb = 0 }) =>
        where(true, 'worker-memory-high', { worker: name, memory_mb, most_mb: most }),
      ),
    ];
  },
});

/** @param limitMb of the container or unit; null: none */
export function machineFaults(
  { freeMb, totalMb, limitMb }: { freeMb: number; totalMb: number; limitMb: number | null },
  workerMb: number,
): Found<Code>[] {
  const isSmall = limitMb !== null && workerMb > 0 && limitMb < workerMb;
  return [
    ...where(freeMb < LOW_BELOW_MB, 'memory-low', { free_mb: Math.round(freeMb), total_mb: Math.round(totalMb) }),
    ...where(workerMb > 0 && workerMb < LEAST_WORKER_MB, 'memory-cap-low', { worker_mb: workerMb }),
    ...where(isSmall, 'memory-limit-small', { limit_mb: Math.round(limitMb ?? 0), worker_mb: workerMb }),
  ];
}

/** What can be had without swapping; Node's own figure counts the page cache as used. */
async function freeMb(): Promise<number> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const [, kibibytes] = /^MemAvailable:\s+(\d+) kB$/m.exec(text) ?? [];
  return kibibytes === undefined ? freemem() / MEBIBYTE : Number(kibibytes) / 1024;
}

async function limitMb(): Promise<number | null> {
  const text = await readFile(CGROUP_LIMIT, 'utf8').catch(() => 'max');
  return text.trim() === 'max' ? null : Number(text) / MEBIBYTE;
}
