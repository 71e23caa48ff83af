import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LayoutChangedError } from '#rotunda/domain';
import { parsePaperWrapper } from '../../../senate-scraper/src/parse/parse-paper-wrapper.js';
import { parsePtr } from '../../../senate-scraper/src/parse/parse-ptr.js';
import { parseSearchAnswer } from '../../../senate-scraper/src/parse/parse-search-answer.js';
import { recognisePage } from '../../../senate-scraper/src/parse/page/recognise-page.js';
import type { Fault, LapseForm } from '../faults.js';
import { startHouseSite } from '../house/house-site.js';
import { type SenateSite, startSenateSite } from './senate-site.js';
import { Visitor } from './visitor.js';

const PTR = '/search/view/ptr/29990000-0000-4000-8000-000000000001/';
const PAPER = '/search/view/paper/29990000-0000-4000-8000-000000000004/';

let site: SenateSite;
let visitor: Visitor;
beforeAll(async () => {
  site = await startSenateSite();
});
afterAll(() => site.stop());
beforeEach(async () => {
  visitor = new Visitor(site.url);
  await visitor.agree();
});
afterEach(() => {
  site.faults = { faults: [] };
});

const meet = (...faults: Fault[]): void => {
  site.faults = { faults };
};
const kindOf = async (response: Response): Promise<string> => recognisePage(await response.text());

describe('the faults of both sites', () => {
  it('throttle and overload, including the media host, as often as configured in total', async () => {
    const picture = /src="([^"]*\.gif)"/.exec(await (await visitor.get(PAPER)).text())![1]!;
    meet({ kind: 'throttled', retryAfterSeconds: 7, times: 2 });
    const response = await visitor.get(PTR);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await fetch(picture)).status).toBe(429);
    expect((await visitor.get(PTR)).status).toBe(200);
    meet({ kind: 'overloaded', path: '/media/*' });
    expect([(await fetch(picture)).status, (await visitor.get(PTR)).status]).toEqual([503, 200]);
  });

  it('challenge, and hide a listed report', async () => {
    meet({ kind: 'challenge', method: 'GET', times: 1 }, { kind: 'unavailable', path: PTR, times: 1 });
    const response = await visitor.get(PTR);
    expect([response.status, await kindOf(response)]).toEqual([403, 'challenge']);
    expect((await visitor.get(PTR)).status).toBe(404);
    expect((await visitor.get(PTR)).status).toBe(200);
  });

  it('delay, and cut off in the middle of a page', async () => {
    meet({ kind: 'slow', delayMs: 120, times: 1 }, { kind: 'cut_off' });
    const startedMs = performance.now();
    expect((await visitor.get(PTR)).status).toBe(200);
    expect(performance.now() - startedMs).toBeGreaterThan(118);
    const response = await visitor.get(PTR);
    await expect(response.text()).rejects.toThrow('terminated');
  });

  it('change the layout of search, report, wrapper and agreement', async () => {
    meet({ kind: 'changed_layout' });
    const answer: unknown = await (await visitor.search()).json();
    expect(answer).toMatchObject({ page: { total: site.filings } });
    expect(() => parseSearchAnswer(answer)).toThrow(LayoutChangedError);
    const bytes = async (path: string): Promise<Uint8Array> =>
      new Uint8Array(await (await visitor.get(path)).arrayBuffer());
    const [report, wrapper] = [await bytes(PTR), await bytes(PAPER)];
    expect(() => parsePtr(report)).toThrow(LayoutChangedError);
    expect(() => parsePaperWrapper(wrapper)).toThrow(LayoutChangedError);
    const home = await (await visitor.get('/search/home/')).text();
    expect(home).toContain('consentForm');
    expect(recognisePage(home)).not.toBe('agreement');
  });
});

