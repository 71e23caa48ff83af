/** Valid both as a KV key and as a subject token. */
export const TASK_ID = /^[A-Za-z0-9_-]{1,128}$/;

export const TASK_ID_HEADER = 'Rotunda-Task-Id';

export const isTaskId = (text: string): boolean => TASK_ID.test(text);

/** The message id of a run. A retry by hand or a replay is a new run, so the stream does not take it as a duplicate. */
export const messageId = (taskId: string, run: number): string => `${taskId}-${run}`;

/** The same, for a command that a worker has moved to the lane `long`: the stream has the other one's id already. */
export const movedMessageId = (taskId: string, run: number): string => `${messageId(taskId, run)}-long`;

/** No task has a billion runs, and after one near the largest safe integer the next could not be numbered. */
const RUN = /^([1-9]\d{0,8})(?:-long)?$/;

/** The run of a message id; 1 if it has none, as for commands published by hand. */
export function runOf(id: string | undefined, taskId: string): number {
  const [, run] = (id?.startsWith(`${taskId}-`) && RUN.exec(id.slice(taskId.length + 1))) || [];
  return run ? Number(run) : 1;
}

/**
 * The id of a command without the header. It is derived from what the stream stores: the same for each redelivery, and
 * different once a new stream counts from 1 again.
 */
export const derivedTaskId = (streamSequence: number, publishedAt: Date): string =>
  `nats-${streamSequence}-${publishedAt.getTime().toString(36)}`;
