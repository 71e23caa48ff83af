import { orAborted } from '#rotunda/scraping';
import type { Page } from 'playwright';

/** A page whose script never rests gets no picture. */
const WITHIN_MS = 5_000;

/**
 * A PNG of the page as a visitor would see it now: only the part in the window. Null where the page has crashed, hangs
 * or is closed.
 */
export async function takePicture(page: Page): Promise<Uint8Array | null> {
  const shot = page.screenshot({ type: 'png', timeout: WITHIN_MS, animations: 'disabled' });
  // Playwright's own timeout does not fire while the browser itself hangs.
  const [picture] = await Promise.allSettled([orAborted(shot, AbortSignal.timeout(WITHIN_MS))]);
  return picture.status === 'fulfilled' ? picture.value : null;
}
