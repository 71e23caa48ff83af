import { isFinal, STREAMS, type TaskState } from '#rotunda/contracts';
import { NatsClient } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';
import { TaskStore } from './task-store.js';
import { cancelRequested, revoked } from './task-transitions.js';

export type CancelOutcome = 'unknown' | 'already ended' | 'revoked' | 'stopping';

const CANCELLED = { code: 'Revoked', message: 'cancelled on request' };

/** What an operator does to a task. */
@Injectable()
export class TaskControl {
  constructor(
    private readonly client: NatsClient,
    private readonly store: TaskStore,
  ) {}

  /** A task that waits is REVOKED at once and its command taken out of the queue; a running one is told to stop. */
  async cancel(id: string): Promise<CancelOutcome> {
    let before: TaskState | null = null;
    const after = await this.store.change(id, (state) => {
      before = state;
      return state && !isFinal(state.state) ? cancelled(state) : null;
    });
    if (!after) return before ? 'already ended' : 'unknown';
    if (after.state !== 'REVOKED') return 'stopping';
    if (after.stream_seq !== null) await this.client.deleteStored(STREAMS.tasks, after.stream_seq);
    return 'revoked';
  }
}

function cancelled(state: TaskState): TaskState {
  const now = new Date().toISOString();
  const asked = cancelRequested(state, now);
  return state.state === 'STARTED' ? asked : revoked(asked, CANCELLED, now);
}
