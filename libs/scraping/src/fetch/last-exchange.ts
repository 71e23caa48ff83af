import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * What was asked of a site last, and what came of it so far: filled in while the exchange goes on, so that one that
 * breaks off or hangs is told too.
 */
export interface Exchange {
  url: string;
  /** Null while there is no answer. */
  status: number | null;
  headers: Headers;
  /** Of the answer: what came of it. */
  bytes: Uint8Array;
  /** Takes a picture (PNG) of the page, where it is in a browser; null where that shows something else by now. */
  picture?: () => Promise<Uint8Array | null>;
}

/** Remembers the last exchange of a task; several tasks of one process do not see each other's. */
class ExchangeMemory {
  last: Exchange | null = null;
}

const memories = new AsyncLocalStorage<ExchangeMemory>();

/** Does the work of a task. @param onError learns of what was asked last, before the error goes on */
export function rememberingExchanges<T>(
  work: () => Promise<T>,
  onError: (error: unknown, last: Exchange | null) => Promise<void>,
): Promise<T> {
  const memory = new ExchangeMemory();
  return memories.run(memory, async () => {
    try {
      return await work();
    } catch (error) {
      await onError(error, memory.last);
      throw error;
    }
  });
}

/** A request is about to be made. Outside of a task it is forgotten at once. */
export function beginExchange(url: string): Exchange {
  const exchange: Exchange = { url, status: null, headers: new Headers(), bytes: new Uint8Array() };
  const memory = memories.getStore();
  if (memory) memory.last = exchange;
  return exchange;
}
