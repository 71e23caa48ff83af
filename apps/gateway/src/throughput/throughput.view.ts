import { ApiProperty } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, commandSubject, TASK_NAMES, type TaskName } from '#rotunda/contracts';
import type { Throughput } from '#rotunda/persistence';
import { type Period, PERIODS, type PeriodName } from './periods.js';

const COUNT = { type: 'integer' } as const;
const MS_OR_NULL = { type: 'integer', nullable: true } as const;

class FiguresView {
  @ApiProperty({ ...COUNT, description: 'Runs that ended: success + failure + revoked' })
  runs!: number;
  @ApiProperty(COUNT)
  success!: number;
  @ApiProperty(COUNT)
  failure!: number;
  @ApiProperty({ ...COUNT, description: 'Cancelled or expired' })
  revoked!: number;
  @ApiProperty({ ...MS_OR_NULL, description: 'Median time from queued to started, in ms; null: none started' })
  wait_p50_ms!: number | null;
  @ApiProperty(MS_OR_NULL)
  wait_p95_ms!: number | null;
  @ApiProperty({ ...MS_OR_NULL, description: 'Median time from started to finished, with retries, in ms' })
  duration_p50_ms!: number | null;
  @ApiProperty(MS_OR_NULL)
  duration_p95_ms!: number | null;
}

class ThroughputPoint extends FiguresView {
  @ApiProperty({ format: 'date-time', description: 'The beginning of its interval' })
  at!: string;
}

class KindThroughput extends FiguresView {
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
  @ApiProperty({ enum: TASK_NAMES })
  name!: TaskName;
  @ApiProperty({ example: 'tasks.house.scrape' })
  task_name!: string;
  @ApiProperty({ ...COUNT, description: 'Retries of these runs' })
  retries!: number;
  @ApiProperty({ type: [ThroughputPoint], description: 'One for each interval, the oldest first' })
  points!: ThroughputPoint[];
}

export class ThroughputView {
  @ApiProperty({ enum: PERIODS })
  period!: PeriodName;
  @ApiProperty({ format: 'date-time', description: 'Runs that ended at this time or later' })
  from!: string;
  @ApiProperty({ format: 'date-time', description: 'Now: the last interval is not over' })
  to!: string;
  @ApiProperty({ ...COUNT, description: 'The length of the intervals of the points' })
  bucket_seconds!: number;
  @ApiProperty({ type: [KindThroughput], description: 'By chamber and kind; without those of which no run ended' })
  kinds!: KindThroughput[];
}

export function presentThroughput(period: Period, rows: readonly Throughput[]): ThroughputView {
  return {
    period: period.name,
    ...{ from: period.from.toISOString(), to: period.to.toISOString(), bucket_seconds: period.bucketSeconds },
    kinds: rows.filter(({ at }) => at === null).map((whole) => presentKind(period, whole, rows)),
  };
}

function presentKind({ starts }: Period, whole: Throughput, rows: readonly Throughput[]): KindThroughput {
  const { chamber, name, retries } = whole;
  const ofKind = rows.filter((row) => row.chamber === chamber && row.name === name);
  const byStart = new Map(ofKind.map((row) => [row.at?.getTime(), row]));
  return {
    ...{ chamber, name, task_name: commandSubject(chamber, name) },
    ...presentFigures(whole),
    retries,
    points: starts.map((at) => ({ at: at.toISOString(), ...presentFigures(byStart.get(at.getTime()) ?? NOTHING) })),
  };
}

const NOTHING = {
  ...{ success: 0, failure: 0, revoked: 0 },
  ...{ waitP50Ms: null, waitP95Ms: null, durationP50Ms: null, durationP95Ms: null },
};

const presentFigures = (figures: Omit<Throughput, 'chamber' | 'name' | 'at' | 'retries'>): FiguresView => ({
  runs: figures.success + figures.failure + figures.revoked,
  success: figures.success,
  failure: figures.failure,
  revoked: figures.revoked,
  wait_p50_ms: figures.waitP50Ms,
  wait_p95_ms: figures.waitP95Ms,
  duration_p50_ms: figures.durationP50Ms,
  duration_p95_ms: figures.durationP95Ms,
});
