import type { TaskError } from './task-state.js';

/** The body of a message on `dead.<chamber>.<name>`: what could not be done, and enough to do it again. */
export interface DeadLetter {
  v: 1;
  task_id: string;
  run: number;
  /** The command's subject. */
  subject: string;
  stream_seq: number;
  /** The command's body as it came, also where it is no JSON; of one that is larger than any command, the beginning. */
  body: string;
  attempts: number;
  error: TaskError;
  died_at: string;
}
