import { type DeadLetter, deadLetterSubject, type TaskError } from '#rotunda/contracts';
import { type Delivery, NatsClient } from '#rotunda/messaging';
import { Injectable } from '@nestjs/common';
import { type CommandIdentity } from './command-identity.js';
import { LARGEST_COMMAND_BYTES } from '../state/parse-command.js';

/** Writes what could not be done to DEAD_LETTERS, with all that a replay needs. */
@Injectable()
export class DeadLetters {
  constructor(private readonly client: NatsClient) {}

  async bury(command: CommandIdentity, delivery: Delivery, attempts: number, error: TaskError): Promise<void> {
    const letter: DeadLetter = {
      v: 1,
      task_id: command.id,
      run: command.run,
      subject: delivery.subject,
      stream_seq: delivery.streamSequence,
      // A larger one is no command, and no more of one when it is cut; all of it might not fit into a message again.
      body: new TextDecoder().decode(delivery.data.subarray(0, LARGEST_COMMAND_BYTES)),
      attempts,
      error,
      died_at: new Date().toISOString(),
    };
    // The message id keeps a worker that dies between this and the task's final state from burying it twice.
    await this.client.publish(deadLetterSubject(command.chamber, command.name), JSON.stringify(letter), {
      messageId: `dead-${command.id}-${command.run}`,
    });
  }
}
