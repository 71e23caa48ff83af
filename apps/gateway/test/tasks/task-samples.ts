import type { ScheduleState, TaskState, WorkerState } from '#rotunda/contracts';
import { waitingTask } from '../../../../libs/contracts/test/sample-task.js';

/** A task as a worker or the gateway would have written it. */
export const task = (id: string, changes: Partial<TaskState> = {}): TaskState =>
  waitingTask(id, new Date().toISOString(), changes);

export const ended = (id: string, finished: Date, changes: Partial<TaskState> = {}): TaskState => {
  const instant = finished.toISOString();
  return task(id, { state: 'SUCCESS', times: { queued: instant, started: instant, finished: instant }, ...changes });
};

export const worker = (id: string, seen: Date): WorkerState => ({
  v: 1,
  id,
  name: `house-scraper@${id}`,
  chamber: 'house',
  pid: 1,
  version: '0.0.0',
  started: seen.toISOString(),
  seen: seen.toISOString(),
  tasks: ['scrape', 'check'],
  active: [],
  processed: 0,
});

export const schedule = (name: string, cron: string, lastFire: string): ScheduleState => ({
  v: 1,
  name,
  cron,
  every: null,
  timezone: 'UTC',
  task: 'scrape',
  args: { days_back: 1 },
  overlap: 'skip',
  catch_up: 'latest',
  expires: false,
  last_fire: lastFire,
  last_tasks: {},
  chambers: ['senate', 'house'],
  paused_at: null,
});
