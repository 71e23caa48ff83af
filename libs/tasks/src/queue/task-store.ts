import type { TaskState } from '#rotunda/contracts';
import { type TasksBucket, TASKS_BUCKET } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { readTaskState } from '../state/read-task-state.js';
import { pending, type Submission } from '../state/task-transitions.js';

/**
 * KV `tasks`: every change of a task's state goes through here, as a compare-and-set on its revision. An entry that
 * somebody damaged counts as none, and is written anew by the next step.
 */
@Injectable()
export class TaskStore {
  constructor(@Inject(TASKS_BUCKET) private readonly bucket: TasksBucket) {}

  async find(id: string): Promise<TaskState | null> {
    const entry = await this.bucket.text(id);
    return entry && readTaskState(id, entry.value);
  }

  /** Enters a new command as PENDING, unless somebody was faster: a worker may have started it already. */
  async enter(submission: Submission): Promise<void> {
    await this.bucket.create(submission.id, pending(submission));
  }

  /**
   * Applies a step to the state as it is now, and writes it if nobody else wrote in between; else reads again and
   * decides anew.
   *
   * @param step gets null where the task is unknown, and when the state was written; returns null to leave everything as
   *   it is
   * @returns what was written, or null where the step declined
   */
  async change(
    id: string,
    step: (state: TaskState | null, writtenAt: Date | null) => TaskState | null,
  ): Promise<TaskState | null> {
    const written = await this.bucket.change(id, (entry) => {
      const state = entry && readTaskState(id, entry.value);
      return step(state, state && entry.at);
    });
    return written?.value ?? null;
  }
}
