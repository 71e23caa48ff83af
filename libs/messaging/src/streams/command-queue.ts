import {
  type Chamber,
  type CommandSource,
  type Lane,
  laneSubject,
  messageId,
  movedMessageId,
  SOURCE_HEADER,
  STREAMS,
  TASK_ID_HEADER,
  type TaskName,
} from '#rotunda/contracts';
import { inSpan, traceHeaders, traceOf } from '#rotunda/runtime';
import { Injectable } from '@nestjs/common';
import { NatsClient, type Published, type StoredMessage } from '../connection/nats-client.js';
import { sending } from '../connection/message-spans.js';
import { ackWaitOf } from '../topology.js';
import { MessageStream } from './message-stream.js';

export interface QueuedCommand {
  chamber: Chamber;
  name: TaskName;
  /** The task's id. */
  id: string;
  run: number;
  /** Default: `short`. */
  lane?: Lane;
  body: string;
  /** Default: `rest`. */
  source?: CommandSource | undefined;
}

/** The stream TASKS, which keeps each command until a worker has acked it. */
@Injectable()
export class CommandQueue extends MessageStream {
  constructor(client: NatsClient) {
    super(client, STREAMS.tasks);
  }

  /**
   * Resolves once the stream has stored the command. The same run of the same task, published again within a day, is a
   * duplicate and is not stored again.
   *
   * @throws QueueFullError: not accepted. MessagingUnavailableError: perhaps accepted, see `mayHaveArrived`
   */
  publish({ chamber, name, id, run, lane = 'short', body, source = 'rest' }: QueuedCommand): Promise<Published> {
    const subject = laneSubject(chamber, name, lane);
    return inSpan(`send ${subject}`, sending(subject, id), () => {
      const header = { [TASK_ID_HEADER]: id, [SOURCE_HEADER]: source, ...traceHeaders() };
      return this.client.publish(subject, body, { messageId: messageId(id, run), header });
    });
  }

  /**
   * Publishes the command of a message in its long lane: the same run of the same task, from the same source. Repeated,
   * it is a duplicate too. The message itself stays.
   *
   * @throws as `publish`
   */
  publishInLongLane(
    { chamber, name, id, run }: Pick<QueuedCommand, 'chamber' | 'name' | 'id' | 'run'>,
    message: StoredMessage,
  ): Promise<Published> {
    const source = message.header(SOURCE_HEADER);
    return this.client.publish(laneSubject(chamber, name, 'long'), new TextDecoder().decode(message.data), {
      messageId: movedMessageId(id, run),
      header: {
        [TASK_ID_HEADER]: id,
        ...(source === undefined ? {} : { [SOURCE_HEADER]: source }),
        ...traceHeaders(traceOf((name) => message.header(name))),
      },
    });
  }

  /** The messages from `first` to `last`, in order, each read when it is needed: those removed by then are skipped. */
  async *between(first: number, last = Infinity): AsyncGenerator<StoredMessage, void, undefined> {
    for (let next = first; next <= last;) {
      const message = await this.client.nextStored(this.stream, next);
      if (!message || message.sequence > last) return;
      yield message;
      next = message.sequence + 1;
    }
  }

  /**
   * Whether the queue has a message with this sequence. Asks for the numbers of the deleted ones, because a worker may
   * not read messages: it would see those of the other chamber too.
   */
  holds(sequence: number): Promise<boolean> {
    return this.client.holds(this.stream, sequence);
  }

  /** The consumer's ack floor, as a stream sequence. */
  ackFloor(consumer: string): Promise<number> {
    return this.client.ackFloor(this.stream, consumer);
  }

  /** How long a worker of the chamber may be silent before its command is redelivered, in ms. */
  ackWaitMs(chamber: Chamber): Promise<number> {
    return ackWaitOf(this.client, chamber);
  }

  /** Calls `listener` after each reconnect: a server that lost data may count sequences from 1 again. */
  onReconnect(listener: () => void): void {
    this.client.onReconnect(listener);
  }
}
