import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 20;
/** What takes long is asked for less often: a twentieth of the time so far, up to this. */
const SLOW_POLL_MS = 100;
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
  const begun = Date.now();
  const deadline = begun + timeoutMs;
  while (Date.now() < deadline) {
    const seen = await probe();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    await delay(Math.max(POLL_MS, Math.min(SLOW_POLL_MS, (Date.now() - begun) / 20)));
  }
  throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
}
