import type { TaskState } from '../src/index.js';

/** A task that is waiting for its first attempt. */
export const waitingTask = (id: string, queued: string, changes: Partial<TaskState> = {}): TaskState => ({
  v: 1,
  id,
  chamber: 'house',
  name: 'scrape',
  args: { days_back: 7 },
  state: 'PENDING',
  run: 1,
  attempts: [],
  retries: 0,
  max_retries: 3,
  crashes: 0,
  worker: null,
  stream_seq: null,
  times: { queued, started: null, finished: null },
  progress: { phase: 'queued', done: 0, total: 0, saved: 0, skipped: 0, errors: 0 },
  ...changes,
});
