import { setTimeout as delay } from 'node:timers/promises';
import { foldByChamber } from './chamber-parts.js';
import type { Chamber, ScrapeResult, TaskProgress, TaskStateName } from '#rotunda/contracts';

const POLL_MS = 250;
const ANSWERS_WITHIN_MS = 30_000;
/** A gateway that ended is running again within seconds. */
const AWAY_AT_MOST_MS = 60_000;
const LONGEST_PAUSE_MS = 2_000;

/** What `GET tasks/{id}` says of a chamber's part of a scrape. */
export interface ChamberTask {
  chamber: Chamber;
  state: TaskStateName;
  progress: TaskProgress;
  result?: ScrapeResult;
  error?: { code: string; message: string };
}

/** One of a stream of server-sent events. */
export interface StreamedEvent {
  id: string | undefined;
  event: string;
  data: unknown;
}

type EventBody = AsyncIterable<Uint8Array>;

/** What it says of the scrape of all chambers. */
export interface ScrapeOfAll {
  id: string;
  children: ChamberTask[];
  times: { finished: string | null };
}

/** What the demonstration shows of a trade; the API has much more. */
export interface TradeRow {
  owner: string | null;
  owner_raw: string;
  type: string | null;
  type_raw: string;
  ticker: string | null;
  asset_name: string;
  traded_on: string | null;
  traded_on_raw: string;
  amount_raw: string;
  filing: { filed_on: string | null; filed_at_raw: string; filer_name_raw: string };
}

/** The gateway refused; the message is what it says. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    message: string,
    /** What the gateway says, written for people. */
    readonly detail: string = message,
  ) {
    super(message);
  }

  /** What waiting does not mend. */
  get isFinal(): boolean {
    return this.status < 500;
  }
}

/** The REST API, as a user of it sees it. */
export class RotundaApi {
  /** @param gateway base URL, e.g. `http://127.0.0.1:8080` */
  constructor(readonly gateway: string) {}

  get base(): string {
    return `${this.gateway}/api/v1`;
  }

  /** Starts a scrape of both chambers' filings of these days, both included; returns the group's id. */
  async scrapeAll(window: { start: string; end: string }): Promise<string> {
    const body = JSON.stringify({ start_date: window.start, end_date: window.end });
    const headers = { 'content-type': 'application/json' };
    const answer = await this.ask<{ task_id: string }>('/tasks/scrape/all', { method: 'POST', headers, body });
    return answer.task_id;
  }

  /**
   * Resolves when every chamber's part has ended, well or not; tells how far they are until then. A gateway (or its
   * NATS) that is away for less than a minute is waited for: the tasks go on without it.
   * @throws ApiError, or fetch's own error once that minute is over; AbortError when `stopping` is aborted
   */
  async waitForEnd(
    taskId: string,
    onProgress: (chambers: ChamberTask[]) => void,
    stopping: AbortSignal,
  ): Promise<ScrapeOfAll> {
    let answeredMs = performance.now();
    for (;;) {
      try {
        const scrape = await this.ask<ScrapeOfAll>(`/tasks/${taskId}`);
        const children = foldByChamber(scrape.children);
        if (scrape.times.finished !== null) return { ...scrape, children };
        onProgress(children);
        answeredMs = performance.now();
      } catch (error) {
        if (isFinal(error) || performance.now() - answeredMs > AWAY_AT_MOST_MS) throw error;
      }
      await delay(POLL_MS, undefined, { signal: stopping });
    }
  }

  /** Those of the newest filings first. */
  async newestTrades(limit: number): Promise<TradeRow[]> {
    return (await this.ask<{ data: TradeRow[] }>(`/trades?limit=${limit}`)).data;
  }

