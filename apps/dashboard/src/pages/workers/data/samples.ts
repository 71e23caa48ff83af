import type { Schema } from '../../../api/types.js';
import type { Worker } from './worker-condition.js';

export type SampledWorker = Schema<'SampledWorker'>;
type Sample = Schema<'WorkerSampleView'>;
export type Figure = Exclude<keyof Sample, 'at'>;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A day until now, in steps: what is drawn. */
export interface Day {
  stepMinutes: number;
  /** Beginnings of the steps, in ms since the epoch. */
  starts: number[];
}

export function dayUntil(now: number, stepMinutes: number): Day {
  const stepMs = stepMinutes * MINUTE_MS;
  const [first, last] = [Math.ceil((now - DAY_MS) / stepMs), Math.floor(now / stepMs)];
  return { stepMinutes, starts: Array.from({ length: last - first + 1 }, (_, n) => (first + n) * stepMs) };
}

/** One value for each step of the day; null where the worker was not there. */
export function valuesOf({ starts }: Day, samples: readonly Sample[], figure: Figure): (number | null)[] {
  const values = new Map(samples.map((sample) => [Date.parse(sample.at), sample[figure]]));
  return starts.map((start) => values.get(start) ?? null);
}

/** The sampled workers with what a heartbeat says: their last sample is about now. */
export function withHeartbeat(sampled: readonly SampledWorker[], worker: Worker, stepMinutes: number): SampledWorker[] {
  const stepMs = stepMinutes * MINUTE_MS;
  const at = new Date(Math.floor(Date.parse(worker.seen) / stepMs) * stepMs).toISOString();
  const { name } = worker;
  const chamber = worker.chamber as SampledWorker['chamber'];
  const known = sampled.find((each) => each.name === name) ?? { name, chamber, samples: [] };
  const last = known.samples.at(-1);
  const sample = highest(last?.at === at ? last : undefined, worker, at);
  const extended = { ...known, samples: [...known.samples.filter((each) => each.at < at), sample] };
  return [...sampled.filter((each) => each.name !== name), extended];
}

/** As the gateway puts several samples of a step together. */
const highest = (last: Sample | undefined, worker: Worker, at: string): Sample => ({
  at,
  memory_mb: larger(last?.memory_mb, worker.memory_mb),
  cpu_percent: larger(last?.cpu_percent, worker.cpu_percent),
  loop_lag_ms: larger(last?.loop_lag_ms, worker.loop_lag_ms),
  active_tasks: Math.max(last?.active_tasks ?? 0, worker.active.length),
});

const larger = (one: number | null | undefined, other: number | undefined): number | null =>
  one === null || one === undefined ? (other ?? null) : Math.max(one, other ?? one);
