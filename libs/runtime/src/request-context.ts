import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { redactText } from './logs/redaction.js';
import type { ServiceLogger } from './logs/service-logger.js';
import { inContext, type WorkContext } from './logs/work-context.js';
import { startSpan } from './tracing/spans.js';
import { traceOf } from './tracing/trace-headers.js';

const REQUEST_ID = 'x-request-id';
const USABLE_ID = /^[\w.-]{1,64}$/;
/** Asked every few seconds, by machines. */
const UNTRACED = /^\/(?:health\/|metrics$)/;

/** Fastify's `genReqId`: the caller's id (`X-Request-Id`), or a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = textOf(headers[REQUEST_ID]);
  return given !== undefined && isUsableId(given) ? given : randomUUID();
}

/** A key has 64 such characters too. */
const isUsableId = (id: string): boolean => USABLE_ID.test(id) && redactText(id) === id;

/** Gives each request a span in the trace of its `traceparent`. What is logged and sent for it names it, and its id. */
export function followRequests(fastify: FastifyInstance, logger: ServiceLogger): void {
  const contexts = new WeakMap<FastifyRequest, WorkContext>();
  fastify.addHook('onRequest', (request, reply, done) => {
    const path = pathOf(request);
    const from = traceOf((name) => textOf(request.headers[name]));
    const isTraced = !UNTRACED.test(path);
    const span = isTraced
      ? startSpan(request.method, { kind: 'server', from, attributes: asked(request, path) })
      : null;
    const { id } = request;
    const context = {
      request_id: id,
      request: `${request.method} ${path}`,
      trace: span?.context ?? from,
      ...(span && { span }),
    };
    contexts.set(request, context);
    void reply.header(REQUEST_ID, id);
    // Not `finish`: that never comes where the caller goes away.
    reply.raw.once('close', () => {
      const route = request.routeOptions.url;
      if (route !== undefined) span?.rename(`${request.method} ${route}`);
      span?.set({ 'http.route': route, 'http.response.status_code': reply.statusCode });
      if (reply.statusCode >= 500) span?.fail(String(reply.statusCode));
      span?.end();
      if (!logger.isEnabled('debug')) return;
      inContext(context, () => logger.debug(`${reply.statusCode} in ${Math.round(reply.elapsedTime)} ms`, 'HTTP'));
    });
    inContext(context, done);
  });
  // The body arrives in events of the socket, which belong to no request.
  fastify.addHook('preValidation', (request, _reply, done) => inContext(contexts.get(request) ?? {}, done));
}

const asked = ({ method, protocol }: FastifyRequest, path: string) => ({
  'http.request.method': method,
  'url.path': path,
  'url.scheme': protocol,
});

/** Without the query string, and without a key that was put where an id belongs. */
const pathOf = ({ url }: FastifyRequest): string => redactText(url.split('?', 1)[0] ?? url);

const textOf = (header: string | string[] | undefined): string | undefined =>
  typeof header === 'string' ? header : header?.join(',');
