import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from 'playwright';
import { findChromium } from '../../apps/senate-scraper/src/site/chromium.js';
import { addressOf, isSettled, PATHS } from '../e2e/dashboard/across-pages/pages.js';
import type { Installation } from './installation.js';
import type { Shown } from './states.js';
import { smallPng } from './small-png.js';

const DESK = { width: 1280, height: 800 };
const VARIANTS: Record<string, BrowserContextOptions> = {
  light: { viewport: DESK, colorScheme: 'light' },
  dark: { viewport: DESK, colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'light', isMobile: true, hasTouch: true },
};

/** Each page in each variant, as a PNG in the folder. */
export async function takeShots(
  installation: Installation,
  shown: Shown,
  folder: string,
): Promise<{ file: string; bytes: number }[]> {
  const executablePath = await findChromium({ CHROMIUM_PATH: '' });
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
  const taken: { file: string; bytes: number }[] = [];
  try {
    for (const [name, path] of await addresses(installation, shown)) {
      for (const [variant, options] of Object.entries(VARIANTS)) {
        const png = await shot(browser, `${installation.url}${path}`, options);
        const file = join(folder, `${name}-${variant}.png`);
        await writeFile(file, png);
        taken.push({ file, bytes: png.length });
      }
    }
  } finally {
    await browser.close();
  }
  return taken;
}

/** By the names of their files. */
async function addresses(installation: Installation, { failed, running }: Shown): Promise<[string, string][]> {
  const tasks: [string, string][] = [
    ['task-failed', `/tasks/${failed}`],
    ['task-running', `/tasks/${running}`],
  ];
  const one = (name: string, path: string) => addressOf(installation, path).then((at): [string, string] => [name, at]);
  const data = await Promise.all([
    ...[one('filing', '/filings/$id'), one('member', '/members/$bioguide'), one('ticker', '/tickers/$ticker')],
  ]);
  const others = PATHS.filter((path) => !path.includes('$') && path !== '/sign-in');
  const search: Record<string, string> = { '/throughput': '?period=quarter' };
  return [
    ...others.map((path): [string, string] => [path.slice(1) || 'overview', path + (search[path] ?? '')]),
    ...tasks,
    ...data,
  ];
}

async function shot(browser: Browser, url: string, options: BrowserContextOptions): Promise<Buffer> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce', timezoneId: 'UTC', locale: 'en-US' });
  const page = await context.newPage();
  await page.goto(url);
  await isSettled(page);
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  if (!url.endsWith('/tokens')) await page.locator('[class*="_skeleton_"]').first().waitFor({ state: 'detached' });
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  await context.close();
  return smallPng(browser, png);
}
