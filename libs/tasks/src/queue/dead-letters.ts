import { commandSubject, type TaskError } from '#rotunda/contracts';
import { DeadLetterStream, type Delivery } from '#rotunda/messaging';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Inject, Injectable } from '@nestjs/common';
import type { CommandIdentity } from './command-identity.js';
import { LARGEST_COMMAND_BYTES } from '../state/parse-command.js';

/** Writes failed commands to DEAD_LETTERS, with all that a replay needs. */
@Injectable()
export class DeadLetters {
  constructor(
    private readonly stream: DeadLetterStream,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  async publish(command: CommandIdentity, delivery: Delivery, attempts: number, error: TaskError): Promise<void> {
    await this.stream.publish(command, {
      v: 1,
      task_id: command.id,
      run: command.run,
      // Whatever its lane was: an older gateway knows only this subject, and a replay chooses the lane anew.
      subject: commandSubject(command.chamber, command.name),
      stream_seq: delivery.sequence,
      // A larger body is not a valid command anyway, and might not fit into the message, so it is cut.
      body: new TextDecoder().decode(delivery.data.subarray(0, LARGEST_COMMAND_BYTES)),
      attempts,
      error,
      died_at: this.now().toISOString(),
    });
  }
}
