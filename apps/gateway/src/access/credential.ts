import type { FastifyRequest } from 'fastify';
import { isOwnOrigin, isSafe } from '../http/request-origin.js';
import { keyElsewhere, keyInAuthorization } from './key-places.js';

export const SESSION_COOKIE = 'rotunda_session';

/** What a request shows of its sender, in whatever form. */
export interface Credential {
  kind: 'key' | 'session';
  text: string;
  /** It stands in the address of the request, which others may keep. */
  isInAddress?: boolean;
}

/** The header wins: a program's key is meant, while a browser adds its cookie to everything. */
export function credentialOf(request: FastifyRequest): Credential | null {
  const { headers, cookies } = request;
  const places = request.routeOptions.config.keyPlaces ?? {};
  if (headers.authorization !== undefined) {
    return { kind: 'key', text: keyInAuthorization(headers.authorization, places) };
  }
  const elsewhere = keyElsewhere(request, places);
  if (elsewhere) return { kind: 'key', ...elsewhere };
  const session = cookies[SESSION_COOKIE];
  return session === undefined ? null : { kind: 'session', text: session };
}

/** Whether the browser says that a page of ours makes this request. Every browser of today says so in one of the two. */
export const isFromOurPages = (request: FastifyRequest): boolean =>
  isSafe(request.method) || (isOwnOrigin(request) ?? request.headers['sec-fetch-site'] === 'same-origin');
