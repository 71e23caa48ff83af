import { isFinal } from '#rotunda/contracts';
import { CommandQueue } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';
import { expired, hasExpired } from '../state/expiry.js';
import { TaskStore } from './task-store.js';

/**
 * Removes commands that expired before they started. A worker drops an expired command that it gets. If no worker runs
 * for long, the scheduler removes it when it replaces it, and the gateway removes all of them; otherwise one would stay
 * in the queue for each tick.
 */
@Injectable()
export class ExpiredCommands {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
  ) {}

  /** Revokes a task whose command has expired. @returns false if it goes on: it has started, or may still start */
  async revoke(id: string, now: Date): Promise<boolean> {
    let isOver = true;
    const written = await this.store.change(id, (state) => {
      isOver = !state || isFinal(state.state);
      return state && !isOver && hasExpired(state, now) ? expired(state, now) : null;
    });
    if (written && written.stream_seq !== null) await this.queue.remove(written.stream_seq);
    return isOver || written !== null;
  }
}
