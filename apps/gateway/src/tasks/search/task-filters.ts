import { Inject, Injectable } from '@nestjs/common';
import type { TaskFilters } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { LiveState } from '#rotunda/tasks';
import { refuseReversedRange } from '../../http/list-params.js';
import { nameWorkers } from '../../workers/worker-names.js';
import type { TaskFilterParams } from './task-filter-params.js';

/** Reads what a request filters by. */
@Injectable()
export class TaskFilterReader {
  constructor(
    private readonly live: LiveState,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws ProblemException with the status (400 for a query) if `from` is after `to` */
  read(params: TaskFilterParams, status: 400 | 422 = 400): TaskFilters {
    const { chamber, name, state, worker, group, error, q } = params;
    const from = params.from ? new Date(params.from) : undefined;
    const to = params.to ? new Date(params.to) : undefined;
    refuseReversedRange('', from?.toISOString(), to?.toISOString(), status);
    const states = state && [state];
    return {
      chamber,
      name,
      states,
      workers: worker === undefined ? undefined : this.workersCalled(worker),
      group,
      error,
      text: q,
      from,
      to,
    };
  }

  private workersCalled(nameOrId: string): string[] {
    const present = [...nameWorkers(this.live.workers(this.now()))].flatMap(([id, name]) =>
      name === nameOrId ? [id] : [],
    );
    return [...new Set([nameOrId, ...present, ...this.live.workerIds(nameOrId)])];
  }
}
