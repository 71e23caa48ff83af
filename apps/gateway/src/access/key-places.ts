import type { FastifyRequest } from 'fastify';
import { RouteFacts } from '../http/route-facts.js';

/** Where else than in `Authorization: Bearer` the clients of a route put their key. */
export interface KeyPlaces {
  /** Other schemes of the header `Authorization`; of `Basic`, the password is the key. */
  schemes?: readonly ('Basic' | 'Token')[];
  /** A header of its own. */
  header?: string;
  /** A query parameter. The logs of proxies have addresses: only a key with the role `look` counts there. */
  query?: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    keyPlaces?: KeyPlaces;
  }
}

/** For clients that can't send `Authorization: Bearer`: those of other vendors, and feed readers. */
export const TakesKeyFrom = (keyPlaces: KeyPlaces): MethodDecorator => RouteFacts({ keyPlaces });

/** The key in the header `Authorization`; empty if there is none that this route takes. */
export function keyInAuthorization(header: string, { schemes = [] }: KeyPlaces): string {
  const [, scheme = '', text = ''] = /^(\w+) +(\S+) *$/.exec(header) ?? [];
  const isScheme = (name: string): boolean => scheme.toLowerCase() === name.toLowerCase();
  if (isScheme('Bearer')) return text;
  const known = schemes.find(isScheme);
  return known === 'Basic' ? passwordIn(text) : known ? text : '';
}

/** Null if the request has none; empty for one that is not a single text. */
export function keyElsewhere(
  { headers, query }: FastifyRequest,
  places: KeyPlaces,
): { text: string; isInAddress: boolean } | null {
  const inHeader = places.header && headers[places.header];
  if (inHeader) return { text: String(inHeader), isInAddress: false };
  const inQuery = places.query && (query as Record<string, unknown>)[places.query];
  return inQuery ? { text: typeof inQuery === 'string' ? inQuery : '', isInAddress: true } : null;
}

const passwordIn = (base64: string): string => {
  const pair = Buffer.from(base64, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
};
