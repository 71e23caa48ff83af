import { createHash } from 'node:crypto';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { type Chamber, CHAMBERS, type ScheduleState, TASK_NAMES, type TaskState } from '#rotunda/contracts';
import { nextFires } from '#rotunda/tasks';
import { ANY_FIELDS } from '../http/json-schemas.js';
import { CheckResultView, ReparseResultView, ScrapeResultView } from '../tasks/views/result-views.js';
import { TaskView } from '../tasks/views/task-views.js';

const SHOWN_FIRES = 5;

/** The task of a tick. */
@ApiExtraModels(ScrapeResultView, CheckResultView, ReparseResultView)
class ScheduleRunView extends PickType(TaskView, ['id', 'chamber', 'state', 'times', 'result', 'error']) {}

/** A schedule as the API shows it. */
export class ScheduleEntry {
  @ApiProperty({ example: 'daily' })
  name!: string;
  @ApiProperty({
    ...{ nullable: true, type: String, example: '0 2 * * *' },
    description: 'Minute, hour, day of the month, month, weekday; null if it has `every`',
  })
  cron!: string | null;
  @ApiProperty({
    ...{ nullable: true, type: String, example: '15m' },
    description: 'An interval, which ticks at its multiples since 1970-01-01T00:00:00Z; null if it has `cron`',
  })
  every!: string | null;
  @ApiProperty({ description: 'IANA time zone of the expression; an interval has none', example: 'UTC' })
  timezone!: string;
  @ApiProperty({ enum: TASK_NAMES, example: 'scrape' })
  task!: string;
  @ApiProperty({ ...ANY_FIELDS, description: 'The command that a tick publishes' })
  args!: Record<string, unknown>;
  @ApiProperty({ enum: CHAMBERS, isArray: true, description: 'The chambers that a tick publishes a command for' })
  chambers!: Chamber[];
  @ApiProperty({ enum: ['skip', 'allow'], description: 'What happens to a tick while the previous one is unfinished' })
  overlap!: string;
  @ApiProperty({ enum: ['latest', 'none'], description: 'Which missed tick is published after an outage' })
  catch_up!: string;
  @ApiProperty({ description: 'Whether a command expires at the next tick' })
  expires!: boolean;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'When it was paused' })
  paused_at!: string | null;
  @ApiProperty({ format: 'date-time', nullable: true, type: String })
  last_fire!: string | null;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(CHAMBERS.map((chamber) => [chamber, { type: 'string' }])),
    description: 'Chamber → the task of its last tick',
  })
  last_tasks!: Partial<Record<Chamber, string>>;
  @ApiProperty({ format: 'date-time', nullable: true, type: String, description: 'null while it is paused' })
  next_fire!: string | null;
  @ApiProperty({ format: 'date-time', type: [String], description: 'The next ticks if it were not paused' })
  next_fires!: string[];
  @ApiPropertyOptional({
    type: [ScheduleRunView],
    nullable: true,
    description: 'The tasks of its last five ticks, the last queued first; null while Postgres is unavailable',
  })
  last_runs?: ScheduleRunView[] | null;
}

export const presentRuns = (tasks: readonly TaskState[] | null): ScheduleRunView[] | null =>
  tasks?.map(({ id, chamber, state, times, result, error }) => ({
    ...{ id, chamber, state, times },
    ...(result && { result }),
    ...(error && { error }),
  })) ?? null;

export function presentSchedule(schedule: ScheduleState, now: Date): ScheduleEntry {
  const { v: _version, last_fire, ...shown } = schedule;
  const next_fires = nextFires(schedule, now, SHOWN_FIRES).map((fire) => fire.toISOString());
  return {
    ...shown,
    last_fire: last_fire || null,
    next_fire: schedule.paused_at === null ? next_fires[0]! : null,
    next_fires,
  };
}

/** Covers only what people edit: a tick in between does not make an editor's copy outdated. */
export function etagOf(schedule: ScheduleState): string {
  const { cron, every, timezone, task, args, chambers, overlap, catch_up, expires } = schedule;
  // Without an interval it is the ETag of gateways that know none, which may run beside this one.
  const fields = [cron, timezone, task, args, chambers, overlap, catch_up, expires, ...(every === null ? [] : [every])];
  const edited = JSON.stringify(fields);
  return `"${createHash('sha256').update(edited).digest('hex').slice(0, 16)}"`;
}
