import type { SiteAnswer, SiteRequest } from '../../answer.js';

/** The value that the client sends for a cookie; the first one where it sends several. */
export function cookieOf({ headers }: SiteRequest, name: string): string | null {
  const pairs = (headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

/** The answer with one more Set-Cookie line. */
export function withCookie(answer: SiteAnswer, cookie: string): SiteAnswer {
  const set = [answer.headers['set-cookie'] ?? [], cookie].flat();
  return { ...answer, headers: { ...answer.headers, 'set-cookie': set } };
}
