import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Logger } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** Proxies close a connection that is silent for about a minute. */
const ALIVE_EVERY_MS = 15_000;
/** How soon a stream ends whose caller may not look any more. */
const CHECK_EVERY_MS = 2_000;
/** How long a browser waits before it reconnects. */
const RETRY_MS = 2_000;

/** One event of a `text/event-stream`, see the HTML standard. */
export interface ServerSentEvent {
  /** What a client sends as `Last-Event-ID` to continue after this event. */
  id?: number | string;
  event: string;
  data: unknown;
}

const logger = new Logger('SSE');

/**
 * Sends events as they come (or texts of some, made with `frameOf`), while the client listens and may do so.
 *
 * @param mayListen whether the caller still may; it must not throw
 * @param begin gets a signal that aborts when the stream is over; its errors are answered like any others
 */
export async function sendEvents(
  reply: FastifyReply,
  mayListen: () => Promise<boolean>,
  begin: (signal: AbortSignal) => Promise<AsyncIterable<ServerSentEvent | string>>,
): Promise<void> {
  const over = new AbortController();
  reply.raw.once('close', () => over.abort());
  const events = await begin(over.signal);
  const out = new PassThrough();
  const alive = setInterval(() => out.writableNeedDrain || out.write(': alive\n\n'), ALIVE_EVERY_MS);
  const check = setInterval(() => void mayListen().then((may) => may || over.abort()), CHECK_EVERY_MS);
  pipeline(Readable.from(frames(events)), out)
    // The client reconnects and continues after its last event.
    .catch((error: unknown) => over.signal.aborted || logger.warn(`an event stream failed: ${String(error)}`))
    .finally(() => {
      clearInterval(alive);
      clearInterval(check);
    });
  await reply
    .type('text/event-stream')
    .header('cache-control', 'no-cache')
    // nginx would keep events back until its buffer is full.
    .header('x-accel-buffering', 'no')
    .send(out);
}

async function* frames(events: AsyncIterable<ServerSentEvent | string>): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`;
  for await (const event of events) yield typeof event === 'string' ? event : frameOf(event);
}

export const frameOf = ({ id, event, data }: ServerSentEvent): string =>
  `${id === undefined ? '' : field('id', id)}${field('event', event)}data: ${JSON.stringify(data)}\n\n`;

/** A line break would end the field, and the text behind it would be another field or event. */
const field = (name: string, value: string | number): string =>
  `${name}: ${String(value).replaceAll(/[\r\n]+/g, ' ')}\n`;
