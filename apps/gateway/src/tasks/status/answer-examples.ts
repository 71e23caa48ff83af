import type { ScrapeResult } from '#rotunda/contracts';
import type { ActiveTaskList, ScheduledTaskList, TaskStats } from '../lists/task-list-views.js';
import type { CancelledTaskView, QueuedTaskView, TaskStatusView } from './task-views.js';
import type { TasksHealth } from '../health/tasks-health.view.js';

/** What clients of the system that this one replaced read; `test/contract/replaced-answers.test.ts` holds us to it. */
const HOUSE = 'house-scraper@host';
const SECOND_HOUSE = 'house-scraper-2@host';
const TASK = '4e0f8a52-9c1d-4c55-8a6e-0f3b7d2c91aa';
const WAITING = '9b1c7f30-52aa-4d8e-b0f4-6a1de2c83b47';
const SCRAPE = 'tasks.house.scrape';
const WINDOW = { start_date: '2026-11-16', end_date: '2026-11-23' };

const running = { worker: HOUSE, task_id: TASK, task_name: SCRAPE, args: [], kwargs: { days_back: 7 } };

const scheduled = [
  {
    ...{ worker: SECOND_HOUSE, task_id: WAITING, task_name: SCRAPE, args: [], kwargs: { days_back: 1 } },
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

const result: ScrapeResult = {
  ...{ status: 'success', chamber: 'house', ...WINDOW },
  stats: { total: 23, saved: 21, skipped: 2, errors: 0 },
  filings: { listed: 9, known: 1, parsed: 7, paper: 1, needs_review: 0, unavailable: 0, failed: 0 },
  warnings: [],
};

const NO_POSTGRES = 'Postgres does not answer';
const nothingDegraded = { degraded: [], sites: [], withheld: [] };

const named = <T>(summary: string, value: T): { summary: string; value: T } => ({ summary, value });

export const EXAMPLES = {
  queued: {
    task_id: TASK,
    status: 'queued',
    message: 'The house’s filings from 2026-11-16 to 2026-11-23 will be scraped.',
  } satisfies QueuedTaskView,
  status: {
    running: named('It runs', { task_id: TASK, status: 'STARTED' } satisfies TaskStatusView),
    succeeded: named('It succeeded', { task_id: TASK, status: 'SUCCESS', result } satisfies TaskStatusView),
    failed: named('It failed', {
      ...{ task_id: TASK, status: 'FAILURE' },
      error: 'LayoutChanged: the header is not known',
    } satisfies TaskStatusView),
  },
  cancelled: {
    waiting: named('It waited', {
      ...{ status: 'cancelled', task_id: WAITING, outcome: 'revoked' },
      message: 'It had not begun; its command was taken out of the queue.',
    } satisfies CancelledTaskView),
    running: named('It runs', {
      ...{ status: 'cancelled', task_id: TASK, outcome: 'stopping' },
      message: 'Its worker was told to stop; it does so within seconds.',
    } satisfies CancelledTaskView),
  },
  active: { active_tasks: [running], worker_count: 2, active: [running] } satisfies ActiveTaskList,
  scheduled: { scheduled_tasks: scheduled, worker_count: 2, scheduled } satisfies ScheduledTaskList,
  stats: {
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
  } satisfies TaskStats,
  health: {
    healthy: named('All is well', {
      ...{ status: 'healthy', message: 'Task system is operational', workers: 2, nats: 'ok', postgres: 'ok' },
      ...nothingDegraded,
    } satisfies TasksHealth),
    noWorker: named('Nobody would do a task', {
      ...{
        status: 'unhealthy',
        message: 'No worker is running: start a senate-scraper or a house-scraper',
        workers: 0,
      },
      ...{ nats: 'ok', postgres: 'ok', ...nothingDegraded },
    } satisfies TasksHealth),
  },
  outage: {
    postgres: named('Postgres is away', {
      ...{ status: 'unhealthy', message: NO_POSTGRES, workers: 2, nats: 'ok', postgres: NO_POSTGRES },
      ...nothingDegraded,
    } satisfies TasksHealth),
  },
};
