import { BUCKETS, COMMAND_LANES, logSubject, STREAMS } from '#rotunda/contracts';

/** The durable consumer that writes the history of tasks (`task_runs`) from the changes of KV `tasks`. */
export const HISTORY_CONSUMER = 'history';

export const bucketStream = (bucket: string): string => `KV_${bucket}`;
export const bucketSubject = (bucket: string, key = '>'): string => `$KV.${bucket}.${key}`;

/**
 * Readiness publishes here where it doubts that JetStream stores messages. Not the log of a task: its stream keeps few
 * messages per subject, and only for a day.
 */
export const PROBE_SUBJECT = logSubject('readiness-probe');

export interface ConsumerPlace {
  stream: string;
  name: string;
  /** Absent: it gets every message of its stream. */
  subject?: string;
}

/** The history's consumer gets every change of KV `tasks`. */
export const CONSUMERS: readonly ConsumerPlace[] = [
  ...COMMAND_LANES.map(({ consumer, subject }) => ({ stream: STREAMS.tasks, name: consumer, subject })),
  { stream: bucketStream(BUCKETS.tasks), name: HISTORY_CONSUMER },
];
