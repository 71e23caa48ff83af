import { type Command, isFinal, parseLaneSubject, type TaskState } from '#rotunda/contracts';
import { CommandQueue, type Delivery, type Disposition, QueueFullError } from '#rotunda/messaging';
import type { Clock } from '#rotunda/runtime';
import { laneOf, type LaneSettings } from '../state/lane.js';
import { isSettled, nextRun, pending, published, type Submission } from '../state/task-transitions.js';
import type { TaskStore } from '../queue/task-store.js';

/** How long a long command waits for room in the queue; meanwhile the slot is free for others. */
const NO_ROOM_MS = 3_000;

/**
 * Moves long commands out of the short lane: from a `nats pub`, an older gateway, or a publisher with other settings. The
 * command is published in the long lane before its message is acked, so a crash in between only repeats this, and the
 * stream keeps one copy. Until the state names the new message, a worker that gets it waits for the old one as for the
 * original of a copy. It is never moved back.
 */
export class LaneChange {
  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    private readonly settings: LaneSettings,
    private readonly now: Clock,
  ) {}

  isNeeded({ subject }: Delivery, command: Command): boolean {
    const found = parseLaneSubject(subject);
    return found?.lane === 'short' && laneOf(found.name, command, this.settings, this.now()) === 'long';
  }

  /** Uses up no attempt. @throws MessagingUnavailableError: the message will be redelivered */
  async move(submission: Submission, delivery: Delivery): Promise<Disposition> {
    const seen = await this.store.find(submission.id);
    if (seen && isSettled(seen, submission.run)) return { kind: 'ack' };
    try {
      const { sequence } = await this.queue.publishInLongLane(submission, delivery);
      await this.store.change(submission.id, (state) => moved(state, submission, sequence));
      return { kind: 'ack' };
    } catch (error) {
      if (error instanceof QueueFullError) return { kind: 'nak', delayMs: NO_ROOM_MS };
      throw error;
    }
  }
}

/** Null where the state is not that of this message: then it is about a copy, or about another run. */
function moved(state: TaskState | null, submission: Submission, sequence: number): TaskState | null {
  const next = { ...submission, streamSequence: sequence };
  if (!state) return pending(next);
  if (submission.run > state.run) return isFinal(state.state) ? nextRun(state, next) : null;
  const isItsOwn = state.stream_seq === null || state.stream_seq === submission.streamSequence;
  return isItsOwn && !isSettled(state, submission.run) ? published(state, sequence) : null;
}
