/** What a KV key and a subject token can both hold. */
export const TASK_ID = /^[A-Za-z0-9_-]{1,128}$/;

export const TASK_ID_HEADER = 'Rotunda-Task-Id';

export const isTaskId = (text: string): boolean => TASK_ID.test(text);

/** The message id of a run: a retry or a replay publishes the next run, which the stream then takes for a new message. */
export const messageId = (taskId: string, run: number): string => `${taskId}-${run}`;

/** No task is run a thousand million times: of a number near the largest that there is, the next run could not be named. */
const RUN = /^[1-9]\d{0,8}$/;

/** The run that a message id names; 1 where it names none, as with commands published by hand. */
export function runOf(id: string | undefined, taskId: string): number {
  const run = id?.startsWith(`${taskId}-`) ? id.slice(taskId.length + 1) : '';
  return RUN.test(run) ? Number(run) : 1;
}

/**
 * The id of a command that came without the header: the same for each redelivery, because it is made of what the
 * stream keeps, and different after the stream was made anew and counts from 1 again.
 */
export const derivedTaskId = (streamSequence: number, publishedAt: Date): string =>
  `nats-${streamSequence}-${publishedAt.getTime().toString(36)}`;
