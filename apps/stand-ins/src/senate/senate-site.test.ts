import { parseUsDate } from '#rotunda/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unmaskToken } from './session/csrf.js';
import { type SenateSite, startSenateSite } from './senate-site.js';
import { Visitor } from './visitor.js';

const PTR = '/search/view/ptr/29990000-0000-4000-8000-000000000001/';
const PAPER = '/search/view/paper/29990000-0000-4000-8000-000000000004/';

let site: SenateSite;
let agreed: Visitor;
beforeAll(async () => {
  site = await startSenateSite();
  agreed = new Visitor(site.url);
  await agreed.agree();
});
afterAll(() => site.stop());

/** The status, and the target of a redirect. */
const outcome = (response: Response): (string | number | null)[] =>
  response.status === 302 ? [302, response.headers.get('location')] : [response.status];

describe('the agreement of the Senate stand-in', () => {
  it('is required before the search and any report', async () => {
    const stranger = new Visitor(site.url);
    expect(outcome(await stranger.get('/'))).toEqual([302, '/search/']);
    for (const path of ['/search/', PTR, PAPER]) {
      expect(outcome(await stranger.get(path)), path).toEqual([302, '/search/home/']);
    }
    await stranger.formToken();
    expect(outcome(await stranger.get('/search/'))).toEqual([302, '/search/home/']);
    expect(outcome(await stranger.search())).toEqual([302, '/search/home/']);
  });

  it('begins with a CSRF cookie and a session cookie with an odd name, which scripts can’t read', async () => {
    const stranger = new Visitor(site.url);
    const cookies = (await stranger.get('/search/home/')).headers.getSetCookie();
    expect(cookies).toHaveLength(2);
    expect(cookies[0]).toMatch(/^csrftoken=[A-Za-z0-9]{32}; Max-Age=31449600; Path=\/; SameSite=Lax$/);
    expect(cookies[1]).toMatch(/^[0-9a-f]{32}=[0-9a-f]{32}; HttpOnly; Path=\/; SameSite=Lax$/);
  });

  it('has a newly masked token on each page, all with one secret', async () => {
    const stranger = new Visitor(site.url);
    const tokens = [await stranger.formToken(), await stranger.formToken(), await stranger.formToken()];
    expect(new Set(tokens).size).toBe(3);
    const secret = stranger.cookies.get('csrftoken')!;
    for (const token of tokens) {
      expect(token).toHaveLength(64);
      expect(token).not.toContain(secret);
      expect(unmaskToken(token)).toBe(secret);
    }
  });

  it('is accepted with token, tick and Referer, and gives a new session', async () => {
    const stranger = new Visitor(site.url);
    await stranger.get('/search/home/');
    const before = new Map(stranger.cookies);
    const response = await stranger.agree();
    expect(outcome(response)).toEqual([302, '/search/']);
    const [cookie, ...others] = response.headers.getSetCookie();
    expect(others).toEqual([]);
    const [, name = '', value] = /^([0-9a-f]{32})=([0-9a-f]{32});/.exec(cookie!) ?? [];
    expect(before.get(name)).toMatch(/^[0-9a-f]{32}$/);
    expect(before.get(name)).not.toBe(value);
    expect((await stranger.get('/search/')).status).toBe(200);
    stranger.cookies.set(name, before.get(name)!);
    expect((await stranger.get('/search/')).status).toBe(302);
  });

  const refused: [why: string, header: Record<string, string>, token: string | null, cookie: string | null][] = [
    ['no Referer', {}, 'right', 'right'],
    ['Referer is malformed', { referer: 'somewhere' }, 'right', 'right'],
    ['does not match any trusted origins', { referer: 'https://example.org/search/home/' }, 'right', 'right'],
    ['Origin checking failed', { origin: 'https://example.org' }, 'right', 'right'],
    ['CSRF token missing', { referer: 'own' }, null, 'right'],
    ['CSRF token has incorrect length', { referer: 'own' }, 'abc', 'right'],
    ['CSRF token incorrect', { referer: 'own' }, 'a'.repeat(64), 'right'],
    ['CSRF cookie not set', { referer: 'own' }, 'right', null],
  ];
  it.each(refused)("is refused with Django's 403: %s", async (why, { referer, ...headers }, token, cookie) => {
    const stranger = new Visitor(site.url);
    const right = await stranger.formToken();
    if (cookie === null) stranger.cookies.delete('csrftoken');
    const sent = token === 'right' ? right : token;
    const response = await stranger.post(
      '/search/home/',
      { prohibition_agreement: '1', ...(sent !== null && { csrfmiddlewaretoken: sent }) },
      {
        ...headers,
        ...(referer !== undefined && { referer: referer === 'own' ? `${site.url}/search/home/` : referer }),
      },
    );
    expect(response.status).toBe(403);
    const page = await response.text();
    expect(page).toContain('CSRF verification failed. Request aborted.');
    expect(page).toContain(why);
    expect((await stranger.get('/search/')).status).toBe(302);
  });

  it('shows its page again, with an error, where the box was not ticked', async () => {
    const stranger = new Visitor(site.url);
    const csrfmiddlewaretoken = await stranger.formToken();
    const response = await stranger.post(
      '/search/home/',
      { csrfmiddlewaretoken },
      { referer: `${site.url}/search/home/` },
    );
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('id="errorMessage"');
    expect((await stranger.get('/search/')).status).toBe(302);
  });
});

