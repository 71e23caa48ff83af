import { ApiProperty } from '@nestjs/swagger';
import {
  type Chamber,
  CHAMBERS,
  commandSubject,
  type SiteState,
  TASK_ERROR_CODES,
  TASK_NAMES,
  type TaskName,
  type WorkerState,
} from '#rotunda/contracts';
import { SiteEntryView } from '../../sites/site-entry.js';
import type { ChangedLayout } from './site-layouts.js';

export const OPERATIONAL = 'Task system is operational';
const SCRAPERS = CHAMBERS.map((chamber) => `${chamber}-scraper`);
export const NO_WORKER = `No worker is running: start a ${SCRAPERS.join(' or a ')}`;
export const ALL_DRAIN = `No worker takes tasks, each is draining: start a ${SCRAPERS.join(' or a ')}`;

const DEGRADED = {
  layout: TASK_ERROR_CODES.layoutChanged,
  breaker: 'BreakerOpen',
  withheld: 'TasksWithheld',
  draining: 'WorkersDraining',
} as const;

class DegradedSite {
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ enum: Object.values(DEGRADED) })
  code!: string;
  @ApiProperty({ description: 'What is wrong' })
  message!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The last task that found a changed layout' })
  task_id!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Since when, if known' })
  at!: string | null;
}

class WithheldTasks {
  @ApiProperty({ example: 'senate-scraper@host' })
  worker!: string;
  @ApiProperty({ enum: CHAMBERS })
  chamber!: string;
  @ApiProperty({ enum: TASK_NAMES })
  task!: string;
  @ApiProperty({ description: 'What is missing, and what to do about it' })
  reason!: string;
}

export class TasksHealth {
  @ApiProperty({
    enum: ['healthy', 'unhealthy'],
    description: 'Unhealthy if no worker is running or takes tasks, or NATS or Postgres does not answer',
  })
  status!: 'healthy' | 'unhealthy';
  @ApiProperty({ description: '"Task system is operational", or why it is not' })
  message!: string;
  @ApiProperty({ type: 'integer', description: 'How many workers are running' })
  workers!: number;
  @ApiProperty({ description: '"ok", or what is wrong' })
  nats!: string;
  @ApiProperty({ description: '"ok", or what is wrong' })
  postgres!: string;
  @ApiProperty({
    type: [DegradedSite],
    description:
      'What stops a chamber’s tasks although everything is running: an unknown layout (a task that succeeds clears ' +
      'it), a site that refuses us, terms that are not accepted, workers that all drain',
  })
  degraded!: DegradedSite[];
  @ApiProperty({ type: [SiteEntryView], description: 'Whether each chamber’s scrapes run' })
  sites!: SiteEntryView[];
  @ApiProperty({
    type: [WithheldTasks],
    description: 'Tasks that workers may not take, such as scrapes of a site whose terms are not accepted',
  })
  withheld!: WithheldTasks[];
}

export const presentWithheld = ({ name, chamber, withheld = {} }: WorkerState): WithheldTasks[] =>
  Object.entries(withheld).map(([task, reason]) => ({ worker: name, chamber, task, reason }));

export function presentDegraded(layouts: ChangedLayout[], sites: SiteState[], workers: WorkerState[]): DegradedSite[] {
  const refusing = sites.filter(({ breaker }) => breaker.state !== 'closed');
  // Once per chamber, however many workers report it.
  const withheld = new Map(workers.flatMap(withheldTasks).map((entry) => [entry.message, entry]));
  const left = CHAMBERS.filter((chamber) => isLeft(workers.filter((worker) => worker.chamber === chamber)));
  return [...layouts.map(changedLayout), ...refusing.map(openBreaker), ...withheld.values(), ...left.map(leftChamber)];
}

/** There are workers, and none of them takes tasks. */
export const isLeft = (workers: WorkerState[]): boolean =>
  workers.length > 0 && workers.every(({ draining }) => draining);

const leftChamber = (chamber: Chamber): DegradedSite => ({
  chamber,
  code: DEGRADED.draining,
  message: `No ${chamber}-scraper takes tasks: each is draining. Start one`,
  task_id: null,
  at: null,
});

const changedLayout = ({ chamber, task }: ChangedLayout): DegradedSite => ({
  chamber,
  code: DEGRADED.layout,
  message: task.error?.message ?? '',
  task_id: task.id,
  at: task.times.finished,
});

const openBreaker = ({ chamber, breaker }: SiteState): DegradedSite => ({
  chamber,
  code: DEGRADED.breaker,
  message: `The ${chamber} site refused us${breaker.reason ? `: ${breaker.reason}` : ''}`,
  task_id: null,
  at: breaker.opened_at,
});

const withheldTasks = ({ chamber, withheld = {} }: WorkerState): DegradedSite[] =>
  Object.entries(withheld).map(([task, reason]) => ({
    chamber,
    code: DEGRADED.withheld,
    message: `${commandSubject(chamber, task as TaskName)}: ${reason}`,
    task_id: null,
    at: null,
  }));
