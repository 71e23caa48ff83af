import { isFinal, type TaskState } from '#rotunda/contracts';
import { CommandQueue, QueueFullError } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import { TaskStore } from './task-store.js';
import { published, queuedAgain } from '../state/task-transitions.js';

export type RerunOutcome =
  | { kind: 'queued'; state: TaskState }
  /** Its state allows no further run; `state` is the one that decided. */
  | { kind: 'refused'; state: TaskState }
  | { kind: 'unknown' };

export interface RerunOptions {
  /** The state as the history has it, for a task that KV has no more. */
  recorded?: TaskState | null;
  /** The command's body; what the state's args say where it is not given. */
  body?: string;
  /** Which states may be run again: unless given, one that has ended, and one that waits for its retry. */
  accepts?: (state: TaskState) => boolean;
}

const mayRunAgain = ({ state }: TaskState): boolean => isFinal(state) || state === 'RETRY';

/**
 * Gives tasks their next run. First the state, by compare-and-set: PENDING in the next run, with the command that is to
 * be published. Then the command. The order decides every race: of two operators one gets the run, and a worker that
 * takes up the command of the run before, say one that waited for its retry, finds it superseded. A gateway that dies
 * in between leaves the command in the state, and `publishLeftOver` of any gateway publishes it; its message id is the
 * same, so the queue holds it once.
 */
@Injectable()
export class TaskReruns {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  /** @throws QueueFullError: all is as before. MessagingUnavailableError: the run may come once NATS is back */
  async rerun(id: string, { recorded, body, accepts = mayRunAgain }: RerunOptions = {}): Promise<RerunOutcome> {
    let before: TaskState | null = null;
    const now = this.now().toISOString();
    const next = await this.store.change(id, (state) => {
      before = state ?? recorded ?? null;
      return before && accepts(before) ? queuedAgain(before, now, body) : null;
    });
    if (!before) return { kind: 'unknown' };
    if (!next) return { kind: 'refused', state: before };
    await this.publishOrUndo(next, before);
    return { kind: 'queued', state: next };
  }

  /** Publishes what another gateway left behind when it died, or when NATS went away. */
  async publishLeftOver(state: TaskState): Promise<void> {
    const current = await this.store.find(state.id);
    if (current?.state === 'PENDING' && current.unpublished) await this.publish(current);
  }

  private async publishOrUndo(next: TaskState, before: TaskState): Promise<void> {
    try {
      await this.publish(next);
    } catch (error) {
      if (error instanceof QueueFullError) await this.changeUnpublished(next, () => before);
      throw error;
    }
    // The command of a run that waited for its retry: whoever gets it finds it superseded, so this only tidies up.
    if (before.state === 'RETRY' && before.stream_seq !== null) {
      await this.queue.remove(before.stream_seq);
    }
  }

  private async publish(state: TaskState): Promise<void> {
    const { sequence } = await this.queue.publish({ ...state, body: state.unpublished?.body ?? '' });
    await this.changeUnpublished(state, (current) => published(current, sequence));
  }

  private async changeUnpublished({ id, run }: TaskState, step: (state: TaskState) => TaskState): Promise<void> {
    await this.store.change(id, (state) =>
      state?.run === run && state.state === 'PENDING' && state.unpublished ? step(state) : null,
    );
  }
}
