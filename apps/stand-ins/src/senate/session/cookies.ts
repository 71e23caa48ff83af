import type { SiteAnswer, SiteRequest } from '../../answer.js';

/** The value of a cookie in the request; the first one if it has several. */
export function cookieOf({ headers }: SiteRequest, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** Adds a Set-Cookie line to the answer. */
export function withCookie(answer: SiteAnswer, cookie: string): SiteAnswer {
  const set = [answer.headers['set-cookie'] ?? [], cookie].flat();
  return { ...answer, headers: { ...answer.headers, 'set-cookie': set } };
}
