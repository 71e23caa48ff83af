const MINUTE_SECONDS = 60;
const DAY_SECONDS = 24 * 60 * MINUTE_SECONDS;

/** `quarter`: 90 days. */
export const PERIODS = ['hour', 'day', 'quarter'] as const;
export type PeriodName = (typeof PERIODS)[number];

const SHAPES: Record<PeriodName, { bucketSeconds: number; buckets: number }> = {
  hour: { bucketSeconds: MINUTE_SECONDS, buckets: 60 },
  day: { bucketSeconds: 15 * MINUTE_SECONDS, buckets: 96 },
  quarter: { bucketSeconds: DAY_SECONDS, buckets: 90 },
};

export interface Period {
  name: PeriodName;
  from: Date;
  to: Date;
  bucketSeconds: number;
  /** Of its intervals, whole ones since 1970-01-01T00:00:00Z; the last one is going on. */
  starts: Date[];
}

export function periodUntil(now: Date, name: PeriodName): Period {
  const { bucketSeconds, buckets } = SHAPES[name];
  const lengthMs = bucketSeconds * 1_000;
  const first = Math.floor(now.getTime() / lengthMs) - buckets + 1;
  const starts = Array.from({ length: buckets }, (_, n) => new Date((first + n) * lengthMs));
  return { name, from: starts[0]!, to: now, bucketSeconds, starts };
}
