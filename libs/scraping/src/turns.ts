/** Lets one piece of work after the other have its turn, in the order in which they came. */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** @throws the signal's reason, at once, where it is given up while it waits for its turn */
  async take<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const before = this.last;
    const { promise: done, resolve: end } = deferred();
    this.last = done;
    try {
      await orAborted(before, signal);
      return await work();
    } finally {
      // Whoever gave up while waiting must not let the next one in beside the one before.
      void before.then(end);
    }
  }
}

/** What the promise brings, or the signal's reason as soon as there is one. */
export async function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  if (signal.aborted) onAbort();
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
