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

/** Requests that matter; the site's style sheets, pictures and jQuery (below /static/) don't. */
const WANTED_TYPES = new Set(['document', 'script', 'xhr', 'fetch']);
const DECORATION = '/static/';

/**
 * The path of the Chromium to start: the configured one, else the system's, else Playwright's; null where none exists.
 */
export async function findChromium({ CHROMIUM_PATH }: Pick<SenateSettings, 'CHROMIUM_PATH'>): Promise<string | null> {
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  const own = (await playwright()).executablePath();
  return own && existsSync(own) ? own : null;
}

/** A browser, and a fresh context in it. */
export interface OpenedChromium {
  browser: Pick<Browser, 'close' | 'isConnected'>;
  context: BrowserContext;
}

/** Opens a browser: `launchChromium`, unless tests share one. */
export type OpenChromium = (hosts: ReadonlySet<string>, settings: SenateSettings) => Promise<OpenedChromium>;

/**
 * Starts a browser that can reach only the given hosts, with an empty temporary profile.
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
      'No Chromium found: install one ("apt-get install chromium" or "npx playwright install chromium"), or set its ' +
        'path in CHROMIUM_PATH.',
    );
  }
  let browser: Browser;
  try {
    browser = await (
      await playwright()
    ).launch({
      executablePath,
      // Chromium's sandbox does not work as root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...FLAGS, `--host-resolver-rules=${onlyHosts(hosts)}`],
      // The service closes the browser in its own stop sequence; Playwright would end the process at once.
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
  // Every request has the time limit of its turn at the site.
  context.setDefaultTimeout(0);
  await context.route('**/*', (route) => (isWanted(route.request(), hosts) ? route.continue() : route.abort()));
  // A route sees no WebSocket, and the site has none.
  await context.routeWebSocket(/.*/, (socket) => socket.close());
  return context;
}

function isWanted(request: Request, hosts: ReadonlySet<string>): boolean {
  const { host, pathname } = new URL(request.url());
  return hosts.has(host) && WANTED_TYPES.has(request.resourceType()) && !pathname.startsWith(DECORATION);
}

/** Playwright's routes do not see the targets of redirects, so the names of other hosts must not even resolve. */
const onlyHosts = (hosts: ReadonlySet<string>): string =>
  ['MAP * ~NOTFOUND', ...[...hosts].map((host) => `EXCLUDE ${new URL(`http://${host}`).hostname}`)].join(' , ');

/** The browser's real User-Agent, to which we add who we are. */
async function ownUserAgent(browser: Browser): Promise<string> {
  const session = await browser.newBrowserCDPSession();
  const version = await session.send('Browser.getVersion');
  await session.detach();
  return version.userAgent;
}

/** Loaded on demand: most scrapes never need it. */
const playwright = async () => (await import('playwright')).chromium;