  /**
   * The events of a stream until its event `end`. A connection that breaks is made again, from the last event on; a
   * gateway that is away for less than a minute is waited for.
   *
   * @param onAway is told once for each time that it is away
   * @throws ApiError, or fetch's own error, where there is none to begin with or once that minute is over
   */
  async *events(path: string, onAway: () => void): AsyncGenerator<StreamedEvent> {
    let lastId: string | undefined;
    let body = await this.openEvents(path, lastId);
    for (;;) {
      try {
        for await (const event of readEvents(body)) {
          lastId = event.id ?? lastId;
          yield event;
          if (event.event === 'end') return;
        }
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
      body = await this.openEventsAgain(path, lastId, onAway);
    }
  }

  /**
   * As `ask`, of what may be asked again: a question, or a command with an Idempotency-Key. A connection that breaks is
   * made again, and a gateway (or its NATS) that is away for less than a minute is waited for.
   *
   * @param onAway is told once for each time that it is away
   * @throws ApiError, or fetch's own error, once that minute is over
   */
  async askUntilAnswered<T>(path: string, request: RequestInit, onAway: () => void): Promise<T> {
    let brokenMs: number | null = null;
    for (let pauseMs = POLL_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        return await this.ask<T>(path, request);
      } catch (error) {
        if (isFinal(error)) throw error;
        if (brokenMs === null) onAway();
        brokenMs ??= performance.now();
        if (performance.now() - brokenMs > AWAY_AT_MOST_MS) throw error;
      }
      await delay(pauseMs);
    }
  }

  private async openEventsAgain(path: string, lastId: string | undefined, onAway: () => void): Promise<EventBody> {
    const brokenMs = performance.now();
    for (let tries = 1; ; tries++) {
      await delay(POLL_MS);
      try {
        return await this.openEvents(path, lastId);
      } catch (error) {
        if (isFinal(error) || performance.now() - brokenMs > AWAY_AT_MOST_MS) throw error;
        if (tries === 1) onAway();
      }
    }
  }

  private async openEvents(path: string, lastId: string | undefined): Promise<EventBody> {
    const headers = { accept: 'text/event-stream', ...(lastId ? { 'last-event-id': lastId } : {}) };
    // Only until the answer begins: the events themselves may take hours.
    const opening = new AbortController();
    const silent = new Error(`the gateway at ${this.gateway} does not answer`);
    const timeUp = setTimeout(() => opening.abort(silent), ANSWERS_WITHIN_MS);
    try {
      const answer = await fetch(this.base + path, { headers, signal: opening.signal });
      if (!answer.ok || !answer.body) throw await refusalOf(answer, `GET ${path}`);
      return answer.body;
    } finally {
      clearTimeout(timeUp);
    }
  }

  /** @throws ApiError, or fetch's own error */
  async ask<T>(path: string, request: RequestInit = {}): Promise<T> {
    return (await this.answer<T>(path, request)).body;
  }

  /**
   * As `ask`, for who needs the headers too. An answer without a body is undefined.
   *
   * @throws ApiError, or fetch's own error
   */
  async answer<T>(path: string, request: RequestInit = {}): Promise<{ body: T; headers: Headers }> {
    const answer = await fetch(this.base + path, { ...request, signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    if (!answer.ok) throw await refusalOf(answer, `${request.method ?? 'GET'} ${path}`);
    const text = await answer.text();
    return { body: (text === '' ? undefined : JSON.parse(text)) as T, headers: answer.headers };
  }
}

const isFinal = (error: unknown): boolean => error instanceof ApiError && error.isFinal;

async function refusalOf(answer: Response, request: string): Promise<ApiError> {
  const text = await answer.text();
  return new ApiError(answer.status, `${request}: ${answer.status} ${text}`, detailOf(text));
}

/** The events of a text/event-stream, one to each block of `field: value` lines; comments are left out. */
async function* readEvents(body: EventBody): AsyncGenerator<StreamedEvent> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string): string | undefined =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const [event, data] = [field('event'), field('data')];
      if (event && data) yield { id: field('id'), event, data: JSON.parse(data) };
    }
  }
}

/** The `detail` of problem+json; whatever else came as it is. */
function detailOf(text: string): string {
  try {
    const problem = JSON.parse(text) as { detail?: unknown } | null;
    return typeof problem?.detail === 'string' ? problem.detail : text;
  } catch {
    return text;
  }
}
