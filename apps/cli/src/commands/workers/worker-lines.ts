import type { WorkerState } from '#rotunda/contracts';
import { type Field, fieldLines } from '../../output/fields.js';
import { type Colour, colourOf } from '../../output/paint.js';
import type { Column } from '../../output/table.js';

/** A worker, as `GET workers` lists it. */
export type ListedWorker = Omit<WorkerState, 'v' | 'pool_size'> & { pool_size: number };

/** A worker, as `GET workers/ping` lists it. */
export interface PingedWorker {
  name: string;
  id: string;
  chamber: string;
  answered: boolean;
  ms: number | null;
}

export const WORKER_COLUMNS: Column<ListedWorker>[] = [
  { name: 'worker', cell: ({ name }) => name },
  { name: 'chamber', cell: ({ chamber }) => chamber },
  { name: 'version', cell: ({ version }) => version },
  { name: 'up since', cell: ({ started }) => inSeconds(started) },
  { name: 'busy', cell: busyOf, align: 'right' },
  { name: 'done', cell: ({ processed }) => processed, align: 'right' },
  { name: 'memory', cell: memoryOf, align: 'right' },
  { name: 'cpu', cell: cpuOf, align: 'right' },
  { name: 'state', cell: stateOf, colour: stateColour },
];

export const PING_COLUMNS: Column<PingedWorker>[] = [
  { name: 'worker', cell: ({ name }) => name },
  { name: 'chamber', cell: ({ chamber }) => chamber },
  {
    name: 'answer',
    cell: ({ ms }) => (ms === null ? 'none' : `pong after ${ms} ms`),
    colour: ({ answered }) => (answered ? 'green' : 'red'),
  },
];

export const workerLines = (worker: ListedWorker): string[] =>
  fieldLines([
    ['worker', worker.name],
    ['id', worker.id],
    ['chamber', worker.chamber],
    ['state', stateOf(worker)],
    ['version', worker.version],
    ['process', worker.pid],
    ['up since', inSeconds(worker.started)],
    ['seen', inSeconds(worker.seen)],
    ['takes', worker.tasks.filter((name) => !worker.withheld?.[name]).join(', ')],
    ...Object.entries(worker.withheld ?? {}).map(([name, why]): Field => ['may not', `${name}: ${why}`]),
    ['busy', busyOf(worker)],
    ...worker.active.map(({ name, task_id }): Field => ['doing', `${name} ${task_id}`]),
    ['done', doneOf(worker)],
    ['memory', memoryOf(worker)],
    ['cpu', cpuOf(worker)],
    ['loop lag', worker.loop_lag_ms === undefined ? null : `${worker.loop_lag_ms} ms`],
  ]);

/** What a worker that leaves still does. */
export function remainingOf({ active }: ListedWorker): string {
  if (active.length === 0) return 'no task runs';
  const tasks = active.map(({ name, task_id }) => `${name} ${task_id}`).join(', ');
  return `${active.length} still ${active.length === 1 ? 'runs' : 'run'}: ${tasks}`;
}

function stateOf({ draining, active }: ListedWorker): string {
  if (draining) return draining === 'drain' ? 'draining' : 'restarting';
  return active.length > 0 ? 'busy' : 'idle';
}

function stateColour({ draining }: ListedWorker): Colour | null {
  return draining ? colourOf('draining') : null;
}

/** A check has a slot of its own: `3/2` is a full worker that also checks its site. */
function busyOf({ active, pool_size }: ListedWorker): string {
  return `${active.length}/${pool_size}`;
}

function memoryOf({ memory_mb }: ListedWorker): string | null {
  return memory_mb === undefined ? null : `${memory_mb} MiB`;
}

function cpuOf({ cpu_percent }: ListedWorker): string | null {
  return cpu_percent === undefined ? null : `${cpu_percent} %`;
}

function doneOf({ processed, totals = {} }: ListedWorker): string {
  const kinds = Object.entries(totals).map(([name, count]) => `${count} ${name}`);
  return kinds.length === 0 ? String(processed) : `${processed} (${kinds.join(', ')})`;
}

const inSeconds = (instant: string): string => instant.replace(/\.\d+Z$/, 'Z');
