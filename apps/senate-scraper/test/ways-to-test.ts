import { findChromium } from '../src/site/chromium.js';

/** This machine's Chromium; null, with one warning, where there is none. The tests that need it are skipped. */
export async function chromiumToTest(): Promise<string | null> {
  const path = await findChromium({ CHROMIUM_PATH: '' });
  if (path === null) {
    console.warn('No Chromium found ("apt-get install chromium" installs one): the tests that need it are skipped.');
  }
  return path;
}
