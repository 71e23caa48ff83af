const PAIR = /^\s*([^=;\s]+)=([^;]*)/;
const EXPIRED = /;\s*max-age=(?:0|-\d+)\s*(?:;|$)/i;

/**
 * The cookies of one host. Their paths and life times are left aside: the site sets all of them for all of itself, and
 * sessions end by their own signs, never by our clock.
 */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  /** Takes the `Set-Cookie` lines of an answer. */
  store(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name, value = ''] = PAIR.exec(line) ?? [];
      if (name === undefined) continue;
      if (EXPIRED.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value.trim());
    }
  }

  get(name: string): string | undefined {
    return this.cookies.get(name);
  }

  /** The value of the `Cookie` header; empty where there is none to send. */
  toString(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  clear(): void {
    this.cookies.clear();
  }
}
