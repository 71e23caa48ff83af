import { isIP } from 'node:net';
import { ForbiddenException, HttpException, HttpStatus } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);
const FORWARDED = /^(forwarded|x-forwarded-.*|x-real-ip)$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const isLoopback = (host: string): boolean => LOOPBACK_NAMES.has(host) || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Without API keys, listening on loopback is the only protection. There, a request with a foreign `Host` (DNS
 * rebinding) or with the headers of a proxy is refused: it comes from outside and only looks local. Requests that
 * change something must not come from a page of another origin, wherever we listen.
 */
export function refuseForeignRequests(app: NestFastifyApplication, listenHost: string): void {
  const fastify = app.getHttpAdapter().getInstance();
  const onLoopback = isLoopback(listenHost);
  fastify.addHook('onRequest', (request, _reply, done) => {
    done((onLoopback ? refuseDisguised(request) : undefined) ?? refuseCrossOrigin(request));
  });
}

function refuseDisguised({ headers }: FastifyRequest): HttpException | undefined {
  const forwarded = Object.keys(headers).find((name) => FORWARDED.test(name));
  if (forwarded) {
    return new ForbiddenException(
      `The gateway listens on loopback without API keys and refuses requests of a proxy (${forwarded}).`,
    );
  }
  if (LOOPBACK_NAMES.has(hostName(headers.host ?? ''))) return undefined;
  return new HttpException(
    'The gateway listens on loopback and answers to localhost, 127.0.0.1 and [::1] only; use one of these as the host.',
    HttpStatus.MISDIRECTED,
  );
}

function refuseCrossOrigin({ method, headers }: FastifyRequest): HttpException | undefined {
  const { origin, host } = headers;
  if (SAFE_METHODS.has(method) || !origin || (URL.canParse(origin) && new URL(origin).host === host)) return undefined;
  return new ForbiddenException(
    `Pages of ${origin} may not change anything here; use the gateway’s own pages, or a client that is not a browser.`,
  );
}

/** `localhost:8080` → `localhost`, `[::1]:8080` → `[::1]`. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