describe('a lost session', () => {
  const forms: [form: LapseForm, status: number, kind: string][] = [
    ['redirect', 302, 'unknown'],
    ['search_page', 200, 'search'],
    ['agreement_page', 200, 'agreement'],
  ];

  it.each(forms)('shows as %s under the fault, and a new agreement ends it', async (form, status, kind) => {
    meet({ kind: 'lapsed_session', form, times: 1 });
    const response = await visitor.get(PTR);
    expect([response.status, await kindOf(response)]).toEqual([status, kind]);
    expect((await visitor.get('/search/')).headers.get('location')).toBe('/search/home/');
    await visitor.agree();
    expect((await visitor.get(PTR)).status).toBe(200);
  });

  it.each(forms)('shows as %s in place of the answer to a search', async (form, status, kind) => {
    meet({ kind: 'lapsed_session', form, path: '/search/report/data/', times: 1 });
    const response = await visitor.search();
    expect([response.status, await kindOf(response)]).toEqual([status, kind]);
  });

  it.each(forms)('happens on command, for all, as %s', async (form, status, kind) => {
    const other = new Visitor(site.url);
    await other.agree();
    const body = JSON.stringify({ form });
    expect((await fetch(`${site.url}/__stand-in/lapse`, { method: 'POST', body })).status).toBe(200);
    for (const each of [visitor, other]) {
      const response = await each.get(PTR);
      expect([response.status, await kindOf(response)]).toEqual([status, kind]);
    }
    await visitor.agree();
    expect((await visitor.get(PTR)).status).toBe(200);
  });

  it('happens after a number of requests, or a time', async () => {
    let nowMs = Date.parse('2026-01-05T12:00:00Z');
    const brief = await startSenateSite({ sessionLimits: { requests: 3, ms: 60_000 }, now: () => new Date(nowMs) });
    try {
      const hasty = new Visitor(brief.url);
      await hasty.agree();
      const statuses = [await hasty.get(PTR), await hasty.get(PTR), await hasty.search(), await hasty.get(PTR)];
      expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 302]);
      await hasty.agree();
      nowMs += 60_000;
      expect((await hasty.get(PTR)).status).toBe(200);
      nowMs += 1;
      expect((await hasty.get(PTR)).status).toBe(302);
    } finally {
      await brief.stop();
    }
  });

  it('is rejected for the House, and with an unknown form', async () => {
    const house = await startHouseSite();
    try {
      const post = (url: string, verb: string, body: unknown): Promise<Response> =>
        fetch(`${url}/__stand-in/${verb}`, { method: 'POST', body: JSON.stringify(body) });
      for (const kind of ['lapsed_session', 'maintenance', 'browser_only']) {
        expect((await post(house.url, 'faults', [{ kind }])).status).toBe(400);
      }
      expect((await post(house.url, 'lapse', {})).status).toBe(400);
      expect((await post(site.url, 'lapse', { form: 'shrug' })).status).toBe(400);
      expect((await post(site.url, 'faults', [{ kind: 'lapsed_session', form: 'shrug' }])).status).toBe(400);
      expect((await post(site.url, 'faults', [{ kind: 'maintenance', status: 404 }])).status).toBe(400);
    } finally {
      await house.stop();
    }
  });
});

describe('maintenance', () => {
  it.each([503, 200] as const)('shows its page with %i', async (status) => {
    meet({ kind: 'maintenance', status });
    for (const response of [await visitor.get(PTR), await visitor.search(), await visitor.get('/search/home/')]) {
      expect([response.status, await kindOf(response)]).toEqual([status, 'maintenance']);
    }
  });
});

describe('a bot manager that lets only browsers through', () => {
  it('blocks plain HTTP, even with a browser’s headers or its cookie', async () => {
    meet({ kind: 'browser_only' });
    const response = await visitor.get(PTR);
    expect([response.status, await kindOf(response)]).toEqual([403, 'challenge']);
    expect((await visitor.get(PTR, { 'sec-fetch-mode': 'navigate' })).status).toBe(403);
    visitor.cookies.set('sg_pass', '0'.repeat(96));
    expect((await visitor.get(PTR, { 'sec-fetch-mode': 'navigate' })).status).toBe(403);
  });

  it('can let searches through, as the real one seems to', async () => {
    meet({ kind: 'browser_only', method: 'GET' });
    expect([(await visitor.get(PTR)).status, (await visitor.search()).status]).toEqual([403, 200]);
  });
});
