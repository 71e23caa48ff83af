import { COMMAND_LANES, STREAMS } from '#rotunda/contracts';
import { CommandQueue, ConsumerRepair, type StoredMessage } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';
import { identifyCommand } from './command-identity.js';
import { TaskStore } from './task-store.js';
import { isSettled } from '../state/task-transitions.js';

/** The consumer of each subject. */
const CONSUMER_OF: ReadonlyMap<string, string> = new Map(
  COMMAND_LANES.map(({ subject, consumer }) => [subject, consumer] as const),
);

export interface Tidied {
  /** Number of removed messages. */
  removed: number;
  /** The consumers that were replaced: see `ConsumerRepair`. */
  replaced: string[];
}

/**
 * Removes finished commands that are still in the queue. A nats-server that is killed may have stored an ack, but not
 * yet the removal of its message: after the restart the message is in the stream again and is never delivered (seen on
 * 2.9.10; 2.15.1 tidies up by itself). It would fill the queue, be shown as waiting, and become PENDING again once its
 * task's state has expired.
 *
 * An unfinished command that counts as acked is not a leftover: its consumer is replaced and delivers it.
 */
@Injectable()
export class QueueLeftovers {
  /** The sequences of unfinished commands that counted as acked at the last call. */
  private stuck: ReadonlySet<number> = new Set();

  constructor(
    private readonly queue: CommandQueue,
    private readonly store: TaskStore,
    private readonly repair: ConsumerRepair,
  ) {}

  /** @throws MessagingUnavailableError; the next call continues */
  async tidy(): Promise<Tidied> {
    const replaced = await this.repair.ofShorterStream(STREAMS.tasks, [...CONSUMER_OF.values()]);
    const { first, last } = await this.queue.range();
    if (last < first) return { removed: 0, replaced };
    const floors = await this.ackFloors();
    const highest = Math.max(...floors.values());
    const stuck = new Set<number>();
    let removed = 0;
    for await (const message of this.queue.between(first, highest)) {
      if (message.sequence > (floors.get(message.subject) ?? 0)) continue;
      const isDone = await this.isDone(message);
      if (isDone === true) {
        await this.queue.remove(message.sequence);
        removed += 1;
      } else if (isDone === false) {
        replaced.push(...(await this.replaceIfStuck(message, stuck)));
      }
    }
    this.stuck = stuck;
    return { removed, replaced };
  }

  /** Only when seen twice: a duplicate is acked while its task runs, and gone from the stream a moment later. */
  private async replaceIfStuck({ subject, sequence }: StoredMessage, stuck: Set<number>): Promise<string[]> {
    stuck.add(sequence);
    const consumer = CONSUMER_OF.get(subject)!;
    if (!this.stuck.has(sequence)) return [];
    return (await this.repair.ofSkipped(STREAMS.tasks, consumer, sequence)) ? [consumer] : [];
  }

  /** The ack floor of each subject. */
  private async ackFloors(): Promise<Map<string, number>> {
    const floors = [...CONSUMER_OF].map(async ([subject, consumer]): Promise<[string, number]> => [
      subject,
      await this.queue.ackFloor(consumer),
    ]);
    return new Map(await Promise.all(floors));
  }

  /** Null if the task's state has expired: it may be done, and must not be done again. */
  private async isDone(message: StoredMessage): Promise<boolean | null> {
    const { id, run } = identifyCommand(message);
    const state = await this.store.find(id);
    return state && isSettled(state, run);
  }
}
