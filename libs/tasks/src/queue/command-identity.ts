import {
  type Chamber,
  derivedTaskId,
  isTaskId,
  parseCommandSubject,
  runOf,
  TASK_ID_HEADER,
  type TaskName,
} from '#rotunda/contracts';
import type { StoredMessage } from '#rotunda/messaging';

const MESSAGE_ID_HEADER = 'Nats-Msg-Id';

export interface CommandIdentity {
  id: string;
  run: number;
  chamber: Chamber;
  name: TaskName;
}

/** The task that a message of TASKS belongs to: the same for every reader and every delivery. */
export function identifyCommand(message: Omit<StoredMessage, 'data'>): CommandIdentity {
  const command = parseCommandSubject(message.subject);
  if (!command) throw new Error(`${message.subject} is not a command subject`);
  const header = message.header(TASK_ID_HEADER);
  // An id that is not a valid KV key comes from outside: the message is still a task, with a derived id.
  const id = header && isTaskId(header) ? header : derivedTaskId(message.sequence, message.publishedAt);
  return { ...command, id, run: runOf(message.header(MESSAGE_ID_HEADER), id) };
}
