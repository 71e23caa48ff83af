import { type Chamber, commandSubject, messageId, STREAMS, TASK_ID_HEADER, type TaskName } from '#rotunda/contracts';
import { Injectable } from '@nestjs/common';
import { NatsClient, type Published, type StoredMessage } from '../connection/nats-client.js';
import { ackWaitOf } from '../topology.js';
import { MessageStream } from './message-stream.js';

export interface QueuedCommand {
  chamber: Chamber;
  name: TaskName;
  /** Of the task. */
  id: string;
  run: number;
  body: string;
}

/** The stream TASKS, which holds each command until a worker has acked it. */
@Injectable()
export class CommandQueue extends MessageStream {
  constructor(client: NatsClient) {
    super(client, STREAMS.tasks);
  }

  /**
   * Resolves once the stream holds the command. The same run of the same task, published again within a day, is a
   * duplicate and not stored again.
   *
   * @throws QueueFullError: it was not accepted. MessagingUnavailableError: it may have been, see `mayHaveArrived`
   */
  publish({ chamber, name, id, run, body }: QueuedCommand): Promise<Published> {
    const header = { [TASK_ID_HEADER]: id };
    return this.client.publish(commandSubject(chamber, name), body, { messageId: messageId(id, run), header });
  }

  /** The messages from `first` to `last`, in order. Each is asked for when it is taken, so what goes meanwhile is skipped. */
  async *between(first: number, last = Infinity): AsyncGenerator<StoredMessage, void, undefined> {
    for (let next = first; next <= last;) {
      const message = await this.client.nextStored(this.stream, next);
      if (!message || message.sequence > last) return;
      yield message;
      next = message.sequence + 1;
    }
  }

  /** Up to which sequence everything that a consumer was given is acked. */
  ackFloor(consumer: string): Promise<number> {
    return this.client.ackFloor(this.stream, consumer);
  }

  /** How long a worker of the chamber may be silent before another one gets its command, in ms. */
  ackWaitMs(chamber: Chamber): Promise<number> {
    return ackWaitOf(this.client, chamber);
  }

  /** Calls back whenever a lost connection is back; a server that lost data may count sequences from 1 again. */
  onReconnect(listener: () => void): void {
    this.client.onReconnect(listener);
  }
}
