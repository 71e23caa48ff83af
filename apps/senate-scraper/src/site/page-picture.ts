import { orAborted } from '#rotunda/scraping';
import type { Page } from 'playwright';

/** A page whose own script never rests has no picture. */
const WITHIN_MS = 5_000;

/**
 * What a visitor would see of the page at present, as a PNG: the window's part of it alone, however long it is. Null
 * where it can't be had: the page has crashed, hangs, or is closed.
 */
export async function takePicture(page: Page): Promise<Uint8Array | null> {
  const shot = page.screenshot({ type: 'png', timeout: WITHIN_MS, animations: 'disabled' });
  // Playwright's own limit does not hold while the browser itself hangs.
  const [picture] = await Promise.allSettled([orAborted(shot, AbortSignal.timeout(WITHIN_MS))]);
  return picture.status === 'fulfilled' ? picture.value : null;
}
