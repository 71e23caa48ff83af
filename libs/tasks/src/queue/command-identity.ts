import {
  type Chamber,
  COMMAND_SOURCES,
  type CommandSource,
  derivedTaskId,
  isTaskId,
  parseCommandSubject,
  runOf,
  SOURCE_HEADER,
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
  source: CommandSource;
  /** Of a command from the bus: those of our headers that it has. */
  headers?: Record<string, string>;
}

/** The task that a message of TASKS belongs to: the same for every reader and every delivery. */
export function identifyCommand(message: Omit<StoredMessage, 'data'>): CommandIdentity {
  const command = parseCommandSubject(message.subject);
  if (!command) throw new Error(`${message.subject} is not a command subject`);
  const header = message.header(TASK_ID_HEADER);
  // An id that is not a valid KV key comes from outside: the message is still a task, with a derived id.
  const id = header && isTaskId(header) ? header : derivedTaskId(message.sequence, message.publishedAt);
  return { ...command, id, run: runOf(message.header(MESSAGE_ID_HEADER), id), ...originOf(message) };
}

const LONGEST_HEADER = 200;

/** The bus does not tell who published a message. Our services mark theirs; whatever has another mark came by the bus. */
function originOf(message: Omit<StoredMessage, 'data'>): Pick<CommandIdentity, 'source' | 'headers'> {
  const mark = COMMAND_SOURCES.find((source) => source !== 'bus' && source === message.header(SOURCE_HEADER));
  if (mark) return { source: mark };
  const found = [TASK_ID_HEADER, SOURCE_HEADER, MESSAGE_ID_HEADER].flatMap((name): [string, string][] => {
    const value = message.header(name);
    return value === undefined ? [] : [[name, value.slice(0, LONGEST_HEADER)]];
  });
  return { source: 'bus', ...(found.length > 0 && { headers: Object.fromEntries(found) }) };
}
