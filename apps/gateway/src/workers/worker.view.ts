import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  CHAMBERS,
  commandSubject,
  DRAINING,
  type Draining,
  kindOf,
  TASK_NAMES,
  type TaskName,
  type WorkerState,
} from '#rotunda/contracts';

class WorkerTask {
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ enum: TASK_NAMES })
  name!: string;
  @ApiPropertyOptional({ enum: ['long'], description: 'Set for a long one, which has a slot of its own' })
  lane?: 'long';
}

class WorkerProcess {
  @ApiProperty({ description: 'Unique for each process' })
  id!: string;
  @ApiProperty()
  chamber!: string;
  @ApiProperty()
  pid!: number;
  @ApiProperty()
  version!: string;
  @ApiProperty({ format: 'date-time' })
  started!: string;
  @ApiProperty({ format: 'date-time' })
  seen!: string;
  @ApiProperty({ enum: TASK_NAMES, isArray: true, description: 'The tasks that it takes' })
  tasks!: string[];
  @ApiPropertyOptional({
    type: 'object',
    properties: Object.fromEntries(TASK_NAMES.map((name) => [name, { type: 'string' }])),
    description: 'Those of them that it may not take, and why',
  })
  withheld?: Partial<Record<TaskName, string>>;
  @ApiPropertyOptional({
    enum: DRAINING,
    description: 'Set while it takes no more tasks and ends those that it has; then its process ends',
  })
  draining?: Draining;
  @ApiProperty({ type: 'integer', description: 'Tasks that ended since it started' })
  processed!: number;
  @ApiProperty({ type: 'integer', description: 'How many tasks it does at a time, besides checks and long ones' })
  pool_size!: number;
  @ApiPropertyOptional({
    type: 'integer',
    description:
      'How many scrapes of a long window it does at a time besides, and how many reparses of the whole archive; absent ' +
      'for older versions, which leave these to others',
  })
  long_pool_size?: number;
  @ApiPropertyOptional({ type: 'integer', description: 'Resident memory in MiB; absent for older versions' })
  memory_mb?: number;
  @ApiPropertyOptional({
    type: Number,
    description:
      'CPU time, without its browser, since its last heartbeat, as a percentage of one core; absent for older versions',
  })
  cpu_percent?: number;
  @ApiPropertyOptional({
    type: Number,
    description: 'The longest delay of its event loop since its last heartbeat, in ms; absent for older versions',
  })
  loop_lag_ms?: number;
}

/** A worker that was seen within the last 30 s. */
export class WorkerView extends WorkerProcess {
  @ApiProperty({ example: 'house-scraper@host' })
  name!: string;
  @ApiProperty({ type: [WorkerTask], description: 'The tasks that it is doing' })
  active!: WorkerTask[];
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: '`processed` by kind, without zeros; absent for older versions',
    example: { scrape: 12 },
  })
  totals?: Partial<Record<TaskName, number>>;
}

export class WorkerList {
  @ApiProperty({ type: [WorkerView] })
  workers!: WorkerView[];
}

export class PingedWorker {
  @ApiProperty({ example: 'house-scraper@host' })
  name!: string;
  @ApiProperty()
  id!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ description: 'False for one that hangs or has just died, and for older versions' })
  answered!: boolean;
  @ApiProperty({ type: 'integer', nullable: true, description: 'How long its answer took; null without one' })
  ms!: number | null;
}

export class WorkerPings {
  @ApiProperty({ type: [PingedWorker] })
  workers!: PingedWorker[];
}

export class WorkerStatsView extends WorkerProcess {
  @ApiProperty({ type: 'integer', description: 'How many tasks it is doing' })
  active_tasks!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Tasks that ended since it started, by name, without zeros',
    example: { 'tasks.house.scrape': 12 },
  })
  total_tasks!: Record<string, number>;
}

export const presentWorker = ({ v: _version, ...worker }: WorkerState): WorkerView => ({
  ...worker,
  pool_size: poolSizeOf(worker),
});

export function presentWorkerStats({ v: _version, name: _name, ...worker }: WorkerState): WorkerStatsView {
  const { active, totals = {}, ...process } = worker;
  const total_tasks = Object.entries(totals).map(([name, total]) => [
    commandSubject(worker.chamber, name as TaskName),
    total,
  ]);
  return {
    ...process,
    pool_size: poolSizeOf(worker),
    active_tasks: active.length,
    total_tasks: Object.fromEntries(total_tasks),
  };
}

/** Workers of older versions do not say: they do one task of each kind at a time. */
const poolSizeOf = ({ pool_size, tasks }: Pick<WorkerState, 'pool_size' | 'tasks'>): number =>
  pool_size ?? tasks.filter((name) => kindOf(name).sharesSlots).length;
