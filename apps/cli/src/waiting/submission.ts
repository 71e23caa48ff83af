import { randomUUID } from 'node:crypto';
import type { RotundaApi } from '../api/rotunda-api.js';
import type { Cli } from '../cli.js';
import { sayAway } from './say-away.js';

/** The answer to a command. */
export interface Submitted {
  task_id: string;
  message: string;
}

/** What to queue: `POST tasks/<name>/<chamber>`. */
export interface Submission {
  name: string;
  /** Or `all`. */
  chamber: string;
  /** The fields of the command, and `unique`. */
  body: object;
}

/** Queues a command. */
export const submit = (api: RotundaApi, { name, chamber, body }: Submission): Promise<Submitted> =>
  api.post<Submitted>(`/tasks/${name}/${chamber}`, body);

/** Outlives a restart of the gateway: under its key the command is queued once, however often it is sent. */
export async function submitSafely(api: RotundaApi, { name, chamber, body }: Submission, cli: Cli): Promise<Submitted> {
  // A wrong address is an error at once, not after a minute of waiting.
  await api.get('/tasks/registered');
  const headers = { 'idempotency-key': randomUUID() };
  const request = { method: 'POST', headers, body } as const;
  return api.sendUntilAnswered<Submitted>(`/tasks/${name}/${chamber}`, request, () => sayAway(cli));
}
