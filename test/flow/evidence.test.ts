import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { AttemptEvidence, TaskAttempt } from '#rotunda/contracts';
import { freePort } from '#rotunda/embedded';
import { describeAll, eventually } from '#rotunda/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { GatewayUnderTest } from '../../apps/gateway/test/gateway-under-test.js';
import { ChamberStack, type ChamberUnderTest } from '../contract/chamber-stack.js';
import type { Fault } from '../../apps/stand-ins/src/faults.js';
import { startSenateSite } from '../../apps/stand-ins/src/senate/senate-site.js';
import { houseWithInterval } from './house-under-test.js';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const hasChromium = existsSync(CHROMIUM);
const SHA256 = /^[0-9a-f]{64}$/;
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const ONE_TRY = { SITE_TRIES: '1' };

const senateByBrowser: ChamberUnderTest = {
  chamber: 'senate',
  startSite: () => startSenateSite(),
  environment: (site) => ({
    SENATE_BASE_URL: site.url,
    SENATE_MEDIA_URL: (site as unknown as { mediaUrl: string }).mediaUrl,
    SENATE_REQUEST_INTERVAL_MS: '0',
    SENATE_FETCH: 'browser',
    CHROMIUM_PATH: CHROMIUM,
    ROTUNDA_ACCEPT_TERMS: 'true',
  }),
};

let stack: ChamberStack;
let gateway: GatewayUnderTest | undefined;

/** One stack for the tests of a chamber. */
function useStack(subject: ChamberUnderTest): void {
  beforeAll(async () => {
    stack = await ChamberStack.start(subject, { env: ONE_TRY });
  });
  afterEach(() => stack.reset());
  afterAll(async () => {
    await gateway?.stop();
    gateway = undefined;
    await stack.stop();
  });
}

/** The first attempt of a failing scrape, with its whole state as text. */
async function firstFailure(...faults: Fault[]): Promise<{ id: string; attempt: TaskAttempt; text: string }> {
  stack.site.faults = { faults };
  const id = await stack.submit(stack.recent());
  const state = await eventually('a failed attempt', async () => {
    const found = await stack.find(id);
    return found?.attempts[0]?.error ? found : null;
  });
  return { id, attempt: state.attempts[0]!, text: JSON.stringify(state) };
}

/** A URL where nothing listens. */
const closedPort = async (): Promise<string> => `http://127.0.0.1:${await freePort()}`;

async function document(sha256: string): Promise<{ headers: Headers; bytes: Buffer }> {
  gateway ??= await GatewayUnderTest.on(stack);
  const answer = await fetch(`${gateway.url}/api/v1/documents/${sha256}`);
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  return { headers: answer.headers, bytes };
}

const expectNoCookie = (evidence: AttemptEvidence, text: string): void => {
  expect(Object.keys(evidence.headers).filter((name) => name.includes('cookie'))).toEqual([]);
  expect(text).not.toMatch(/set-cookie|bm_check|csrftoken=|sessionid=/i);
};

async function expectPicture({ screenshot_sha256 }: AttemptEvidence): Promise<void> {
  const { headers, bytes } = await document(screenshot_sha256!);
  expect(headers.get('content-type')).toBe('image/png');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(bytes.subarray(0, PNG.length)).toEqual(PNG);
  expect(bytes.length).toBeGreaterThan(1_000);
}

