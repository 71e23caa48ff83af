import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** Who writes: an attempt of a task. Attempts count from 1 over all runs of the task. */
export interface Fence {
  taskId: string;
  attempt: number;
}

/** A later attempt of the same task has written: this one must stop, write nothing and acknowledge nothing. */
export class FenceLostError extends Error {
  override readonly name = 'FenceLostError';

  constructor({ taskId, attempt }: Fence, options?: ErrorOptions) {
    super(`Attempt ${attempt} of task ${taskId} was overtaken by a later attempt`, options);
  }
}

/**
 * A process that freezes in the middle of its transaction holds the fence's row, and its successor waits for it. After
 * this long Postgres ends its session; a successor starts 30 s after the freeze at the earliest (ack_wait).
 */
const IDLE_LIMIT_MS = 10_000;

/**
 * Runs one transaction of a task's attempt. The fence goes first, so that everything the attempt writes is rolled back
 * when a later attempt was here: a process that slept through its deadline can't undo its successor's work.
 *
 * @throws FenceLostError when a later attempt has written, also where Postgres ended this session in favour of it
 */
export async function fenced<T>(
  dataSource: DataSource,
  fence: Fence,
  work: (manager: EntityManager) => Promise<T>,
  idleLimitMs = IDLE_LIMIT_MS,
): Promise<T> {
  try {
    return await dataSource.transaction(async (manager) => {
      await manager.query(`SET LOCAL idle_in_transaction_session_timeout = ${idleLimitMs}`);
      await raise(manager, fence);
      return work(manager);
    });
  } catch (error) {
    if (error instanceof FenceLostError || !(await isOvertaken(dataSource, fence, error))) throw error;
    throw new FenceLostError(fence, { cause: error });
  }
}

/** Raises the fence of a task for those who do no work of it. */
@Injectable()
export class TaskFences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Turns away every attempt before `attempt` from now on, also one that sleeps and wakes up later. Waits for a
   * transaction of theirs that is under way: Postgres ends one that sleeps.
   */
  async turnAwayBefore(taskId: string, attempt: number): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO task_fences (task_id, attempt) VALUES ($1, $2)
       ON CONFLICT (task_id) DO UPDATE SET attempt = greatest(task_fences.attempt, EXCLUDED.attempt)`,
      [taskId, attempt],
    );
  }
}

async function raise(manager: EntityManager, fence: Fence): Promise<void> {
  const raised = await manager.query<unknown[]>(
    `INSERT INTO task_fences (task_id, attempt) VALUES ($1, $2)
     ON CONFLICT (task_id) DO UPDATE SET attempt = EXCLUDED.attempt WHERE task_fences.attempt <= EXCLUDED.attempt
     RETURNING attempt`,
    [fence.taskId, fence.attempt],
  );
  if (raised.length === 0) throw new FenceLostError(fence);
}

/** @throws the first error where Postgres can't be asked: it says more than a second failure would */
async function isOvertaken(dataSource: DataSource, { taskId, attempt }: Fence, first: unknown): Promise<boolean> {
  try {
    const higher = await dataSource.query<unknown[]>(`SELECT 1 FROM task_fences WHERE task_id = $1 AND attempt > $2`, [
      taskId,
      attempt,
    ]);
    return higher.length > 0;
  } catch {
    throw first;
  }
}
