import { type Browser, chromium, type Page } from 'playwright';
import { type KeyedGateway, startKeyedGateway } from '../../../apps/gateway/test/access/keyed-gateway.js';
import { findChromium } from '../../../apps/senate-scraper/src/site/chromium.js';

export const PASSWORD = 'correct horse battery';

/** A gateway that asks for keys, and a browser to look at its dashboard. */
export class KeyedDashboard {
  private constructor(
    readonly keyed: KeyedGateway,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<KeyedDashboard> {
    const executablePath = await findChromium({ CHROMIUM_PATH: '' });
    const options = { ...(executablePath && { executablePath }), args: ['--no-sandbox'] };
    const keyed = startKeyedGateway({ DASHBOARD_PASSWORD: PASSWORD, DASHBOARD_ROLE: 'look' });
    return new KeyedDashboard(await keyed, await chromium.launch(options));
  }

  async open(path: string): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.keyed.gateway.url });
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.keyed.gateway.stop();
  }
}

export async function signInWithKey(page: Page, key: string): Promise<void> {
  await page.getByRole('button', { name: 'Use a key instead' }).click();
  await page.getByLabel('Key').fill(key);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
