/** Lets callers wait until something changes. */
export class Changes {
  private readonly waiting = new Set<() => void>();

  notify(): void {
    for (const wake of this.waiting) wake();
  }

  /** Resolves at the next change, or after `timeoutMs`. @throws the signal's reason, as soon as it is aborted */
  next(signal: AbortSignal, timeoutMs = Number.POSITIVE_INFINITY): Promise<void> {
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined;
      const settle = (end: () => void) => (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', abort);
        end();
      };
      const wake = settle(resolve);
      const abort = settle(() => reject(signal.reason as Error));
      if (signal.aborted) return abort();
      this.waiting.add(wake);
      signal.addEventListener('abort', abort, { once: true });
      if (timeoutMs < LONGEST_TIMER_MS) timer = setTimeout(wake, Math.max(0, timeoutMs));
    });
  }
}

/** Node fires a longer timer at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
