import type { Server } from 'node:http';
import type { FastifyHttpOptions } from 'fastify';
import { type AccessConfig, accessOf } from '../../access/settings.js';
import { ROUTER_OPTIONS } from './router-errors.js';

const SECOND_MS = 1_000;
/** Headers and the URL, together. */
const HEADERS_BYTES = 16 * 1024;
/** A request has at most 64 KiB: whoever takes longer holds the connection on purpose. */
const TIMES = { requestWithinMs: 30 * SECOND_MS, headersWithinMs: 15 * SECOND_MS, checkEveryMs: 5 * SECOND_MS };

/** Options of Fastify and of Node's HTTP server: limits of a request, and whose word about its sender counts. */
export function serverOptions(config: AccessConfig, times = TIMES): FastifyHttpOptions<Server> {
  const { trustedProxies } = accessOf(config);
  return {
    ...ROUTER_OPTIONS,
    requestTimeout: times.requestWithinMs,
    http: {
      maxHeaderSize: HEADERS_BYTES,
      headersTimeout: times.headersWithinMs,
      connectionsCheckingInterval: times.checkEveryMs,
    },
    ...(trustedProxies.length > 0 && { trustProxy: trustedProxies }),
  };
}
