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
    return (await this.entry(id))?.state ?? null;
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
    for (;;) {
      const entry = await this.entry(id);
      const next = step(entry?.state ?? null, entry?.state ? entry.at : null);
      if (!next) return null;
      if (await this.write(id, next, entry)) return next;
    }
  }

  private async entry(id: string): Promise<TaskEntry | null> {
    const entry = await this.bucket.text(id);
    return entry && { state: readTaskState(id, entry.value), revision: entry.revision, at: entry.at };
  }

  private async write(id: string, state: TaskState, entry: TaskEntry | null): Promise<boolean> {
    const revision = entry ? await this.bucket.update(id, state, entry.revision) : await this.bucket.create(id, state);
    return revision !== null;
  }
}

interface TaskEntry {
  /** Null where the entry is damaged. */
  state: TaskState | null;
  revision: number;
  at: Date;
}
