import type { AttemptEvidence } from '#rotunda/contracts';

const KIB = 1024;

/** A task's attempts are stored in one KV value, which NATS limits to 1 MiB. */
const LONGEST_URL = 2 * KIB;
const LONGEST_HEADER = KIB;
const MOST_HEADERS = 8 * KIB;

/** Readers of a task must not get our sessions. */
const SECRET_HEADERS = /^(?:set-)?cookie2?$|authori[sz]ation$|^authentication-info$/;

/** The evidence as stored in a task's state: without credentials, and of limited size. */
export function boundedEvidence({ url, headers, ...rest }: AttemptEvidence): AttemptEvidence {
  return { ...rest, url: url.slice(0, LONGEST_URL), headers: boundedHeaders(headers) };
}

function boundedHeaders(headers: Record<string, string>): Record<string, string> {
  const kept: [string, string][] = [];
  let left = MOST_HEADERS;
  for (const [name, value] of Object.entries(headers)) {
    if (SECRET_HEADERS.test(name.toLowerCase())) continue;
    const bounded = value.slice(0, LONGEST_HEADER);
    left -= name.length + bounded.length;
    if (left < 0) break;
    kept.push([name, bounded]);
  }
  return Object.fromEntries(kept);
}
