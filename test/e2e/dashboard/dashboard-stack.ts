import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '#rotunda/embedded';
import { refuseDenials, testFolder } from '#rotunda/testing';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright';
import { findChromium } from '../../../apps/senate-scraper/src/site/chromium.js';
import { askApi } from '../ask-api.js';
import { RunningCommand } from '../running-command.js';

/** What the console says of an answer that a test asks for: a 404, a gateway that is away. */
const EXPECTED = /Failed to load resource/;

/** `rotunda demo` with all of its services, and a browser to look at its dashboard. */
export class DashboardStack {
  /** What the pages complained about: script errors, and what their content security policy blocked. */
  private readonly complaints: string[] = [];

  private constructor(
    readonly url: string,
    readonly command: RunningCommand,
    readonly folder: string,
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<DashboardStack> {
    const folder = await testFolder();
    const port = await freePort();
    const command = RunningCommand.run(['demo', '--no-delay', '--data', folder, '--port', String(port)]);
    const executablePath = await findChromium({ CHROMIUM_PATH: '' });
    const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox'] });
    const stack = new DashboardStack(`http://127.0.0.1:${port}`, command, folder, browser);
    await command.says(/^The dashboard: /);
    const page = await stack.open('/');
    const progress = page.getByRole('progressbar').first().waitFor();
    const isSeen = progress.then(
      () => true,
      () => false,
    );
    await command.says(/api\/docs/);
    await page.context().close();
    stack.sawScrape = await isSeen;
    return stack;
  }

  /** Whether the overview showed the scrape, to someone who opened it at the printed address. */
  sawScrape!: boolean;

  /** What the API answers. @param body for a POST */
  ask<T>(path: string, body?: object): Promise<T> {
    return askApi(this.url, path, body);
  }

  /** A browser of its own, at a path of the dashboard. */
  async open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.url, ...options });
    await context.grantPermissions(['clipboard-write']);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !EXPECTED.test(message.text()))
        this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(path);
    return page;
  }

  refuseComplaints(): void {
    const complaints = this.complaints.splice(0);
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
  }

  async stop(): Promise<void> {
    await this.browser.close();
    this.command.kill('SIGTERM');
    await this.command.exitCode();
    await refuseDenials(join(this.folder, 'nats', 'nats-server.log'));
    await rm(this.folder, { recursive: true });
  }
}
