import type { TaskState } from '#rotunda/contracts';
import { type TasksBucket, TASKS_BUCKET, type Written } from '#rotunda/messaging';
import { Inject, Injectable } from '@nestjs/common';
import { readTaskState } from '../state/read-task-state.js';
import { pending, type Submission } from '../state/task-transitions.js';

/** What the caller takes for a task's entry; null and 0 if it has none. */
export interface KnownTask {
  state: TaskState | null;
  revision: number;
}

/**
 * KV `tasks`: every change of a task's state goes through here, as a compare-and-set on its revision. A damaged entry
 * counts as absent, and the task's next step overwrites it.
 */
@Injectable()
export class TaskStore {
  constructor(@Inject(TASKS_BUCKET) private readonly bucket: TasksBucket) {}

  async find(id: string): Promise<TaskState | null> {
    const entry = await this.bucket.text(id);
    return entry && readTaskState(id, entry.value);
  }

  /** Enters a new command as PENDING, unless it has an entry already: a worker may have started it. */
  async enter(submission: Submission): Promise<void> {
    await this.bucket.create(submission.id, pending(submission));
  }

  /**
   * Applies `step` to the current state and writes the result with a compare-and-set. If another writer was faster, it
   * reads the state again and repeats the step.
   *
   * @param step gets the state and the time of its last write, or nulls if the task is unknown; returns null to change
   *   nothing
   * @returns the written state; null if the step returned null
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

  /**
   * Like `change`, but first tries what is known, which saves a request to read it. If that is outdated, or the step
   * refuses it, the step gets the current state.
   */
  async changeKnown(
    id: string,
    known: KnownTask | undefined,
    step: (state: TaskState | null) => TaskState | null,
  ): Promise<Written<TaskState> | null> {
    const value = known ? step(known.state) : null;
    const revision = known && value && (await this.bucket.write(id, value, known.revision));
    if (value && revision) return { value, revision };
    return this.bucket.change(id, (entry) => step(entry && readTaskState(id, entry.value)));
  }
}
