import { AsyncLocalStorage } from 'node:async_hooks';
import { currentSpan, redactText } from '#rotunda/runtime';

/**
 * The last request to a site and its answer so far. It is filled in while the exchange goes on, so that one that is cut
 * off or hangs is known too.
 */
export interface Exchange {
  url: string;
  /** Null until there is an answer. */
  status: number | null;
  headers: Headers;
  /** The part of the body that has arrived. */
  bytes: Uint8Array;
  /** Takes a picture (PNG) of the page, where it is in a browser; null once that shows another page. */
  picture?: () => Promise<Uint8Array | null>;
}

/** Remembers the last exchange of a task. The tasks of a process do not see each other's. */
class ExchangeMemory {
  last: Exchange | null = null;
}

const memories = new AsyncLocalStorage<ExchangeMemory>();

const DEFAULT_PORTS: Record<string, number> = { 'http:': 80, 'https:': 443 };

/** The site has answered; its body may still be on the way. */
export function noteAnswer(
  exchange: Exchange,
  answer: Pick<Exchange, 'status' | 'headers'> & { bytes?: Uint8Array },
): void {
  Object.assign(exchange, answer);
  currentSpan().set({ 'http.response.status_code': answer.status ?? undefined });
}

/** Runs a task's work. @param onError gets the last exchange before the error is rethrown */
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

/** Is told how each exchange ended, and how long it took. `error` is null for an answer. */
export type ExchangeWatch = (exchange: Exchange, error: unknown, tookMs: number) => void;

const watches = new AsyncLocalStorage<ExchangeWatch>();

/** Tells `watch` of each exchange of the work. */
export const watchingExchanges = <T>(watch: ExchangeWatch, work: () => Promise<T>): Promise<T> =>
  watches.run(watch, work);

/** Records an exchange while `ask` makes it. */
export async function recordExchange<T>(
  { url, method }: { url: string; method: 'GET' | 'POST' },
  ask: (exchange: Exchange) => Promise<T>,
): Promise<T> {
  const exchange = beginExchange(url, method);
  const begunAt = performance.now();
  const tell = (error: unknown): void => watches.getStore()?.(exchange, error, performance.now() - begunAt);
  try {
    const answer = await ask(exchange);
    tell(null);
    return answer;
  } catch (error) {
    tell(error);
    throw error;
  }
}

/** Begins to record an exchange. Outside of a task it is dropped. */
export function beginExchange(url: string, method: 'GET' | 'POST' = 'GET'): Exchange {
  const { hostname, port, protocol } = new URL(url);
  const span = currentSpan();
  span.rename(method);
  span.set({
    'http.request.method': method,
    'url.full': redactText(url),
    'server.address': hostname,
    'server.port': Number(port) || DEFAULT_PORTS[protocol],
  });
  const exchange: Exchange = { url, status: null, headers: new Headers(), bytes: new Uint8Array() };
  const memory = memories.getStore();
  if (memory) memory.last = exchange;
  return exchange;
}
