import type { TaskError } from './task-state.js';

/** The body of a message on `dead.<chamber>.<name>`: the failed command, with all that a replay needs. */
export interface DeadLetter {
  v: 1;
  task_id: string;
  run: number;
  /** The command's subject. */
  subject: string;
  stream_seq: number;
  /** The command's body as received, even if it is not JSON; cut off if it is larger than any valid command. */
  body: string;
  attempts: number;
  error: TaskError;
  died_at: string;
}
