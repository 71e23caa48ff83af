import { findChromium } from '../src/site/chromium.js';

/** The Chromium of this machine; null where there is none, which is said once: what needs it is skipped. */
export async function chromiumToTest(): Promise<string | null> {
  const path = await findChromium({ CHROMIUM_PATH: '' });
  if (path === null) {
    console.warn('No Chromium here ("apt-get install chromium" brings one): the tests that drive it are skipped.');
  }
  return path;
}
