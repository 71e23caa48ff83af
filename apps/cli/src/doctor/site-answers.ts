import { lookup } from 'node:dns/promises';
import type { Chamber } from '#rotunda/contracts';
import { userAgent } from '#rotunda/scraping';

const ANSWERS_WITHIN_MS = 8_000;

/** What one request to a site came to. */
export interface SiteAnswer {
  chamber: Chamber;
  url: string;
  host: string;
  /** Why there was no answer; `unresolved`: its name is not known here. */
  failed: 'unresolved' | 'unreachable' | null;
  reason: string;
  status: number | null;
  /** The site's clock; null: it did not tell. */
  date: Date | null;
  /** When its answer began, on our clock. */
  at: Date;
}

/** One request, under our own name; follows no redirect. */
export async function askSite(chamber: Chamber, url: string, contact: string): Promise<SiteAnswer> {
  const host = new URL(url).hostname;
  const about = { chamber, url, host, reason: '', status: null, date: null, at: new Date() };
  try {
    await lookup(host);
  } catch (error) {
    return { ...about, failed: 'unresolved', reason: (error as NodeJS.ErrnoException).code ?? String(error) };
  }
  try {
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { 'user-agent': userAgent({ SITE_CONTACT: contact }) },
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    });
    await answer.body?.cancel();
    const date = answer.headers.get('date');
    return { ...about, failed: null, status: answer.status, date: date ? new Date(date) : null, at: new Date() };
  } catch (error) {
    const { message, cause } = error as Error;
    return { ...about, failed: 'unreachable', reason: cause instanceof Error ? cause.message : message };
  }
}
