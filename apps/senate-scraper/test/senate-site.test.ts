import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ListedFiling } from '#rotunda/domain';
import { describeAll, fixturesFolder } from '#rotunda/testing';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { LAPSE_FORMS } from '../../stand-ins/src/faults.js';
import { SenateStand } from './senate-stand.js';
import { closeSharedChromium } from './shared-chromium.js';
import { chromiumToTest } from './ways-to-test.js';

const fixtures = fixturesFolder();
const chromium = await chromiumToTest();
const WAYS = (['http', 'browser'] as const).filter((way) => way === 'http' || chromium);
const never = new AbortController().signal;
let stand: SenateStand;

afterEach(() => stand.stop());
afterAll(closeSharedChromium);

const ids = (filings: ListedFiling[]): string[] => filings.map(({ externalId }) => externalId).sort();
const paperOf = (filings: ListedFiling[]): ListedFiling =>
  filings.find(({ documentUrl }) => documentUrl.includes('/paper/'))!;
const ptrOf = (filings: ListedFiling[]): ListedFiling =>
  filings.find(({ documentUrl }) => documentUrl.includes('/ptr/'))!;

describe.each(WAYS)('the Senate by %s', (way) => {
  it('lists every PTR once, over all pages, with the site’s details', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const { inWindow, others, warnings } = await stand.list();
    expect(new Set(ids(inWindow)).size).toBe(stand.standIn.filings);
    expect(inWindow).toHaveLength(stand.standIn.filings);
    expect({ others, warnings }).toEqual({ others: [], warnings: [] });
    const pages = stand.asked.filter((line) => line.includes('/search/report/data/'));
    expect(pages).toHaveLength(Math.ceil(stand.standIn.filings / 100));
    expect(new Set(stand.standIn.requests.map(({ status }) => status))).toEqual(new Set([200, 302]));
    for (const filing of inWindow) {
      expect(filing).toMatchObject({ chamber: 'senate', filingType: 'ptr', stateDistrict: null });
      expect(filing.externalId).toMatch(/^[0-9a-f-]{36}$/);
      expect(filing.filedOn).not.toBeNull();
      expect(filing.documentUrl).toContain(stand.standIn.url);
    }
  });

  it('lists the days of the window, both ends included', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const all = (await stand.list()).inWindow;
    const { end } = stand.standIn.window;
    const { inWindow } = await stand.site.list({ start: end, end }, never);
    expect(ids(inWindow)).toEqual(ids(all.filter(({ filedOn }) => filedOn === end)));
    expect(inWindow.length).toBeGreaterThan(0);
  });

  it('fetches a PTR as served, and a paper report with its pictures', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const { inWindow } = await stand.list();
    const ptr = await stand.site.fetchDocument(ptrOf(inWindow), never);
    expect(ptr).toMatchObject({ mediaType: 'text/html', url: ptrOf(inWindow).documentUrl });
    expect((await stand.site.parse(ptr!, ptrOf(inWindow))).format).toBe('electronic');
    const paper = (await stand.site.fetchDocument(paperOf(inWindow), never))!;
    const pictures = stand.site.picturesOf(paper);
    expect(paper.attachments!.map(({ url }) => url)).toEqual(pictures);
    expect(await stand.site.parse(paper, paperOf(inWindow))).toMatchObject({
      format: 'paper',
      paper: {
        sheets: pictures.map((_, index) => ({ page: index + 1, picture: expect.any(Uint8Array) as Uint8Array })),
      },
    });
    const incomplete = { ...paper, attachments: paper.attachments!.slice(1) };
    const unread = await stand.site.parse(incomplete, paperOf(inWindow));
    expect(unread).toMatchObject({ format: 'paper', transactions: [], reviewReasons: [] });
    expect(unread).not.toHaveProperty('paper');
    expect(paper.attachments!.length).toBeGreaterThan(0);
    for (const { url, mediaType, bytes } of paper.attachments!) {
      expect(mediaType).toBe('image/gif');
      expect(url).toContain(stand.standIn.mediaUrl);
      expect(Buffer.from(bytes.subarray(0, 3)).toString()).toBe('GIF');
    }
  });

  it('returns null for a report that is not there yet, or lacks a picture', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const { inWindow } = await stand.list();
    stand.standIn.publish(ptrOf(inWindow).externalId, 'listed');
    expect(await stand.site.fetchDocument(ptrOf(inWindow), never)).toBeNull();
    stand.standIn.faults = { faults: [{ kind: 'unavailable', path: '/media/*', after: 1 }] };
    expect(await stand.site.fetchDocument(paperOf(inWindow), never)).toBeNull();
  });

  it.each(LAPSE_FORMS)('agrees again when the session is lost, shown as %s', async (form) => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const before = await stand.list();
    const agreements = () => stand.asked.filter((line) => line.startsWith('POST /search/home/')).length;
    expect(agreements()).toBe(1);
    stand.standIn.lapseSessions(form);
    expect(ids((await stand.list()).inWindow)).toEqual(ids(before.inWindow));
    expect(agreements()).toBe(2);
    stand.standIn.lapseSessions(form);
    const document = await stand.site.fetchDocument(ptrOf(before.inWindow), never);
    expect((await stand.site.parse(document!, ptrOf(before.inWindow))).format).toBe('electronic');
    expect(agreements()).toBe(3);
  });

  it.each(LAPSE_FORMS)('reports a lost session when it is lost again at once, shown as %s', async (form) => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    stand.standIn.faults = { faults: [{ kind: 'lapsed_session', path: '/search/report/data/', form }] };
    await expect(stand.list()).rejects.toMatchObject({ name: 'SessionLost', retryable: true });
    expect(stand.asked.filter((line) => line.startsWith('POST /search/home/'))).toHaveLength(2);
  });

  it.each([503, 200] as const)('reports maintenance as such, with status %i', async (status) => {
    stand = await SenateStand.start({ SENATE_FETCH: way, SITE_TRIES: 2 });
    stand.standIn.faults = { faults: [{ kind: 'maintenance', status }] };
    await expect(stand.list()).rejects.toMatchObject({
      name: 'SiteUnavailable',
      message: expect.stringContaining('maintenance') as string,
    });
  });

  it('reports a block after the configured number of tries', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way, SITE_TRIES: 3 });
    stand.standIn.faults = { faults: [{ kind: 'challenge' }] };
    await expect(stand.list()).rejects.toMatchObject({ name: 'SiteBlocked', retryable: true });
    expect(stand.asked).toEqual(Array(3).fill('GET /search/home/ 403'));
  });

  it.each(['/search/home/', '/search/report/data/'])('reports a changed layout of %s', async (path) => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    stand.standIn.faults = { faults: [{ kind: 'changed_layout', path }] };
    await expect(stand.list()).rejects.toMatchObject({ name: 'LayoutChanged', retryable: false });
  });

  it('reports a changed layout of a report, electronic or paper', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const { inWindow } = await stand.list();
    stand.standIn.faults = { faults: [{ kind: 'changed_layout', path: '/search/view/*' }] };
    const document = await stand.site.fetchDocument(ptrOf(inWindow), never);
    await expect(stand.site.parse(document!, ptrOf(inWindow))).rejects.toMatchObject({ name: 'LayoutChanged' });
    await expect(stand.site.fetchDocument(paperOf(inWindow), never)).rejects.toMatchObject({ name: 'LayoutChanged' });
  });

  it('keeps the interval between any two requests', async () => {
    const intervalMs = 60;
    stand = await SenateStand.start({ SENATE_FETCH: way, SENATE_REQUEST_INTERVAL_MS: intervalMs });
    const { inWindow } = await stand.list();
    await Promise.all([
      stand.site.fetchDocument(paperOf(inWindow), never),
      stand.site.fetchDocument(ptrOf(inWindow), never),
      stand.site.check(never),
    ]);
    const begun = stand.standIn.requests.map(({ at }) => Date.parse(at));
    const gaps = begun.slice(1).map((at, i) => at - begun[i]!);
    // The log has whole milliseconds.
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(intervalMs - 1);
    expect(gaps.length).toBeGreaterThan(6);
  });

  it('stops in the middle of a request when it is aborted, and can be used again', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    stand = await SenateStand.start({ SENATE_FETCH: way, SENATE_BASE_URL: `http://127.0.0.1:${port}` });
    for (const reason of ['cancelled', 'cancelled again']) {
      const stop = new AbortController();
      const arrived = once(silent, 'request');
      const listing = stand.site.list(stand.standIn.window, stop.signal);
      await Promise.race([arrived, listing]);
      stop.abort(new Error(reason));
      await expect(listing).rejects.toThrow(reason);
    }
    silent.close();
    silent.closeAllConnections();
  });

  it('aborts its request when it is closed, and sends no more', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const { inWindow } = await stand.list();
    const document = stand.site.fetchDocument(ptrOf(inWindow), never);
    await Promise.all([expect(document).rejects.toThrow('closed'), stand.session.close()]);
    stand.standIn.requests.length = 0;
    await expect(stand.list()).rejects.toThrow('closed');
    expect(stand.asked).toEqual([]);
  });

  it('passes its check, and reports the way of fetching', async () => {
    stand = await SenateStand.start({ SENATE_FETCH: way });
    const checks = await stand.site.check(never);
    expect(checks.map(({ name }) => name)).toEqual(['entry page', 'search']);
    expect(checks[0]!.detail).toContain(way);
    stand.standIn.faults = { faults: [{ kind: 'changed_layout', path: '/search/report/data/' }] };
    await expect(stand.site.check(never)).rejects.toMatchObject({ name: 'LayoutChanged' });
  });
});