describe('the search of the Senate stand-in', () => {
  it('lists each report once, whatever the length of its pages', async () => {
    for (const length of [25, 100]) {
      const seen: string[] = [];
      let total = Infinity;
      for (let start = 0; start < total; start += length) {
        const answer = await agreed.found({ start: String(start), length: String(length), draw: String(start + 1) });
        expect(answer).toMatchObject({ draw: start + 1, result: 'ok', recordsTotal: site.filings });
        seen.push(...answer.data.map(([, , , link]) => link));
        total = answer.recordsFiltered;
      }
      expect(seen).toHaveLength(site.filings);
      expect(new Set(seen).size).toBe(site.filings);
    }
    expect((await agreed.found({ start: String(site.filings) })).data).toEqual([]);
  });

  it('lists like the site: dirty names, links, capitals in the UUIDs of old paper', async () => {
    const { data } = await agreed.found({ length: '25' });
    expect(data[0]).toEqual([
      'BENJAMIN L ',
      'CARDIN',
      'Senator',
      '<a href="/search/view/paper/CDFDAF62-18EA-4298-B0C5-62085A6EC3CD/" target="_blank">Periodic Transaction Report for 07/25/2012</a>',
      '07/25/2012',
    ]);
    const invented = await agreed.found({ submitted_start_date: '12/01/2025 00:00:00', last_name: 'sample' });
    expect(invented.data.map(([first, last]) => [first, last])).toEqual([
      ['Fiction ', 'Sample,  '],
      ['FICTION', 'SAMPLE, '],
      ['Fiction', 'Sample, 2245623'],
    ]);
  });

  it('supports dates at both ends, types, names and order', async () => {
    const days = async (from: string, until: string): Promise<string[]> => {
      const { data } = await agreed.found({
        submitted_start_date: from,
        submitted_end_date: until,
        last_name: 'Example',
      });
      return data.map(([, , , , day]) => day);
    };
    expect(await days('10/01/2025 00:00:00', '10/15/2025 23:59:59')).toEqual(['10/01/2025', '10/15/2025']);
    expect(await days('10/02/2025 00:00:00', '')).toEqual(['10/15/2025', '03/09/2026']);
    expect(await days('10/01/2025 00:00:00', '10/15/2025 00:00:00')).toEqual(['10/01/2025']);
    const former = await agreed.found({ filer_types: '[5]' });
    const senators = await agreed.found({ filer_types: '["1"]' });
    expect(former.recordsFiltered).toBeGreaterThan(0);
    expect(former.recordsFiltered + senators.recordsFiltered).toBe(site.filings);
    const others = await agreed.found({ report_types: '[7, 10]' });
    expect(others.data.every(([, , , link]) => !link.includes('Periodic'))).toBe(true);
    expect(others.recordsFiltered).toBeGreaterThan(4);
    const latest = await agreed.found({ 'order[0][dir]': 'desc' });
    expect(parseUsDate(latest.data[0]![4])).toBe(site.window.end);
  });

  it.each([
    { submitted_start_date: '' },
    { submitted_start_date: '2025-01-01' },
    { submitted_end_date: '02/30/2025 00:00:00' },
    { length: '101' },
    { length: '-1' },
    { start: '-25' },
    { report_types: 'ptr' },
  ])('answers %j with the false maintenance page', async (fields) => {
    const response = await agreed.search(fields);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Site Under Maintenance');
  });

  it('reports that it can’t search by state, instead of ignoring that', async () => {
    const response = await agreed.search({ senator_state: 'KS' });
    expect(response.status).toBe(500);
    expect(await response.text()).toContain("can't search by senator_state");
  });

  it('requires the token, the Referer and the header of a script', async () => {
    const { 'x-csrftoken': _token, ...withoutToken } = agreed.searchHeaders;
    const { referer: _referer, ...withoutReferer } = agreed.searchHeaders;
    const { 'x-requested-with': _mark, ...withoutMark } = agreed.searchHeaders;
    expect((await agreed.search({}, withoutToken)).status).toBe(403);
    expect((await agreed.search({}, withoutReferer)).status).toBe(403);
    expect((await agreed.search({}, withoutMark)).status).toBe(400);
    expect((await agreed.search({}, { ...agreed.searchHeaders, 'x-csrftoken': 'b'.repeat(32) })).status).toBe(403);
    expect((await agreed.search()).status).toBe(200);
    expect((await agreed.get('/search/report/data/')).status).toBe(405);
  });
});

