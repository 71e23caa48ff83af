import { ApiProperty } from '@nestjs/swagger';
import { commandSubject, type TaskState } from '#rotunda/contracts';
import { ANY_FIELDS } from '../../http/json-schemas.js';
import type { NextTick } from '../../schedules/live-schedules.js';

/** The `worker` of a command that a schedule has not published yet. */
const SCHEDULER = 'scheduler';

class ListedTaskView {
  @ApiProperty({ example: 'tasks.house.scrape' })
  task_name!: string;
  @ApiProperty()
  task_id!: string;
  @ApiProperty({ type: 'array', items: {}, maxItems: 0, description: 'Always empty: commands have named fields only' })
  args!: never[];
  @ApiProperty({ ...ANY_FIELDS, description: 'The fields of the command' })
  kwargs!: Record<string, unknown>;
}

export class ActiveTaskView extends ListedTaskView {
  @ApiProperty({
    example: 'house-scraper@host',
    description: 'The name of its worker, a key of `workers` in tasks/stats; the id of a worker that is long gone',
  })
  worker!: string;
}

export class ScheduledTaskView extends ListedTaskView {
  @ApiProperty({
    example: 'house-scraper@host',
    description:
      'For a retry the worker that tried last, though any worker of the chamber may take it; `scheduler` for what a ' +
      'schedule will publish',
  })
  worker!: string;
  @ApiProperty({ format: 'date-time', description: 'When it is due' })
  eta!: string;
}

const presentListed = ({ id, chamber, name, args }: TaskState): ListedTaskView => ({
  task_id: id,
  task_name: commandSubject(chamber, name),
  args: [],
  kwargs: args,
});

export const presentActive = (task: TaskState, worker: string): ActiveTaskView => ({ worker, ...presentListed(task) });

export const presentRetry = (task: TaskState, worker: string, eta: string): ScheduledTaskView => ({
  worker,
  ...presentListed(task),
  eta,
});

export const presentTick = ({ taskId, chamber, schedule, fire }: NextTick): ScheduledTaskView => ({
  worker: SCHEDULER,
  task_id: taskId,
  task_name: commandSubject(chamber, schedule.task),
  args: [],
  kwargs: schedule.args,
  eta: fire.toISOString(),
});
