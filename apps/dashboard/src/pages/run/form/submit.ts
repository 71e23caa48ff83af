import { answer, api } from '../../../api/client.js';
import type { Schema } from '../../../api/types.js';

type Chamber = Schema<'RegisteredCommandView'>['chamber'] | 'all';

/**
 * Queues a command of any kind. The kinds come from the gateway at run time, one that this page was not built with
 * included: all their routes are alike but for the body, which the gateway checks.
 */
export const submit = (name: string, chamber: string, body: Record<string, unknown>, key: string) =>
  answer<Schema<'QueuedTaskView'>>(
    api.POST(`/api/v1/tasks/${name}/{chamber}` as '/api/v1/tasks/scrape/{chamber}', {
      params: { path: { chamber: chamber as Chamber }, header: { 'Idempotency-Key': key } },
      body,
    }),
  );

const KEY_BYTES = 16;

/** crypto.randomUUID is missing where the page came over plain HTTP from another machine. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('');
