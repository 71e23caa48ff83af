import type { Place } from '../layout/navigation.js';

/** `g` and then one of these goes to a page. */
export const GO_KEYS: Record<string, Place['to']> = {
  ...{ o: '/', t: '/tasks', r: '/run', s: '/schedules', w: '/workers', h: '/throughput' },
  ...{ f: '/filings', m: '/members', y: '/tickers', l: '/late' },
  ...{ d: '/dead-letters', i: '/sites', k: '/keys', a: '/audit' },
};

export function goKeysOf(to: Place['to']): string | undefined {
  const key = Object.keys(GO_KEYS).find((one) => GO_KEYS[one] === to);
  return key && `g ${key}`;
}
