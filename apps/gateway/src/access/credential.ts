import type { FastifyRequest } from 'fastify';
import { isOwnOrigin, isSafe } from '../http/request-origin.js';

export const SESSION_COOKIE = 'rotunda_session';

/** What a request shows of its sender, in whatever form. */
export interface Credential {
  kind: 'key' | 'session';
  text: string;
}

const BEARER = /^Bearer +(\S+) *$/i;

/** The header wins: a program's key is meant, while a browser adds its cookie to everything. */
export function credentialOf({ headers, cookies }: FastifyRequest): Credential | null {
  const { authorization } = headers;
  if (authorization !== undefined) return { kind: 'key', text: BEARER.exec(authorization)?.[1] ?? '' };
  const session = cookies[SESSION_COOKIE];
  return session === undefined ? null : { kind: 'session', text: session };
}

/** Whether the browser says that a page of ours makes this request. Every browser of today says so in one of the two. */
export const isFromOurPages = (request: FastifyRequest): boolean =>
  isSafe(request.method) || (isOwnOrigin(request) ?? request.headers['sec-fetch-site'] === 'same-origin');
