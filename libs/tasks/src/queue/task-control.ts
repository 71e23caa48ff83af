import { isFinal, type TaskState } from '#rotunda/contracts';
import { CommandQueue } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { PlannedTask } from '../state/group-plan.js';
import type { TaskSettings } from '../settings.js';
import { type KnownTask, TaskStore } from './task-store.js';
import { CANCELLED, cancelRequested, pending, revoked } from '../state/task-transitions.js';
import { TASK_SETTINGS } from '../tokens.js';

export type CancelOutcome = 'unknown' | 'already ended' | 'revoked' | 'stopping';

const TERMINATED = { code: 'Terminated', message: 'terminated on request, without waiting for its worker' };

/** Operators' actions on a task. */
@Injectable()
export class TaskControl {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(TASK_SETTINGS) private readonly settings: Pick<TaskSettings, 'TASK_MAX_RETRIES'>,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /**
   * Revokes a waiting task at once and removes its command from the queue; asks a running one to stop.
   *
   * @param known the task's entry as a watch has it: saves a request where it is not outdated
   */
  cancel(id: string, known?: KnownTask): Promise<CancelOutcome> {
    return this.end(id, (state) => cancelled(state, this.instant()), known);
  }

  /**
   * Revokes a task at once, whatever its worker does: the worker no longer owns it, and its further writes are
   * rejected. A responsive worker stops as soon as it sees that; a stuck one is left to its watchdog.
   */
  terminate(id: string): Promise<CancelOutcome> {
    return this.end(id, (state) => revoked(state, TERMINATED, this.instant()));
  }

  /** Cancels an unpublished child of a group: enters it as REVOKED, so that no gateway publishes it. */
  async cancelPlanned(task: PlannedTask): Promise<CancelOutcome> {
    const now = this.instant();
    const maxRetries = this.settings.TASK_MAX_RETRIES;
    const submission = { ...task, run: 1, maxRetries, streamSequence: null, queuedAt: now };
    await this.store.change(task.id, (state) => (state ? null : revoked(pending(submission), CANCELLED, now)));
    // If it was published in the meantime, it is cancelled like any other.
    const outcome = await this.cancel(task.id);
    return outcome === 'already ended' ? 'revoked' : outcome;
  }

  private async end(id: string, step: (state: TaskState) => TaskState, known?: KnownTask): Promise<CancelOutcome> {
    let before: TaskState | null = null;
    const written = await this.store.changeKnown(id, known, (state) => {
      before = state;
      return state && !isFinal(state.state) ? step(state) : null;
    });
    const after = written?.value;
    if (!after) return before ? 'already ended' : 'unknown';
    if (after.state !== 'REVOKED') return 'stopping';
    if (after.stream_seq !== null) await this.queue.remove(after.stream_seq);
    return 'revoked';
  }

  private instant(): string {
    return this.now().toISOString();
  }
}

function cancelled(state: TaskState, now: string): TaskState {
  const asked = cancelRequested(state, now);
  return state.state === 'STARTED' ? asked : revoked(asked, CANCELLED, now);
}