describe('the reports of the Senate stand-in', () => {
  it('are pages at the path that the listing names', async () => {
    const links: string[] = [];
    for (const report_types of ['[]', '[11]']) {
      const { data } = await agreed.found({ report_types, submitted_start_date: '01/01/2025 00:00:00' });
      links.push(...data.map(([, , , link]) => /href="([^"]*)"/.exec(link)![1]!));
    }
    const { data } = await agreed.found({ report_types: '[7, 10, 14, 15]', length: '25' });
    links.push(...data.map(([, , , link]) => /href="([^"]*)"/.exec(link)![1]!));
    for (const kind of ['ptr', 'paper', 'annual', 'extension-notice']) {
      expect(
        links.some((link) => link.startsWith(`/search/view/${kind}/`)),
        kind,
      ).toBe(true);
    }
    for (const link of links) expect((await agreed.get(link)).status, link).toBe(200);
    expect((await agreed.get(PTR.toUpperCase().replace('/SEARCH/VIEW/PTR', '/search/view/ptr'))).status).toBe(200);
    expect((await agreed.get(PAPER.replace('view', 'print'))).status).toBe(200);
  });

  it("are Django's 404 where they do not exist", async () => {
    for (const path of [PTR.replace('ptr', 'annual'), PTR.replace('29990000', '00000000'), '/search/nowhere/']) {
      const response = await agreed.get(path);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('The requested resource was not found on this server.');
    }
    expect((await agreed.post(PTR, {}, agreed.searchHeaders)).status).toBe(405);
  });

  it('on paper are pictures on the second host, which needs no session', async () => {
    const html = await (await agreed.get(PAPER)).text();
    const pictures = [...html.matchAll(/src="([^"]*\.gif)"/g)].map(([, url]) => url!);
    expect(pictures).toHaveLength(3);
    for (const url of pictures) {
      expect(new URL(url).origin).toBe(site.mediaUrl);
      const response = await fetch(url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/gif']);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.toString('latin1', 0, 6)).toBe('GIF89a');
      expect([bytes.readUInt16LE(6), bytes.readUInt16LE(8)]).toEqual([3400, 4400]);
    }
    expect((await fetch(`${site.mediaUrl}/media/none.gif`)).status).toBe(404);
    expect((await fetch(`${site.mediaUrl}/search/`)).status).toBe(404);
    expect(site.requests.filter(({ path }) => path.endsWith('.gif')).length).toBeGreaterThanOrEqual(4);
    expect((await fetch(pictures[0]!.replace(site.mediaUrl, site.url))).status).toBe(404);
  });

  it('appear and disappear as they are published', async () => {
    const isListed = async (): Promise<boolean> =>
      (await agreed.found({ last_name: 'Example' })).data.some(([, , , link]) => link.includes(PTR));
    site.publish('29990000-0000-4000-8000-000000000001', 'hidden');
    expect([await isListed(), (await agreed.get(PTR)).status]).toEqual([false, 404]);
    site.publish('29990000-0000-4000-8000-000000000001', 'listed');
    expect([await isListed(), (await agreed.get(PTR)).status]).toEqual([true, 404]);
    site.publish('29990000-0000-4000-8000-000000000001');
    expect([await isListed(), (await agreed.get(PTR)).status]).toEqual([true, 200]);
    expect(() => site.publish('1')).toThrow('no filing 1');
  });
});

it('can be stopped twice, and both its hosts stop', async () => {
  const other = await startSenateSite({ hidden: ['29990000-0000-4000-8000-000000000001'] });
  await Promise.all([other.stop(), other.stop()]);
  await expect(fetch(other.url)).rejects.toThrow('fetch failed');
  await expect(fetch(other.mediaUrl)).rejects.toThrow('fetch failed');
});
