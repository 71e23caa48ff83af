import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';

/** The writer: an attempt of a task. Attempts are counted from 1 over all runs of the task. */
export interface Fence {
  taskId: string;
  attempt: number;
}

/** A later attempt of the same task has written. This one must stop, write nothing and acknowledge nothing. */
export class FenceLostError extends Error {
  override readonly name = 'FenceLostError';

  constructor({ taskId, attempt }: Fence, options?: ErrorOptions) {
    super(`Attempt ${attempt} of task ${taskId} was overtaken by a later attempt`, options);
  }
}

/**
 * A process that freezes in its transaction holds the fence's row, and its successor waits for that. After this time
 * Postgres ends the frozen session; a successor starts 30 s after the freeze at the earliest (ack_wait).
 */
const IDLE_LIMIT_MS = 10_000;

/**
 * Runs one transaction of a task's attempt. It raises the fence first, so that everything the attempt writes is rolled
 * back if a later attempt has written: a process that slept past its deadline can't undo its successor's work.
 *
 * @throws FenceLostError when a later attempt has written, also where Postgres ended this session because of it
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

/** Raises a task's fence without doing its work. */
@Injectable()
export class TaskFences {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Rejects every attempt before `attempt` from now on, including one that sleeps and wakes up later. Waits for their
   * transactions in progress; Postgres ends one that sleeps.
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

/** @throws the first error where Postgres does not answer: it tells more than the second failure */
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
