import type { IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { CLI_USER_AGENT } from '#rotunda/contracts/light';
import { VERSION } from '#rotunda/runtime/light';
import { ApiError, NoAnswerError } from './api-error.js';
import { openDownload, readWhole } from './download.js';
import { type EventBody, readEvents, type StreamedEvent } from './event-stream.js';

const POLL_MS = 250;
const ANSWERS_WITHIN_MS = 30_000;
/** A gateway that ended is running again within seconds. */
const AWAY_AT_MOST_MS = 60_000;
const LONGEST_PAUSE_MS = 2_000;

const OK = 200;
const TOO_MANY_REQUESTS = 429;
const INTERNAL_SERVER_ERROR = 500;

export interface ApiRequest {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: object;
}

/**
 * The REST API, as any user of it sees it. Paths are those below `/api/v1`. Each method throws ApiError where the
 * gateway refuses and NoAnswerError where there is none; the messages of both are for people.
 */
export class RotundaApi {
  /**
   * @param gateway its URL without a slash at the end, e.g. `http://127.0.0.1:8080`
   * @param key sent with each request
   */
  constructor(
    readonly gateway: string,
    private readonly key?: string,
  ) {}

  get base(): string {
    return `${this.gateway}/api/v1`;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.send<T>(path, {})).body;
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    return (await this.send<T>(path, { method: 'POST', body })).body;
  }

  /** The answer with its headers; its body is undefined where it is empty. */
  async send<T>(path: string, { method = 'GET', headers, body }: ApiRequest): Promise<{ body: T; headers: Headers }> {
    const json = body && { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
    const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
    const answer = await this.fetch(path, { method, ...(headers && { headers }), ...json, signal });
    const text = await answer.text().catch(this.noAnswer);
    return { body: readBody(text, answer, `${method} ${path}`) as T, headers: answer.headers };
  }

  /**
   * As `send`, for requests that may be repeated: reads, and commands with an Idempotency-Key. Waits up to a minute for a
   * gateway (or its NATS) that is unavailable.
   *
   * @param onAway called once if the gateway is away
   * @param stopping ends the waiting with an AbortError
   */
  async sendUntilAnswered<T>(
    path: string,
    request: ApiRequest,
    onAway: () => void = () => undefined,
    stopping?: AbortSignal,
  ): Promise<T> {
    return (await untilAnswered(() => this.send<T>(path, request), onAway, stopping)).body;
  }

  /**
   * The events of a stream up to its event `end`. After a broken connection it continues with the next event, and waits
   * up to a minute for an unavailable gateway, but not for the first connection.
   *
   * @param onAway called once each time the gateway is away
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
        // fetch throws this when a connection breaks.
        if (!(error instanceof TypeError)) throw error;
      }
      await delay(POLL_MS);
      body = await untilAnswered(() => this.openEvents(path, lastId), onAway);
    }
  }

  /**
   * A file that the gateway makes while it sends it. Waits up to a minute for a gateway that is away, or that makes as
   * many as it may.
   */
  async download(path: string, onAway: () => void): Promise<IncomingMessage> {
    return untilAnswered(async () => {
      const answer = await openDownload(this.base + path, this.headers).catch(this.noAnswer);
      if (answer.statusCode === OK) return answer;
      throw await ApiError.of(await readWhole(answer), `GET ${path}`);
    }, onAway);
  }

  private async openEvents(path: string, lastId: string | undefined): Promise<EventBody> {
    const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) };
    // Only until the answer begins: the events themselves may take hours.
    const opening = new AbortController();
    const timeUp = setTimeout(() => opening.abort(), ANSWERS_WITHIN_MS);
    try {
      const { body, status } = await this.fetch(path, { headers, signal: opening.signal });
      if (!body) throw new ApiError(status, `GET ${path} sent no events`);
      return body;
    } finally {
      clearTimeout(timeUp);
    }
  }

  private async fetch(path: string, request: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const headers = { ...request.headers, ...this.headers };
    const answer = await fetch(this.base + path, { ...request, headers }).catch(this.noAnswer);
    if (!answer.ok) throw await ApiError.of(answer, `${request.method ?? 'GET'} ${path}`);
    return answer;
  }

  /** The gateway's audit trail tells by the agent that a request came from here. */
  private get headers(): Record<string, string> {
    return { 'user-agent': CLI_USER_AGENT + VERSION, ...(this.key && bearing(this.key)) };
  }

  private readonly noAnswer = (cause: unknown): never => {
    throw new NoAnswerError(this.gateway, { cause });
  };
}

function readBody(text: string, { status }: Response, request: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw ApiError.unreadable(status, text, request);
  }
}

const bearing = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

/** Ids come from the command line; a `/` in one must not make another path of it. */
export const segment = (text: string): string => encodeURIComponent(text);

async function untilAnswered<T>(ask: () => Promise<T>, onAway: () => void, stopping?: AbortSignal): Promise<T> {
  let awaySinceMs: number | null = null;
  for (let pauseMs = POLL_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await ask();
    } catch (error) {
      if (isFinal(error)) throw error;
      if (awaySinceMs === null) onAway();
      awaySinceMs ??= performance.now();
      if (performance.now() - awaySinceMs > AWAY_AT_MOST_MS) throw error;
    }
    await delay(pauseMs, undefined, { signal: stopping });
  }
}

/** Whether waiting does not help. */
const isFinal = (error: unknown): boolean =>
  error instanceof ApiError && error.status < INTERNAL_SERVER_ERROR && error.status !== TOO_MANY_REQUESTS;
