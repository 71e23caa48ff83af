import { type Chamber, type DeadLetter, deadLetterSubject, STREAMS, type TaskName } from '#rotunda/contracts';
import { traceHeaders } from '#rotunda/runtime';
import { Injectable } from '@nestjs/common';
import { NatsClient } from '../connection/nats-client.js';
import { MessageStream } from './message-stream.js';

/** The stream DEAD_LETTERS. */
@Injectable()
export class DeadLetterStream extends MessageStream {
  constructor(client: NatsClient) {
    super(client, STREAMS.deadLetters);
  }

  /** Stored once per run, although it is sent again if the worker dies before it has written the final state. */
  async publish(of: { chamber: Chamber; name: TaskName }, letter: DeadLetter): Promise<void> {
    await this.client.publish(deadLetterSubject(of.chamber, of.name), JSON.stringify(letter), {
      messageId: `dead-${letter.task_id}-${letter.run}`,
      header: traceHeaders(),
    });
  }
}
