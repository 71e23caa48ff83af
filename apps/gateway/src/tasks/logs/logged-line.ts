import { isInstant, logSubject, type TaskLogLine } from '#rotunda/contracts';
import type { StoredMessage } from '#rotunda/messaging';

/** A line of a log, and its place in the stream of all logs. */
export interface LoggedLine extends Omit<TaskLogLine, 'v'> {
  id: number;
  task_id: string;
}

/** Takes id and task from the stream, whatever the message contains. */
export function asLine({ subject, sequence, publishedAt, data }: StoredMessage): LoggedLine {
  const task_id = subject.slice(logSubject('').length);
  return { id: sequence, task_id, ...readable(data, publishedAt) };
}

/** Anybody can publish there with the NATS CLI. A message that is not a log line of ours is shown unchanged. */
function readable(data: Uint8Array, written: Date): Omit<TaskLogLine, 'v'> {
  const text = Buffer.from(data).toString();
  return lineIn(text) ?? { at: written.toISOString(), level: 'log', attempt: 0, worker: '', message: text };
}

function lineIn(text: string): Omit<TaskLogLine, 'v'> | null {
  try {
    const { at, level, attempt, worker, message } = JSON.parse(text) as Record<string, unknown>;
    const line = { at, level, attempt, worker, message };
    return isLine(line) ? line : null;
  } catch {
    return null;
  }
}

const LEVELS: ReadonlySet<unknown> = new Set<TaskLogLine['level']>(['log', 'warn', 'error']);

function isLine(line: Record<string, unknown>): line is Omit<TaskLogLine, 'v'> & Record<string, unknown> {
  const isText = typeof line['worker'] === 'string' && typeof line['message'] === 'string';
  return isInstant(line['at']) && isText && LEVELS.has(line['level']) && Number.isInteger(line['attempt']);
}
