import { CHAMBERS, commandSubject, consumerName, STREAMS, TASK_NAMES } from '#rotunda/contracts';
import { NatsClient, type StoredMessage } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';
import { identifyCommand } from './command-identity.js';
import { TaskStore } from './task-store.js';
import { isSettled } from './task-transitions.js';

/**
 * Takes out of the queue what is done and stands in it all the same. A nats-server that is killed may have noted an ack
 * and not yet the removal of its message: after the restart the message is in the stream again, and nobody is ever
 * given it (seen on 2.9.10; 2.15.1 tidies up by itself). It would fill the queue, be shown as waiting, and once its
 * task's state is forgotten rise again as PENDING.
 */
@Injectable()
export class QueueLeftovers {
  constructor(
    private readonly client: NatsClient,
    private readonly store: TaskStore,
  ) {}

  /** @returns how many messages it removed. @throws MessagingUnavailableError: the next call goes on */
  async remove(): Promise<number> {
    const { first, last } = await this.client.storedRange(STREAMS.tasks);
    if (last < first) return 0;
    const floors = await this.ackFloors();
    const highest = Math.max(...floors.values());
    let removed = 0;
    for (let next = first; next <= highest;) {
      const message = await this.client.nextStored(STREAMS.tasks, next);
      if (!message) break;
      next = message.sequence + 1;
      if (!(await this.isLeftover(message, floors))) continue;
      await this.client.deleteStored(STREAMS.tasks, message.sequence);
      removed += 1;
    }
    return removed;
  }

  /** Up to which sequence all commands of a subject are acked. */
  private async ackFloors(): Promise<Map<string, number>> {
    const subjects = CHAMBERS.flatMap((chamber) => TASK_NAMES.map((name) => ({ chamber, name })));
    const floors = subjects.map(async ({ chamber, name }): Promise<[string, number]> => [
      commandSubject(chamber, name),
      await this.client.ackFloor(STREAMS.tasks, consumerName(chamber, name)),
    ]);
    return new Map(await Promise.all(floors));
  }

  /** The server says that it was acked, and the task that it is done: each alone might err. */
  private async isLeftover(message: StoredMessage, floors: Map<string, number>): Promise<boolean> {
    if (message.sequence > (floors.get(message.subject) ?? 0)) return false;
    const { id, run } = identifyCommand({ ...message, streamSequence: message.sequence });
    const state = await this.store.find(id);
    return state !== null && isSettled(state, run);
  }
}
