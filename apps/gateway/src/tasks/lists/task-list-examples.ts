import { EXAMPLE } from '../../http/example-values.js';
import type { ActiveTaskList, ScheduledTaskList, TaskStats } from './task-list-views.js';

const { worker: HOUSE, secondWorker: SECOND_HOUSE, taskName: SCRAPE } = EXAMPLE;

const running = { worker: HOUSE, task_id: EXAMPLE.taskId, task_name: SCRAPE, args: [], kwargs: { days_back: 7 } };

const scheduled = [
  {
    ...{ worker: SECOND_HOUSE, task_id: EXAMPLE.waitingTaskId, task_name: SCRAPE, args: [], kwargs: { days_back: 1 } },
    eta: '2026-11-23T14:05:00.000Z',
  },
  {
    ...{ worker: 'scheduler', task_id: 'daily-house-20261124T020000Z', task_name: SCRAPE, args: [] },
    kwargs: { days_back: 1, since_last_success: true },
    eta: '2026-11-24T02:00:00.000Z',
  },
];

const worker = (id: string, pid: number) => ({
  ...{ id, chamber: 'house', pid, version: '0.1.0', tasks: ['scrape', 'check', 'reparse'] },
  ...{ started: '2026-11-23T08:00:00.000Z', seen: '2026-11-23T14:00:00.000Z', pool_size: 2, memory_mb: 120 },
});

export const ACTIVE_EXAMPLE: ActiveTaskList = { active_tasks: [running], worker_count: 2, active: [running] };

export const SCHEDULED_EXAMPLE: ScheduledTaskList = { scheduled_tasks: scheduled, worker_count: 2, scheduled };

export const STATS_EXAMPLE: TaskStats = {
  status: 'ok',
  workers: {
    [HOUSE]: {
      ...worker('house-scraper-host-1f0c9a3e', 4711),
      ...{ active_tasks: 1, processed: 84, total_tasks: { [SCRAPE]: 12, 'tasks.house.check': 72 } },
    },
    [SECOND_HOUSE]: {
      ...worker('house-scraper-host-b27d54c8', 4712),
      ...{ active_tasks: 0, processed: 0, total_tasks: {} },
    },
  },
  worker_count: 2,
  tasks: { PENDING: 0, STARTED: 1, RETRY: 1, SUCCESS: 83, FAILURE: 1, REVOKED: 0 },
  queued: 1,
};
