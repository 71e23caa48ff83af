import { isIP } from 'node:net';
import { ForbiddenException, HttpException, HttpStatus } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);
const FORWARDED = /^(forwarded|x-forwarded-.*|x-real-ip)$/;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const isLoopback = (host: string): boolean => LOOPBACK_NAMES.has(host) || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * Without keys, being on loopback is all the protection there is, so what makes a request from outside look local is
 * refused there: a foreign `Host` (a page whose name was rebound to 127.0.0.1) and the headers of a proxy that opens
 * loopback to others. Requests that change something must not come from a page of another origin, wherever we listen.
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
      `The gateway listens on loopback without keys and takes no requests of a proxy (${forwarded}); ask it directly.`,
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
    `A page of ${origin} may not change anything here; ask from the gateway’s own pages or without a browser.`,
  );
}

/** `localhost:8080` → `localhost`, `[::1]:8080` → `[::1]`. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
