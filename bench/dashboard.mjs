import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { bootstrap, main } from '../scripts/bootstrap.mjs';
import { StepError } from '../scripts/run-step.mjs';

/**
 * `npm run bench:dashboard -- --url http://127.0.0.1:8080`: against a stack that runs, e.g. `npm run demo`. How long each
 * page takes until its data are shown, in a browser that never saw it and in one that has its files; what the first load
 * costs; how long a change takes until it is on the page.
 */
const PAGES = ['/', '/tasks', '/workers', '/throughput', '/schedules', '/dead-letters', '/sites', '/run', '/audit'];
const TIMES = 5;
const UNSETTLED = '[aria-label="Loading"], [aria-busy="true"]';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const say = (what, text) => process.stdout.write(`${what.padEnd(36)}${text}\n`);

async function timed(work) {
  const startedMs = performance.now();
  await work();
  return performance.now() - startedMs;
}

const settled = async (page, url) => {
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator(UNSETTLED).first().waitFor({ state: 'detached' });
};

async function measureLoads(browser, url) {
  for (const path of PAGES) {
    const [first, again] = [[], []];
    for (let n = 0; n < TIMES; n += 1) {
      const context = await browser.newContext();
      const page = await context.newPage();
      first.push(await timed(() => settled(page, url + path)));
      again.push(await timed(() => settled(page, url + path)));
      await context.close();
    }
    say(path, `${median(first).toFixed(0).padStart(5)} ms, again ${median(again).toFixed(0).padStart(5)} ms`);
  }
}

async function measureFirstLoad(browser, url) {
  const page = await browser.newPage();
  await settled(page, url);
  const files =
    await page.evaluate(`performance.getEntriesByType('resource').filter(({ name }) => name.includes('/assets/'))
    .map(({ encodedBodySize }) => encodedBodySize)`);
  const kb = files.reduce((sum, size) => sum + size, 0) / 1000;
  say('files of the overview, compressed', `${kb.toFixed(0)} KB in ${files.length}`);
  await page.close();
}

/** From the request that changes something, by another client, until the page shows it. */
async function measureChanges(browser, url) {
  const page = await browser.newPage();
  await settled(page, `${url}/tasks`);
  const times = [];
  for (let n = 0; n < TIMES * 2; n += 1) {
    const startedMs = performance.now();
    const answer = await fetch(`${url}/api/v1/tasks/check/house`, { method: 'POST' });
    const { task_id: id } = await answer.json();
    await page.locator(`a[href$="/${id}"]`).waitFor();
    times.push(performance.now() - startedMs);
  }
  say(
    'a change, until it is on the page',
    `${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} ms`,
  );
  await page.close();
}

await main(async () => {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  if (!values.url) throw new StepError('--url is missing: the address that npm run demo prints first');
  await bootstrap({ chromium: true });
  const url = values.url.replace(/\/$/, '');
  const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await measureFirstLoad(browser, url);
    await measureLoads(browser, url);
    await measureChanges(browser, url);
  } finally {
    await browser.close();
  }
});
