import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Bitmap } from '../scan/bitmap.js';
import { gifFile } from './scan/gif-file.js';
import { type SenateSite, startSenateSite } from './senate-site.js';

const CHROMIUM = '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
if (!hasChromium) console.warn(`Skipped: ${CHROMIUM} is missing (apt-get install chromium installs it)`);

const ARGS = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'];
const PTR = '/search/view/ptr/29990000-0000-4000-8000-000000000001/';
const PAPER = '/search/view/paper/29990000-0000-4000-8000-000000000004/';

/** Runs in the page. Returns the dots of its image, line by line, 1 for white. */
const DOTS_OF_IMAGE = `(async () => {
  const image = document.querySelector('img');
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, image.naturalWidth, image.naturalHeight);
  return Array.from({ length: data.length / 4 }, (_, n) => (data[4 * n] > 127 ? 1 : 0)).join('');
})()`;

function dotsOf({ bytes, width, height }: Bitmap): string {
  const bytesPerLine = Math.ceil(width / 8);
  const dot = (x: number, y: number): number => (bytes[y * bytesPerLine + (x >> 3)]! >> (7 - (x & 7))) & 1;
  return Array.from({ length: width * height }, (_, n) => dot(n % width, Math.floor(n / width))).join('');
}

describe.skipIf(!hasChromium)('the Senate stand-in in a real browser', () => {
  let site: SenateSite;
  let browser: Browser;
  beforeAll(async () => {
    site = await startSenateSite();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS });
  });
  afterEach(async () => {
    site.faults = { faults: [] };
    await Promise.all(browser.contexts().map((context) => context.close()));
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  async function agree(page: Page): Promise<void> {
    await page.goto(`${site.url}/search/`);
    await page.waitForURL('**/search/home/');
    await tick(page);
  }

  /** Not `check()`, which then verifies that the box is ticked; by then the tick has led to another page. */
  async function tick(page: Page): Promise<void> {
    await page.locator('#agree_statement').click();
    await page.waitForURL(`${site.url}/search/`);
  }

  it('accepts the agreement by a tick, and then shows a report', async () => {
    const page = await browser.newPage();
    await agree(page);
    expect(await page.title()).toBe('eFD: Find Reports');
    await page.goto(site.url + PTR);
    expect(await page.locator('h2.filedReport').innerText()).toContain('The Honorable Placeholder Example');
    expect(await page.locator('tbody tr').count()).toBe(9);
  });

  it("searches by its form, through the page's own requests, page by page", async () => {
    const page = await browser.newPage();
    await agree(page);
    await page.locator('input[name="report_type"][value="11"]').check();
    await page.locator('#fromDate').fill('01/01/2012');
    await page.getByRole('button', { name: 'Search Reports' }).click();
    const info = page.locator('#filedReports_info');
    await expect.poll(() => info.innerText()).toBe(`Showing 1 to 25 of ${site.filings} entries`);
    await page.locator('#filedReports_next').click();
    await expect.poll(() => info.innerText()).toBe(`Showing 26 to 50 of ${site.filings} entries`);
    expect(await page.locator('#filedReports tbody a[href^="/search/view/"]').count()).toBe(25);
  });

  it('draws the pictures of a report on paper', async () => {
    const page = await browser.newPage();
    await agree(page);
    await page.goto(site.url + PAPER, { waitUntil: 'load' });
    const sizes = await page
      .locator('img.filingImage')
      .evaluateAll((images) => images.map((image) => (image as unknown as { naturalWidth: number }).naturalWidth));
    expect(sizes).toEqual([3400, 3400, 3400]);
  });

  it('shows the dots of a GIF as drawn, even where its code table is full', async () => {
    const drawn = new Bitmap(317, 211);
    let noise = 1;
    for (let y = 0; y < drawn.height; y += 1) {
      for (let x = 0; x < drawn.width; x += 1) {
        noise = (noise * 48_271) % 2_147_483_647;
        if (noise % 2 === 0) drawn.blacken(x, y);
      }
    }
    const page = await browser.newPage();
    await page.setContent(`<img src="data:image/gif;base64,${gifFile(drawn).toString('base64')}">`);
    expect(await page.evaluate(DOTS_OF_IMAGE)).toEqual(dotsOf(drawn));
  });

  it('passes the bot manager once its script ran, while its cookies alone do not', async () => {
    site.faults = { faults: [{ kind: 'browser_only' }] };
    const page = await browser.newPage();
    const first = await page.goto(`${site.url}/search/home/`);
    expect(first?.status()).toBe(403);
    await tick(page);
    expect((await page.goto(site.url + PTR))?.status()).toBe(200);
    expect((await page.context().request.get(site.url + PTR)).status()).toBe(403);
  });
});
