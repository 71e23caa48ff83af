import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ArchiveWatch } from '#rotunda/persistence';
import { isSafe } from '../request-origin.js';
import { AnswerCache, type ArchiveState, type KeptAnswer } from './answer-cache.js';
import { encodingFor } from './compression.js';

interface Asked {
  key: string;
  since: ArchiveState;
  /** Headers that every answer gets, or only this one: unless the route replaces them, they are not kept. */
  before: Readonly<Record<string, unknown>>;
}

/** RFC 9211. */
const HIT = 'rotunda; hit';
const MISS = 'rotunda; fwd=miss';

/**
 * Gives kept answers, after the guard and before Nest, and keeps new ones as they are sent. Register it after the hooks
 * that make the answer what it is (ETag, compression).
 */
export function keepAnswers(app: NestFastifyApplication): void {
  const cache = app.get(AnswerCache);
  const watch = app.get(ArchiveWatch);
  if (!cache.isOn) return;
  const fastify = app.getHttpAdapter().getInstance();
  const asked = new WeakMap<FastifyRequest, Asked>();

  fastify.addHook('onRequest', (request, reply, done) => {
    if (!isKeepable(request)) return done();
    const key = keyOf(request);
    const kept = cache.find(key);
    if (kept) return sendKept(request, reply, kept);
    asked.set(request, { key, since: cache.stateNow(), before: reply.getHeaders() });
    done();
  });

  fastify.addHook('onSend', (request, reply, payload, done) => {
    // Whoever changed something and asks again must find it changed, however soon.
    if (mayHaveChanged(request, reply)) watch.changed();
    const found = asked.get(request);
    if (found && reply.statusCode === 200) {
      const answer = answerOf(reply, payload, found);
      if (answer && request.method === 'GET') cache.keep(found.key, found.since, answer);
      void reply.header('cache-status', MISS);
    }
    done(null, payload);
  });
}

/** The usual one goes out directly: the hooks that follow have nothing to add, and take as long as all before them. */
function sendKept({ method, headers }: FastifyRequest, reply: FastifyReply, kept: KeptAnswer): void {
  if (method !== 'GET' || headers['if-none-match'] !== undefined) {
    return void reply.headers(kept.headers).header('cache-status', HIT).send(kept.body);
  }
  reply.hijack();
  // A flat list: Node checks and lists a merged object once more.
  const sent = ['cache-status', HIT];
  for (const [name, value] of Object.entries(kept.headers)) sent.push(name, value);
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (!(name in kept.headers)) sent.push(name, String(value));
  }
  reply.raw.writeHead(200, sent).end(kept.body);
}

/** Also where the answer was lost on the way from Postgres (5xx). */
const mayHaveChanged = ({ method, routeOptions: { config } }: FastifyRequest, { statusCode }: FastifyReply): boolean =>
  !isSafe(method) && config.disclosures === true && (statusCode < 400 || statusCode >= 500);

/** Every answer about disclosures is the same for all who may see it. */
function isKeepable({ method, headers, routeOptions: { config } }: FastifyRequest): boolean {
  return (method === 'GET' || method === 'HEAD') && config.disclosures === true && headers.range === undefined;
}

/** Links may name the host; a route may have several forms. */
function keyOf(request: FastifyRequest): string {
  const { protocol, host, url, headers } = request;
  return `${encodingFor(request) ?? ''} ${protocol} ${host} ${headers.accept ?? ''} ${url}`;
}

/** Null for a stream, and for bytes with a strong ETag, which are documents: they are read once and weigh much. */
function answerOf(reply: FastifyReply, payload: unknown, { before }: Asked): KeptAnswer | null {
  const headers = Object.entries(reply.getHeaders()).filter(
    ([name, value]) => before[name] !== value && name !== 'set-cookie',
  );
  if (!String(reply.getHeader('etag')).startsWith('W/')) return null;
  if (typeof payload !== 'string' && !Buffer.isBuffer(payload)) return null;
  const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const texts = headers.map(([name, value]) => [name, String(value)] as const);
  return { body, headers: { ...Object.fromEntries(texts), 'content-length': String(body.length) } };
}
