import { isIP } from 'node:net';
import { ForbiddenException, HttpException, HttpStatus } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { isLoopback } from '#rotunda/runtime';
import { ACCESS, type Access } from '../../access/settings.js';
import { isOwnOrigin, isSafe } from '../request-origin.js';

const FORWARDED = /^(forwarded|x-forwarded-.*|x-real-ip)$/;
/** The longest that a client of ours asks for has some 1,500: a cursor, and every filter. */
const LONGEST_URL = 4_096;

/**
 * Refuses requests that are not meant for us, wherever we listen: those with a foreign `Host` (DNS rebinding), and those
 * of a page of another origin that would change something. An open gateway also refuses the requests of a proxy: they
 * come from outside and only look local.
 */
export function refuseForeignRequests(app: NestFastifyApplication): void {
  const access = app.get<Access>(ACCESS);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, _reply, done) => {
    done(
      refuseLong(request) ?? refuseProxy(request, access) ?? refuseHost(request, access) ?? refuseCrossOrigin(request),
    );
  });
}

const refuseLong = ({ url }: FastifyRequest): HttpException | undefined =>
  url.length <= LONGEST_URL
    ? undefined
    : new HttpException(`The URL is too long; it may have ${LONGEST_URL} characters.`, HttpStatus.URI_TOO_LONG);

function refuseProxy({ headers }: FastifyRequest, access: Access): HttpException | undefined {
  if (!isOpenOnLoopback(access) || access.trustedProxies.length > 0) return undefined;
  const forwarded = Object.keys(headers).find((name) => FORWARDED.test(name));
  if (!forwarded) return undefined;
  return new ForbiddenException(
    `The gateway listens on loopback without API keys and refuses requests of a proxy (${forwarded}). ` +
      'With KEYS_REQUIRED=true it accepts them.',
  );
}

function refuseHost(request: FastifyRequest, access: Access): HttpException | undefined {
  const name = hostName(request.host);
  if (access.hosts === null || isLoopback(name) || access.hosts.has(name)) return undefined;
  if (!isOpenOnLoopback(access) && (isAddress(name) || name === access.listenHost)) return undefined;
  return new HttpException(
    'The gateway does not answer to this host name: use localhost, 127.0.0.1 and [::1] on its own machine, its IP ' +
      'address where it listens on one, or add the name to HTTP_HOSTS.',
    HttpStatus.MISDIRECTED,
  );
}

/** Then listening on loopback is the only protection. */
const isOpenOnLoopback = ({ onLoopback, keysRequired }: Access): boolean => onLoopback && !keysRequired;

function refuseCrossOrigin(request: FastifyRequest): HttpException | undefined {
  const { origin } = request.headers;
  if (isSafe(request.method) || !origin || isOwnOrigin(request)) return undefined;
  return new ForbiddenException(
    `Pages of ${origin} may not change anything here; use the gateway’s own pages, or a client that is not a browser.`,
  );
}

/** No DNS server can make a name of its own into one of these: a page that asks for an address was sent by it. */
const isAddress = (host: string): boolean => isIP(host.replace(/^\[(.*)\]$/, '$1')) > 0;

/** `localhost:8080` → `localhost`, `[::1]:8080` → `[::1]`. */
const hostName = (host: string): string => host.replace(/:\d+$/, '').toLowerCase();
