import type { IncomingHttpHeaders } from 'node:http';

/** Headers that show how polite a client is, and which client it is. */
const HEADERS_OF_INTEREST = [
  'user-agent',
  'accept',
  'referer',
  'cookie',
  'if-none-match',
  'if-modified-since',
  'x-csrftoken',
  'x-requested-with',
  'sec-fetch-mode',
] as const;

export interface LoggedRequest {
  /** ISO timestamp of the arrival. */
  at: string;
  method: string;
  /** Path with its query. */
  path: string;
  /** 0 where the connection was cut before an answer. */
  status: number;
  /** Bytes of the answer's body that were sent. */
  bytes: number;
  durationMs: number;
  /** The kind of the applied fault. */
  fault?: string;
  headers: Record<string, string>;
}

export function headersOfInterest(headers: IncomingHttpHeaders): Record<string, string> {
  const found = HEADERS_OF_INTEREST.flatMap((name) => {
    const value = headers[name];
    return value === undefined ? [] : [[name, String(value)] as const];
  });
  return Object.fromEntries(found);
}
