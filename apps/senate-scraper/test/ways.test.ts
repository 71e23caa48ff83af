import { createHash } from 'node:crypto';
import type { FetchedDocument } from '#rotunda/persistence';
import { byTier } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../stand-ins/src/faults.js';
import type { SenateSettings } from '../src/config.js';
import { launchChromium } from '../src/site/chromium.js';
import { SessionLost } from '../src/site/senate-errors.js';
import { browserProcessIds } from './browser-processes.js';
import { SenateStand } from './senate-stand.js';
import { closeSharedChromium } from './shared-chromium.js';
import { chromiumToTest } from './ways-to-test.js';

const chromium = await chromiumToTest();
const never = new AbortController().signal;
/** The listing begins with paper reports of several pictures each, and ends with electronic ones. */
const PAPER = 3;
const ELECTRONIC = 10;
let stand: SenateStand;

afterEach(() => stand.stop());
afterAll(closeSharedChromium);

/** Retries as a task does. */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof SessionLost)) throw error;
    }
  }
}

const digest = ({ bytes }: FetchedDocument): string => createHash('sha256').update(bytes).digest('hex');

interface Harvest {
  listed: string[];
  documents: unknown[];
}

/** The listing, and the content of its first and last documents without tokens and ports, which vary. */
async function harvest({ site, list }: Pick<SenateStand, 'site' | 'list'>): Promise<Harvest> {
  const { inWindow } = await persistently(list);
  const documents: unknown[] = [];
  for (const filing of [...inWindow.slice(0, PAPER), ...inWindow.slice(-ELECTRONIC)]) {
    const document = (await persistently(() => site.fetchDocument(filing, never)))!;
    const { sheets, ...parsed } = await site.parse({ ...document, attachments: [] }, filing);
    documents.push([parsed, sheets?.map(({ url }) => url && new URL(url).pathname), document.attachments?.map(digest)]);
  }
  return { listed: inWindow.map(({ externalId }) => externalId).sort(), documents };
}

/** The harvest of a site without faults, by plain HTTP. */
let undisturbed: Harvest;

beforeAll(async () => {
  const quiet = await SenateStand.start();
  undisturbed = await harvest(quiet);
  await quiet.stop();
});

const probability = 0.1;
const FAULTS: Fault[] = [
  { kind: 'throttled', retryAfterSeconds: 0, probability },
  { kind: 'overloaded', probability },
  { kind: 'challenge', probability },
  { kind: 'cut_off', probability },
  { kind: 'slow', delayMs: 30, probability },
  { kind: 'maintenance', status: 200, probability },
  { kind: 'maintenance', status: 503, probability },
  { kind: 'lapsed_session', form: 'redirect', probability },
  { kind: 'lapsed_session', form: 'search_page', probability },
  { kind: 'lapsed_session', form: 'agreement_page', probability },
];

const named = FAULTS.map((fault) => ['form' in fault ? `${fault.kind}, ${fault.form}` : fault.kind, fault] as const);

async function expectTheSame(way: SenateSettings['SENATE_FETCH'], ...faults: Fault[]): Promise<void> {
  stand = await SenateStand.start({ SENATE_FETCH: way }, { faults: { seed: 11, faults } });
  expect(await harvest(stand)).toEqual(undisturbed);
  const met = new Set(stand.standIn.requests.map(({ fault }) => fault));
  for (const { kind } of faults) expect(met).toContain(kind);
}

describe('a fault on a tenth of the requests does not change the result', () => {
  it.each(named)('by HTTP: %s', (_name, fault) => expectTheSame('http', fault));

  // The faults take long in a browser, so each alone runs only before a release.
  it.runIf(chromium).each(byTier({ enough: [], all: named }))('by a browser: %s', (_name, fault) =>
    expectTheSame('browser', fault),
  );

  it.runIf(chromium)('by a browser: one after the other', () =>
    expectTheSame('browser', ...FAULTS.map((fault) => ({ ...fault, probability: 0.05 }))),
  );

  it.runIf(chromium)('by HTTP or browser: challenge', () => expectTheSame('auto', { kind: 'challenge', probability }));
});

describe.runIf(chromium)('a site that blocks plain HTTP', () => {
  it('is asked once by HTTP, then only by a browser, which leaves no process behind', async () => {
    await closeSharedChromium();
    stand = await SenateStand.start({ SENATE_FETCH: 'auto' }, {}, launchChromium);
    await stand.list();
    expect(stand.session.way).toBe('http');
    expect(await browserProcessIds()).toEqual([]);
    stand.standIn.requests.length = 0;
    stand.standIn.faults = { faults: [{ kind: 'browser_only' }] };
    expect(await harvest(stand)).toEqual(undisturbed);
    expect(stand.session.way).toBe('browser');
    const agents = stand.standIn.requests.map(({ headers }) => headers['user-agent']!);
    expect(agents.filter((agent) => agent.startsWith('Rotunda/'))).toHaveLength(1);
    expect(new Set(agents.slice(1))).toEqual(new Set([expect.stringMatching(/Chrome.* Rotunda\/.*test@example.org/)]));
    expect(await browserProcessIds()).not.toEqual([]);
    await stand.session.close();
    expect(await browserProcessIds()).toEqual([]);
  });

  it('counts as blocked when it blocks the browser too', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: 'auto', SITE_TRIES: 2 });
    stand.standIn.faults = { faults: [{ kind: 'challenge' }] };
    await expect(stand.list()).rejects.toMatchObject({ name: 'SiteBlocked' });
    expect(stand.asked).toEqual(Array(3).fill('GET /search/home/ 403'));
  });

  it('gets a new browser with the task after a recycling', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: 'browser' }, {}, launchChromium);
    for (let task = 1; task <= 2; task++) await stand.site.check(never);
    const agreements = () => stand.asked.filter((line) => line.startsWith('POST /search/home/')).length;
    expect(agreements()).toBe(1);
    stand.session.recycle();
    await stand.site.check(never);
    expect(agreements()).toBe(2);
  });
});

describe('a machine without a browser', () => {
  it('reports what is missing where a browser is required', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: 'browser', CHROMIUM_PATH: '/nowhere/chromium' });
    await expect(stand.list()).rejects.toMatchObject({
      name: 'BrowserUnavailable',
      message: expect.stringContaining('/nowhere/chromium') as string,
    });
  });

  it('reports a block where the site blocks plain HTTP, and says why no browser was used', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: 'auto', CHROMIUM_PATH: '/nowhere/chromium' });
    stand.standIn.faults = { faults: [{ kind: 'challenge' }] };
    const error = await stand.list().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'SiteBlocked', cause: { name: 'BrowserUnavailable' } });
    stand.standIn.faults = { faults: [] };
    expect((await stand.list()).inWindow).toHaveLength(stand.standIn.filings);
  });
});
