/** The longest delay of Node's timers, 24.8 days; they fire a longer one at once. */
const LONGEST_MS = 2 ** 31 - 1;

export interface LongTimer {
  clear(): void;
}

/**
 * As `setTimeout`, for delays that a setting may make as long as a year.
 *
 * @param keepsAlive whether the process waits for it
 */
export function longTimer(work: () => void, ms: number, { keepsAlive = true } = {}): LongTimer {
  let timer: NodeJS.Timeout;
  const wait = (leftMs: number): void => {
    const partMs = Math.min(leftMs, LONGEST_MS);
    timer = setTimeout(() => (partMs < leftMs ? wait(leftMs - partMs) : work()), partMs);
    if (!keepsAlive) timer.unref();
  };
  wait(ms);
  return { clear: () => clearTimeout(timer) };
}
