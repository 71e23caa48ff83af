import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import { expectProblem, type GatewayUnderTest } from '../gateway-under-test.js';
import { HOSTILE, seedAmendment, seedWithdrawal } from './sample-disclosures.js';

interface Link {
  rel: string;
  type: string;
  href: string;
}
interface Entry {
  id: string;
  title: string;
  author: { name: string };
  published: string;
  updated: string;
  link: Link[];
  category: { term: string }[];
  content: { type: string; '#text': string };
}
interface Feed {
  id: string;
  title: string;
  updated: string;
  author: { name: string };
  rights: string;
  link: Link[];
  entry: Entry[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  isArray: (name) => ['entry', 'link', 'category'].includes(name),
  parseTagValue: false,
});
/** RFC 3339, as RFC 4287 wants it. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/;
const ABSOLUTE = /^https?:\/\/[^/]+\//;
// oxlint-disable-next-line no-control-regex -- XML 1.0 forbids these
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

export function describeFeeds(gatewayOf: () => GatewayUnderTest): void {
  async function read(path: string, headers: Record<string, string> = {}): Promise<Feed> {
    const answer = await gatewayOf().inject({ url: `/feeds/${path}`, headers: { host: 'localhost:8080', ...headers } });
    expect(answer.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    expect(XMLValidator.validate(answer.body)).toBe(true);
    expect(answer.body).not.toMatch(NOT_IN_XML);
    const { feed } = parser.parse(answer.body) as { feed: Feed };
    expectRfc4287(feed);
    return { ...feed, entry: feed.entry ?? [] };
  }
  const titles = async (path: string): Promise<string[]> =>
    (await read(path)).entry.map(({ title }) => title).toSorted();

  const paper = 'Hon. Testina Sample: a report on paper, filed 2025-04-25';
  const house = 'Testina Sample: 4 trades, filed 2025-03-20';
  const senate = ['Nadia Nobody: 1 trade, filed 2025-03-25', 'Paula Probe: 2 trades, filed 2025-05-02'];

  it.each([
    ['trades.atom', [paper, ...senate, house].toSorted()],
    ['house.atom', [paper, house]],
    ['senate.atom', senate],
    ['members/S900001.atom', [paper, house]],
    ['tickers/exo.atom', ['Testina Sample: 1 trade, filed 2025-03-20']],
    ['tickers/NO.SUCH.atom', []],
  ])('has %s', async (path, wanted) => {
    expect(await titles(path)).toEqual(wanted);
  });

  it('names itself by the address that it was asked at, without the query', async () => {
    const { link } = await read('senate.atom?utm_source=reader');
    expect(link.map(({ rel, href }) => [rel, href])).toEqual([
      ['self', 'http://localhost:8080/feeds/senate.atom'],
      ['alternate', 'http://localhost:8080/filings?chamber=senate'],
    ]);
  });

  it('links the page for people, the data, the document on its site and the archived one', async () => {
    const [entry] = (await read('tickers/EXO.atom')).entry;
    expect(entry!.link.map(({ rel, type, href }) => [rel, type, href.replace(/[\da-f-]{36,}$/, '…')])).toEqual([
      ['alternate', 'text/html', 'http://localhost:8080/members/S900001'],
      ['alternate', 'application/json', 'http://localhost:8080/api/v1/filings/…'],
      ['via', 'application/pdf', 'https://disclosures.example/ptr-pdfs/29990001.pdf'],
      ['related', 'application/octet-stream', 'http://localhost:8080/api/v1/documents/…'],
    ]);
    const json = new URL(entry!.link[1]!.href).pathname;
    expect(await gatewayOf().ask(json)).toMatchObject({ status: 200, body: { external_id: '29990001' } });
  });

  it('shows the text of a document as text', async () => {
    const { entry } = await read('members/P900001.atom');
    const html = entry[0]!.content['#text'];
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Sons&quot; ]]&gt; \uFFFD');
    expect(html).not.toContain(HOSTILE.slice(0, 8));
  });

  it('tells the owner as it is known, and the legal notice', async () => {
    const { entry, rights } = await read('tickers/EXO.atom');
    expect(entry[0]!.content['#text']).toContain('<td>unknown</td><td>Purchase</td><td>EXO</td>');
    expect(rights).toMatch(/13107\(c\)/);
  });

  it('updates the entry of a filing that another one amends, and puts it first with that one', async () => {
    const before = await read('house.atom');
    await seedAmendment(gatewayOf());
    const after = await read('house.atom');
    const amended = after.entry.find(({ title }) => title.startsWith('Testina Sample: 4 trades'))!;
    const was = before.entry.find(({ id }) => id === amended.id)!;
    expect(amended.title).toBe(`${was.title} (partly amended)`);
    expect(amended.published).toBe(was.published);
    expect(amended.updated > was.updated).toBe(true);
    expect(amended.content['#text']).toMatch(/Amended by <a href="[^"]+">29990002<\/a>, filed 2025-04-20\./);
    expect(after.entry.at(-1)!.title).toBe(paper);
    expect(after.updated).toBe(after.entry[0]!.updated);
  });

  it('says of a withdrawn filing that it is, also in the feed of its ticker', async () => {
    await seedWithdrawal(gatewayOf());
    const wanted = [
      'Testina Sample: 1 trade, filed 2025-04-22 (withdrawn)',
      'Testina Sample: 1 trade, filed 2025-04-23',
    ];
    expect(await titles('tickers/EXW.atom')).toEqual(wanted);
    expect(await titles('members/S900001.atom')).toEqual(expect.arrayContaining(wanted));
    const notes = (await read('tickers/EXW.atom')).entry.map(
      ({ content }) => /<td>([^<]*)<\/td><\/tr><\/table>/.exec(content['#text'])?.[1] ?? '',
    );
    expect(notes.toSorted()).toEqual(['amended or withdrawn', 'takes an earlier row back']);
  });

  it('refuses what is not a ticker or a member', async () => {
    expectProblem(await gatewayOf().ask(`/feeds/tickers/${'x'.repeat(41)}.atom`), 400, /ticker must have 1 to 40/);
    expectProblem(await gatewayOf().ask('/feeds/members/X999999.atom'), 404, /There is no member X999999/);
    expectProblem(await gatewayOf().ask('/feeds/lords.atom'), 404, /There is no GET/);
  });
}

/** Elements that RFC 4287 requires, unique ids, one alternate link of each type, the newest first. */
function expectRfc4287(feed: Feed): void {
  const entries = feed.entry ?? [];
  for (const { id, title, updated, author, link } of [feed, ...entries]) {
    expect(id).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/);
    expect(title.length).toBeGreaterThan(0);
    expect(updated).toMatch(INSTANT);
    expect(author.name.length).toBeGreaterThan(0);
    for (const { href } of link) expect(href).toMatch(ABSOLUTE);
    const alternates = link.filter(({ rel }) => rel === 'alternate').map(({ type }) => type);
    expect(alternates).toEqual([...new Set(alternates)]);
  }
  expect(feed.link.filter(({ rel }) => rel === 'self')).toHaveLength(1);
  const ids = [feed, ...entries].map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  const updated = entries.map((entry) => entry.updated);
  expect(updated).toEqual(updated.toSorted().toReversed());
  for (const { published, content } of entries) {
    expect(published).toMatch(INSTANT);
    expect(content.type).toBe('html');
  }
}
