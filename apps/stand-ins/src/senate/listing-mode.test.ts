import { fixturesFolder } from '#rotunda/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SenateSite, startSenateSite } from './senate-site.js';
import { Visitor } from './visitor.js';

const FIXTURES = fixturesFolder();

describe.skipIf(FIXTURES === null)('the Senate stand-in over a folder of real documents', () => {
  let site: SenateSite;
  let visitor: Visitor;
  beforeAll(async () => {
    site = await startSenateSite({ documents: FIXTURES! });
    visitor = new Visitor(site.url);
    await visitor.agree();
  });
  afterAll(() => site.stop());

  async function listedLinks(): Promise<string[]> {
    const links: string[] = [];
    for (let start = 0; ; start += 100) {
      const { data, recordsFiltered } = await visitor.found({ start: String(start) });
      links.push(...data.map(([, , , link]) => /href="([^"]*)"/.exec(link)![1]!));
      if (start + 100 >= recordsFiltered) return links;
    }
  }

  it('lists its 532 PTRs, each once, and serves them', async () => {
    expect(site.filings).toBe(532);
    expect(site.window).toEqual({ start: '2014-02-11', end: '2026-06-16' });
    const links = await listedLinks();
    expect(links).toHaveLength(532);
    expect(new Set(links).size).toBe(532);
    const unserved: string[] = [];
    for (const link of links) {
      const response = await visitor.get(link);
      const html = await response.text();
      if (response.status !== 200 || !/transactions? total\)|class="filingImage"/.test(html)) unserved.push(link);
    }
    expect(unserved).toEqual([]);
  });

  it('makes the wrappers of paper reports point to its own media host, which has all their pages', async () => {
    const html = await (await visitor.get('/search/view/paper/14607985-10ba-44a3-bd64-9840e003b06e/')).text();
    const pictures = [...html.matchAll(/src="([^"]*\.gif)"/g)].map(([, url]) => url!);
    expect(pictures).toHaveLength(4);
    expect(pictures.every((url) => url.startsWith(`${site.mediaUrl}/media/2025/`))).toBe(true);
    for (const url of [...pictures, `${site.mediaUrl}/media/2025/2/000/000/000000071.gif`]) {
      const response = await fetch(url);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/gif']);
      expect((await response.text()).slice(0, 4)).toBe('GIF8');
    }
    expect((await fetch(`${site.mediaUrl}/media/2025/2/000/000/000000001.gif`)).status).toBe(404);
  });

  it('lists names and titles as the site has them', async () => {
    const { data } = await visitor.found({ last_name: 'doe' });
    expect(data[0]).toEqual([
      'JANE',
      'DOE, ',
      'Senator',
      '<a href="/search/view/paper/14607985-10ba-44a3-bd64-9840e003b06e/" target="_blank">Periodic Transaction Report for 02/03/2025</a>',
      '02/03/2025',
    ]);
    expect((await visitor.found({ filer_types: '[5]' })).recordsFiltered).toBeGreaterThan(50);
  });
});
