import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { etagOf, hasIt } from '../etag.js';
import { USE_NOTICE_HEADERS } from '../use-notice.js';

/** A client may keep an answer, and asks each time whether it still holds. */
const ASK_EACH_TIME = 'private, no-cache';

/**
 * Headers of answers that succeed: the law's notice with disclosed data, and an ETag with each body that is whole. What a
 * route has set itself stays.
 */
export function sendAnswerHeaders(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode < 300) {
      if (request.routeOptions.config.disclosures) addNotice(reply);
      if (isRead(request)) addValidator(reply, payload);
    }
    done(null, payload);
  });
}

/** A client that asks again for what it has gets a 304. Register it after all that still works with the body. */
export function sendOnlyNews(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const isAsked = reply.statusCode === 200 && isRead(request);
    done(null, isAsked ? asKnown(request, reply, payload) : payload);
  });
}

/** A kept answer has it already. */
function addNotice(reply: FastifyReply): void {
  const { link, ...notice } = USE_NOTICE_HEADERS;
  if (reply.hasHeader('use-notice')) return;
  const own = reply.getHeader('link');
  void reply.headers({ ...notice, link: own === undefined ? link : `${String(own)}, ${link}` });
}

const isRead = ({ method, routeOptions: { url = '', config } }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && (url.startsWith('/api/v1/') || config.disclosures === true);

function addValidator(reply: FastifyReply, payload: unknown): void {
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', ASK_EACH_TIME);
  if (reply.statusCode !== 200 || reply.hasHeader('etag')) return;
  if (typeof payload === 'string' || Buffer.isBuffer(payload)) void reply.header('etag', etagOf(payload));
}

/** Nothing, with status 304, where the client has the body already. */
function asKnown(request: FastifyRequest, reply: FastifyReply, payload: unknown): unknown {
  const etag = reply.getHeader('etag');
  if (typeof etag !== 'string' || !hasIt(request.headers['if-none-match'], etag)) return payload;
  void reply.status(304);
  for (const ofBody of ['content-type', 'content-encoding', 'content-length']) void reply.removeHeader(ofBody);
  if (typeof payload === 'object' && payload !== null && 'destroy' in payload)
    (payload as { destroy(): void }).destroy();
  return '';
}
