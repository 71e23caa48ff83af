import type { TaskName } from '#rotunda/contracts';
import type { Chamber } from '#rotunda/domain';

/** Runs of a kind that ended in an interval. Percentiles are null where no run started. */
export interface Throughput {
  chamber: Chamber;
  name: TaskName;
  /** The beginning of the interval; null for the whole period. */
  at: Date | null;
  success: number;
  failure: number;
  revoked: number;
  retries: number;
  waitP50Ms: number | null;
  waitP95Ms: number | null;
  durationP50Ms: number | null;
  durationP95Ms: number | null;
}

/** A figure of the runs of a kind that ended on a day: its buckets, and how many runs each of them has. */
export interface DayFigure {
  chamber: Chamber;
  name: TaskName;
  day: Date;
  figure: string;
  buckets: number[];
  counts: number[];
}

interface Sums {
  chamber: Chamber;
  name: TaskName;
  at: Date | null;
  /** Figure → runs by bucket. */
  spreads: Map<string, number[]>;
}

/** Each kind as a whole (`at` is null) and by day. */
export function throughputOf(rows: readonly DayFigure[]): Throughput[] {
  const byKind = new Map<string, Sums>();
  for (const row of rows) for (const at of [null, row.day]) add(row, sumsOf(byKind, row, at));
  return [...byKind.values()].map(present);
}

function sumsOf(byKind: Map<string, Sums>, { chamber, name }: DayFigure, at: Date | null): Sums {
  const key = [chamber, name, at?.getTime()].join(' ');
  const sums = byKind.get(key) ?? { chamber, name, at, spreads: new Map<string, number[]>() };
  byKind.set(key, sums);
  return sums;
}

function add({ figure, buckets, counts }: DayFigure, { spreads }: Sums): void {
  const spread = spreads.get(figure) ?? [];
  spreads.set(figure, spread);
  for (const [i, bucket] of buckets.entries()) spread[bucket] = (spread[bucket] ?? 0) + counts[i]!;
}

function present({ spreads, ...kind }: Sums): Throughput {
  const count = (figure: string): number => spreads.get(figure)?.[0] ?? 0;
  const percentile = (figure: string, share: number): number | null => percentileMs(spreads.get(figure) ?? [], share);
  return {
    ...kind,
    ...{ success: count('success'), failure: count('failure'), revoked: count('revoked'), retries: count('retries') },
    ...{ waitP50Ms: percentile('wait', 0.5), waitP95Ms: percentile('wait', 0.95) },
    ...{ durationP50Ms: percentile('duration', 0.5), durationP95Ms: percentile('duration', 0.95) },
  };
}

/** The middle of the bucket that reaches the share: off by 5 % at most, see migration 0014. */
function percentileMs(spread: readonly (number | undefined)[], share: number): number | null {
  const total = spread.reduce<number>((sum, runs = 0) => sum + runs, 0);
  let upTo = 0;
  const bucket = spread.findIndex((runs = 0) => (upTo += runs) >= share * total && runs > 0);
  return bucket === -1 ? null : Math.round(1.1 ** (bucket + 0.5));
}
