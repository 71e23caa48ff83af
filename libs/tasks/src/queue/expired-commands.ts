import { isFinal } from '#rotunda/contracts';
import { CommandQueue } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';
import { expired, hasExpired } from '../state/expiry.js';
import { TaskStore } from './task-store.js';

/**
 * Commands that expired before anybody took them up. A worker that gets one leaves it undone; where no worker comes for
 * long, whoever puts another in its place takes it out of the queue, and the gateway does so with all of them, or one
 * would lie there for each tick.
 */
@Injectable()
export class ExpiredCommands {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
  ) {}

  /** Revokes a task whose command has expired. @returns false where it goes on: it was taken up, or may be yet */
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
