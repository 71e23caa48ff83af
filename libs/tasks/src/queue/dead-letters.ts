import type { TaskError } from '#rotunda/contracts';
import { DeadLetterStream, type Delivery } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { CommandIdentity } from './command-identity.js';
import { LARGEST_COMMAND_BYTES } from '../state/parse-command.js';

/** Writes what could not be done to DEAD_LETTERS, with all that a replay needs. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly stream: DeadLetterStream,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async bury(command: CommandIdentity, delivery: Delivery, attempts: number, error: TaskError): Promise<void> {
    await this.stream.publish(command, {
      v: 1,
      task_id: command.id,
      run: command.run,
      subject: delivery.subject,
      stream_seq: delivery.sequence,
      // A larger one is no command, and no more of one when it is cut; all of it might not fit into a message again.
      body: new TextDecoder().decode(delivery.data.subarray(0, LARGEST_COMMAND_BYTES)),
      attempts,
      error,
      died_at: this.now().toISOString(),
    });
  }
}
