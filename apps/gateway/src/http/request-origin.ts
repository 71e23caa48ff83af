import type { FastifyRequest } from 'fastify';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a request of this method changes nothing (RFC 9110, 9.2.1). */
export const isSafe = (method: string): boolean => SAFE_METHODS.has(method);

/** Whether a page of ours makes the request, by its `Origin`; undefined if it has none. */
export function isOwnOrigin({ headers: { origin }, host }: FastifyRequest): boolean | undefined {
  return origin === undefined ? undefined : URL.canParse(origin) && new URL(origin).host === host;
}
