import { ApiError } from '../../api/problem.js';
import { useNow } from '../../ui/use-now.js';

const SECOND = 1_000;

/** Seconds until the gateway lets us try again: counted down from its Retry-After. */
export function useWait({ error, submittedAt }: { error: Error | null; submittedAt: number }): number {
  const now = useNow();
  const seconds = error instanceof ApiError ? error.retryAfterSeconds : null;
  return seconds === null ? 0 : Math.max(0, Math.ceil((submittedAt - now) / SECOND + seconds));
}
