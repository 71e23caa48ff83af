import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 20;
/** Only against hanging: ten times what the slowest machine takes for anything. */
const HANGS_AFTER_MS = 120_000;

/**
 * Waits until `probe` returns something other than null, undefined or false, and returns it.
 *
 * @throws Error that says what it waited for, after `timeoutMs`
 */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false> | T | null | undefined | false,
  timeoutMs = HANGS_AFTER_MS,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    const seen = await probe();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    await delay(POLL_MS);
  }
  throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
}
