import type { Schema } from '../../../api/types.js';
import type { Tone } from '../../../ui/state-badge.js';

export type Worker = Schema<'WorkerView'>;
export type Condition = 'idle' | 'busy' | 'draining' | 'restarting' | 'silent' | 'gone';

/** A heartbeat comes every 10 s: this is one that did not come. After 30 s the gateway says that the worker is gone. */
const SILENT_AFTER_MS = 20_000;

export const TONES: Record<Condition, Tone> = {
  ...({ idle: 'good', busy: 'active', draining: 'warning', restarting: 'warning' } as const),
  ...({ silent: 'bad', gone: 'neutral' } as const),
};

interface Heard {
  /** All workers that are there. */
  workers: readonly Worker[];
  /** When the page last heard of any of them, by its own clock. */
  heardAt: number;
  now: number;
}

export function conditionOf(worker: Worker, heard: Heard): Condition {
  if (silenceMs(worker, heard) > SILENT_AFTER_MS) return 'silent';
  if (worker.draining) return worker.draining === 'drain' ? 'draining' : 'restarting';
  return worker.active.length > 0 ? 'busy' : 'idle';
}

/** `seen` is of another machine's clock, so it is compared with that of the worker which was heard last. */
function silenceMs({ seen }: Worker, { workers, heardAt, now }: Heard): number {
  const newest = Math.max(...workers.map((worker) => Date.parse(worker.seen)));
  return now - heardAt + (newest - Date.parse(seen));
}

/** The versions that run, the most frequent first. */
export function versionsOf(workers: readonly Worker[]): [version: string, workers: number][] {
  const counts = new Map<string, number>();
  for (const { version } of workers) counts.set(version, (counts.get(version) ?? 0) + 1);
  return [...counts].toSorted(([, some], [, others]) => others - some);
}