describe('a scrape of the House that fails', () => {
  useStack(houseWithInterval(0));

  it('by a 503 keeps URL, status, headers and page, which the API shows and the archive has', async () => {
    await stack.useScraper();
    const { id, attempt } = await firstFailure({ kind: 'overloaded' });
    const evidence = attempt.evidence!;
    expect(attempt.error).toMatchObject({ code: 'SiteUnavailable', stack: expect.stringContaining('SiteUnavailable') });
    expect(evidence).toEqual({
      url: expect.stringMatching(/\/public_disc\/financial-pdfs\/\d{4}FD\.zip$/),
      status: 503,
      headers: expect.objectContaining({ 'content-type': expect.stringContaining('text/html') }),
      page_sha256: expect.stringMatching(SHA256),
    });
    const page = await document(evidence.page_sha256!);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.bytes.toString()).toContain('503 Service Unavailable');
    const shown = (await (await fetch(`${gateway!.url}/api/v1/tasks/${id}`)).json()) as { attempts: TaskAttempt[] };
    expect(shown.attempts[0]).toMatchObject({
      error: attempt.error,
      evidence: { ...evidence, page: `/api/v1/documents/${evidence.page_sha256}` },
    });
    const listed = (await (await fetch(`${gateway!.url}/api/v1/tasks`)).json()) as {
      data: { attempts: TaskAttempt[] }[];
    };
    expect(listed.data[0]!.attempts[0]).toEqual(shown.attempts[0]);
  });

  it('by an unreadable index keeps it, and does not use it as the index the next time', async () => {
    await stack.useScraper();
    const { attempt } = await firstFailure({ kind: 'changed_layout', path: '/public_disc/financial-pdfs/*' });
    expect(attempt).toMatchObject({ error: { code: 'LayoutChanged' }, evidence: { status: 200 } });
    const { bytes } = await document(attempt.evidence!.page_sha256!);
    expect(bytes.length).toBeGreaterThan(0);
    stack.site.faults = { faults: [] };
    const { status, filings } = await stack.scrape(stack.recent());
    expect(status).toBe('success');
    // The failed index is the first one; the other one has six.
    expect(filings.listed).toBeGreaterThan(10);
  });

  it('by an answer that is cut off keeps the part that arrived', async () => {
    await stack.useScraper();
    const { attempt } = await firstFailure({ kind: 'cut_off', path: '/public_disc/financial-pdfs/*' });
    expect(attempt).toMatchObject({ error: { code: 'SiteUnavailable' }, evidence: { status: 200 } });
    const cut = stack.site.requests.find(({ path }) => new URL(attempt.evidence!.url).pathname === path)!;
    expect((await document(attempt.evidence!.page_sha256!)).bytes).toHaveLength(cut.bytes);
  });

  it('in its check keeps the unexpected page', async () => {
    await stack.useScraper();
    stack.site.faults = { faults: [{ kind: 'changed_layout', path: '/FinancialDisclosure' }] };
    const { attempts } = await stack.ended(await stack.submitCheck());
    expect(attempts).toMatchObject([
      { error: { code: 'LayoutChanged' }, evidence: { status: 200, page_sha256: expect.stringMatching(SHA256) } },
    ]);
  });

  it('because nothing answers reports that', async () => {
    const nowhere = await closedPort();
    await stack.startScraper({ HOUSE_BASE_URL: nowhere });
    const { attempt } = await firstFailure();
    expect(attempt).toMatchObject({ error: { code: 'SiteUnavailable' } });
    expect(attempt.evidence).toEqual({ url: expect.stringContaining(nowhere), status: null, headers: {} });
  });
});

describe('a scrape of the Senate that fails', () => {
  useStack(senateByBrowser);

  it.runIf(hasChromium)('by a challenge to a browser keeps a picture too', async () => {
    await stack.useScraper();
    const { attempt, text } = await firstFailure({ kind: 'challenge' });
    const evidence = attempt.evidence!;
    expect(evidence).toMatchObject({ status: 403, url: `${stack.site.url}/search/home/` });
    expectNoCookie(evidence, text);
    expect((await document(evidence.page_sha256!)).bytes.toString()).toContain('Access Denied');
    await expectPicture(evidence);
  });

  it.runIf(hasChromium)('by an unknown page in a browser keeps that page’s picture', async () => {
    await stack.useScraper();
    const { attempt, text } = await firstFailure({ kind: 'changed_layout' });
    expect(attempt).toMatchObject({ error: { code: 'LayoutChanged' }, evidence: { status: 200 } });
    expectNoCookie(attempt.evidence!, text);
    await document(attempt.evidence!.page_sha256!);
    await expectPicture(attempt.evidence!);
  });

  it('by a challenge to plain HTTP keeps its page, but no cookie', async () => {
    await stack.startScraper({ SENATE_FETCH: 'http' });
    const { attempt, text } = await firstFailure({ kind: 'challenge', after: 3 });
    const evidence = attempt.evidence!;
    expect(attempt.error!.code).toBe('SiteClosed');
    expect(evidence).toMatchObject({ status: 403, headers: { server: 'StandInGuard' } });
    expectNoCookie(evidence, text);
    expect(evidence).not.toHaveProperty('screenshot_sha256');
    expect((await document(evidence.page_sha256!)).bytes.toString()).toContain('Access Denied');
  });

  describeAll('because a browser gets no answer', () => {
    it.runIf(hasChromium)('reports that', async () => {
      await stack.startScraper({ SENATE_BASE_URL: await closedPort() });
      const { attempt } = await firstFailure();
      expect(attempt.error!.code).toBe('SiteUnavailable');
      expect(attempt.evidence).toMatchObject({
        url: expect.stringContaining('/search/home/'),
        status: null,
        headers: {},
      });
    });
  });
});
