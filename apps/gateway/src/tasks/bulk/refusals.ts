import { HttpException, HttpStatus, Logger } from '@nestjs/common';
import type { TaskState } from '#rotunda/contracts';
import { asProblem } from '../../http/known-errors.js';
import { ProblemException } from '../../http/problem.js';
import type { BulkRefusal } from './bulk-views.js';

export interface Refused {
  code: string;
  message: string;
}

/** Why tasks were refused, counted by code. */
export class Refusals {
  private readonly logger = new Logger('Steering');
  private readonly byCode = new Map<string, BulkRefusal>();
  /** NATS or Postgres is away, or the queue is full: each further task would wait for that as long again. */
  private outage: Refused | null = null;

  get count(): number {
    return this.list().reduce((sum, { count }) => sum + count, 0);
  }

  list(): BulkRefusal[] {
    return [...this.byCode.values()];
  }

  add({ code, message }: Refused, count: number, task_id?: string): void {
    const known = this.byCode.get(code);
    if (known) known.count += count;
    else this.byCode.set(code, { code, count, ...(task_id !== undefined && { task_id }), message });
  }

  /** Adds the task unless the work is done. */
  async unless(task: TaskState | string, work: () => Promise<unknown>): Promise<void> {
    const id = typeof task === 'string' ? task : task.id;
    if (this.outage) return this.add(this.outage, 1, id);
    try {
      await work();
    } catch (error) {
      this.add(this.read(error), 1, id);
    }
  }

  private read(error: unknown): Refused {
    const problem = error instanceof HttpException ? error : asProblem(error);
    if (!problem) {
      this.logger.error(error);
      return { code: 'unexpected', message: 'An unexpected error, see the log of the gateway.' };
    }
    const status: HttpStatus = problem.getStatus();
    const code = problem instanceof ProblemException ? problem.kind : (CODES[status] ?? 'refused');
    const refused = { code, message: problem.message };
    if (status === HttpStatus.SERVICE_UNAVAILABLE) this.outage = refused;
    return refused;
  }
}

/** Of problems without a kind of their own. */
const CODES: Partial<Record<number, string>> = {
  [HttpStatus.CONFLICT]: 'task-ended',
  [HttpStatus.NOT_FOUND]: 'task-unknown',
};
