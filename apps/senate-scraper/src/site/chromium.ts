import { existsSync } from 'node:fs';
import { userAgent } from '#rotunda/scraping';
import type { Browser, BrowserContext, Request } from 'playwright';
import type { SenateSettings } from '../config.js';
import { BrowserUnavailable } from './senate-errors.js';

const SYSTEM_CHROMIUM = '/usr/bin/chromium';
const FLAGS = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What is worth a request: the site's decoration (style sheets, pictures, jQuery below /static/) is not. */
const WANTED_TYPES = new Set(['document', 'script', 'xhr', 'fetch']);
const DECORATION = '/static/';

/** The Chromium to start: the one that is set, else the system's, else Playwright's own; null where there is none. */
export async function findChromium({ CHROMIUM_PATH }: Pick<SenateSettings, 'CHROMIUM_PATH'>): Promise<string | null> {
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  const own = (await playwright()).executablePath();
  return own && existsSync(own) ? own : null;
}

/** A browser, and a context in it that has neither cookies nor a cache of others. */
export interface OpenedChromium {
  browser: Pick<Browser, 'close' | 'isConnected'>;
  context: BrowserContext;
}

/** How a browser is come by: `launchChromium`, unless a test shares one. */
export type OpenChromium = (hosts: ReadonlySet<string>, settings: SenateSettings) => Promise<OpenedChromium>;

/**
 * Starts a browser that can reach the given hosts and nothing else, with an empty profile that goes with it.
 *
 * @throws BrowserUnavailable
 */
export async function launchChromium(
  hosts: ReadonlySet<string>,
  settings: SenateSettings,
): Promise<OpenedChromium & { browser: Browser }> {
  const executablePath = await findChromium(settings);
  if (!executablePath) {
    throw new BrowserUnavailable(
      'There is no Chromium: install one ("apt-get install chromium" or "npx playwright install chromium"), or name ' +
        'one in CHROMIUM_PATH.',
    );
  }
  let browser: Browser;
  try {
    browser = await (
      await playwright()
    ).launch({
      executablePath,
      // Chromium's sandbox refuses to work for root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...FLAGS, `--host-resolver-rules=${onlyHosts(hosts)}`],
      // The service stops in its own order, and closes the browser in it; Playwright would end the process at once.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (error) {
    throw new BrowserUnavailable(`${executablePath} does not start.`, { cause: error });
  }
  return { browser, context: await openContext(browser, hosts, settings) };
}

export async function openContext(
  browser: Browser,
  hosts: ReadonlySet<string>,
  settings: SenateSettings,
): Promise<BrowserContext> {
  const context = await browser.newContext({
    userAgent: `${await ownUserAgent(browser)} ${userAgent(settings)}`,
    acceptDownloads: false,
    serviceWorkers: 'block',
  });
  // Every request has the time limit of its courtesy turn.
  context.setDefaultTimeout(0);
  await context.route('**/*', (route) => (isWanted(route.request(), hosts) ? route.continue() : route.abort()));
  return context;
}

function isWanted(request: Request, hosts: ReadonlySet<string>): boolean {
  const { host, pathname } = new URL(request.url());
  return hosts.has(host) && WANTED_TYPES.has(request.resourceType()) && !pathname.startsWith(DECORATION);
}

/** Routes are not asked for what a redirect leads to: names of other hosts must not even resolve. */
const onlyHosts = (hosts: ReadonlySet<string>): string =>
  ['MAP * ~NOTFOUND', ...[...hosts].map((host) => `EXCLUDE ${new URL(`http://${host}`).hostname}`)].join(' , ');

/** As the browser is: we add who we are, and hide nothing of it. */
async function ownUserAgent(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const version = await session.send('Browser.getVersion');
  await session.detach();
  return version.userAgent;
}

/** Loaded when it is needed: most scrapes never need it. */
const playwright = async () => (await import('playwright')).chromium;
