import { HttpStatus, Injectable } from '@nestjs/common';
import type { TaskState, TaskStateName } from '#rotunda/contracts';
import type { TaskFilters } from '#rotunda/persistence';
import { LiveState } from '#rotunda/tasks';
import { invalidFields } from '../../http/known-errors.js';
import { TaskFilterReader } from '../search/task-filters.js';
import { TaskHistory, totalOf } from '../search/task-history.js';
import { TaskSteering } from '../steering/task-steering.js';
import type { BulkBody, BulkView } from './bulk-views.js';
import { inParallel } from './in-parallel.js';
import { Refusals, type Refused } from './refusals.js';

/** How many a request does at most, and how many at a time. */
const MOST = 5_000;
const AT_A_TIME = 32;

interface Action {
  /** By a filter, only tasks in these states are tried. */
  states: readonly TaskStateName[];
  /** Why the others are not. */
  refused: (state: TaskStateName) => Refused;
  /** Does it to a task, or, if only its id is known, perhaps to a group. */
  act: (task: TaskState | string) => Promise<unknown>;
}

/** The tasks to try, and how many there are. */
interface Choice {
  tasks: (TaskState | string)[];
  fitting: number;
}

/** Does to many tasks what `TaskSteering` does to one. That one task is refused stops none of the others. */
@Injectable()
export class BulkSteering {
  constructor(
    private readonly steering: TaskSteering,
    private readonly history: TaskHistory,
    private readonly filters: TaskFilterReader,
    private readonly live: LiveState,
  ) {}

  /** By a filter, those that have not ended. */
  cancel(body: BulkBody): Promise<BulkView> {
    return this.carryOut(body, this.filtersOf(body), {
      states: ['PENDING', 'STARTED', 'RETRY'],
      refused: () => ENDED,
      act: (task) => (typeof task === 'string' ? this.steering.cancel(task) : this.steering.cancelOne(task.id)),
    });
  }

  /** By a filter, those that did not succeed, or those in the state that it names. */
  retry(body: BulkBody): Promise<BulkView> {
    const filters = this.filtersOf(body);
    return this.carryOut(body, filters, {
      states: filters?.states ?? ['FAILURE', 'REVOKED', 'RETRY'],
      refused: (state) => (state === 'SUCCESS' ? SUCCEEDED : UNDER_WAY),
      act: (task) => (typeof task === 'string' ? this.steering.retry(task) : this.steering.retryOne(task)),
    });
  }

  /** Null where it has ids. @throws ProblemException (422) unless it has either */
  private filtersOf({ ids, filter }: BulkBody): TaskFilters | null {
    if (Boolean(ids) !== Boolean(filter))
      return filter ? this.filters.read(filter, HttpStatus.UNPROCESSABLE_ENTITY) : null;
    const message = 'give either ids or filter; {"filter": {}} is all tasks';
    throw invalidFields(HttpStatus.UNPROCESSABLE_ENTITY, [{ field: 'ids', message }]);
  }

  private async carryOut({ ids, dry_run }: BulkBody, filters: TaskFilters | null, action: Action): Promise<BulkView> {
    const refusals = new Refusals();
    const { tasks, fitting }: Choice = filters
      ? await this.choose(filters, action, refusals)
      : { tasks: ids ?? [], fitting: ids?.length ?? 0 };
    const isDry = dry_run ?? false;
    const matched = fitting + refusals.count;
    const untried = refusals.count;
    if (!isDry) {
      await inParallel(tasks, AT_A_TIME, (task) => refusals.unless(task, () => action.act(task)));
      // Who asks for a list after this answer finds in it what was done.
      await this.live.catchUp();
    }
    return {
      matched,
      done: tasks.length - (refusals.count - untried),
      refused: refusals.list(),
      remaining: fitting - tasks.length,
      dry_run: isDry,
    };
  }

  private async choose(filters: TaskFilters, { states, refused }: Action, refusals: Refusals): Promise<Choice> {
    // Another gateway may just have changed them.
    await this.live.catchUp();
    const { states: counts } = await this.history.count(filters);
    for (const [state, count] of Object.entries(counts) as [TaskStateName, number][]) {
      if (states.includes(state)) continue;
      refusals.add(refused(state), count);
      delete counts[state];
    }
    const chosen = (filters.states ?? states).filter((state) => states.includes(state));
    if (chosen.length === 0) return { tasks: [], fitting: 0 };
    const { items } = await this.history.page({ ...filters, states: chosen, limit: MOST });
    const tasks = items.slice(0, MOST);
    // Some may have come or gone since they were counted.
    return { tasks, fitting: Math.max(tasks.length, totalOf(counts)) };
  }
}

const ENDED: Refused = { code: 'task-ended', message: 'They have ended already; there is nothing to cancel.' };
const UNDER_WAY: Refused = { code: 'task-under-way', message: 'They are queued or running already.' };
const SUCCEEDED: Refused = {
  code: 'task-succeeded',
  message: 'They succeeded; a filter with the state SUCCESS runs them again.',
};