describe('a window from before the site’s first reports', () => {
  it('gives a warning, and a window that ends later gives the reports that exist', async () => {
    stand = await SenateStand.start();
    const { inWindow, warnings } = await stand.site.list({ start: '2010-01-01', end: '2011-12-31' }, never);
    expect(inWindow).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(stand.asked).toEqual([]);
    const { end } = stand.standIn.window;
    expect((await stand.site.list({ start: '2010-01-01', end }, never)).inWindow).toHaveLength(stand.standIn.filings);
  });
});

describe('without the accepted terms', () => {
  it('nothing is requested from the site, and the error cites the law', async () => {
    stand = await SenateStand.start({ ROTUNDA_ACCEPT_TERMS: false, SENATE_FETCH: 'auto' });
    const refused = { name: 'TermsNotAccepted', retryable: false };
    await expect(stand.list()).rejects.toMatchObject(refused);
    await expect(stand.site.check(never)).rejects.toMatchObject(refused);
    const documentUrl = `${stand.standIn.url}/search/view/ptr/29990000-0000-4000-8000-000000000001/`;
    await expect(stand.site.fetchDocument({ documentUrl }, never)).rejects.toMatchObject(refused);
    await expect(stand.list()).rejects.toThrow(/13107\(c\).*commercial.*credit.*solicit.*ROTUNDA_ACCEPT_TERMS=true/);
    expect(stand.asked).toEqual([]);
  });
});

describeAll('the real documents of the Senate', () => {
  it.runIf(fixtures)('are all listed and parsed, over six pages of the search', async () => {
    stand = await SenateStand.start({}, { documents: fixtures! });
    const { inWindow } = await stand.list();
    const formats = { electronic: 0, paper: 0 };
    for (const filing of inWindow) {
      const document = await stand.site.fetchDocument(filing, never);
      formats[(await stand.site.parse(document!, filing)).format] += 1;
    }
    expect(formats).toEqual({ electronic: 529, paper: 3 });
    expect(stand.asked.filter((line) => line.includes('/search/report/data/'))).toHaveLength(6);
  });
});
