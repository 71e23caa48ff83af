import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fixturesFolder } from '#rotunda/testing';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseYearlyIndex } from './yearly-index.js';

const fixtures = fixturesFolder();
const url = (path: string): string => `https://clerk.example${path}`;

const MEMBER = `<Member><Prefix>Hon.</Prefix><Last>Example</Last><First>Placeholder</First><Suffix /><FilingType>P</FilingType>
  <StateDst>ZZ01</StateDst><Year>2025</Year><FilingDate>1/3/2026</FilingDate><DocID>29990001</DocID></Member>`;

const zipOf = (xml: string, name = '2025FD.xml'): Uint8Array => zipSync({ [name]: strToU8(xml) });
const indexOf = (members: string): Uint8Array => zipOf(`\uFEFF<FinancialDisclosure>${members}</FinancialDisclosure>`);

describe('parseYearlyIndex', () => {
  it('keeps the fields of a PTR as printed, and uses the folder of the index’s year', () => {
    expect(parseYearlyIndex(indexOf(MEMBER), 2025, url)).toEqual([
      {
        chamber: 'house',
        externalId: '29990001',
        filingType: 'ptr',
        titleRaw: 'Periodic Transaction Report 2025',
        filerNameRaw: 'Hon. Placeholder Example',
        officeRaw: 'ZZ01',
        stateDistrict: 'ZZ01',
        filedAtRaw: '1/3/2026',
        filedOn: '2026-01-03',
        documentUrl: 'https://clerk.example/public_disc/ptr-pdfs/2025/29990001.pdf',
      },
    ]);
  });

  it('skips other filings, and recognises the PTRs of 2012 by their disclosure type', () => {
    const annual = MEMBER.replace('>P<', '>O<');
    const ptrOf2012 = annual.replace('</Member>', '<DisclosureType>PTR</DisclosureType></Member>');
    expect(parseYearlyIndex(indexOf(annual + ptrOf2012), 2025, url)).toHaveLength(1);
  });

  it('keeps a filing with an unreadable date', () => {
    const [filing] = parseYearlyIndex(indexOf(MEMBER.replace('1/3/2026', '31/1/2026')), 2025, url);
    expect(filing).toMatchObject({ filedAtRaw: '31/1/2026', filedOn: null });
  });

  it.each([
    ['Jos&#233; &#x41;nn&#xD;', 'Jos\u00e9 Ann'],
    ['Example &amp; Co &lt;x&gt; &quot;q&quot; &apos;a&apos;', `Example & Co <x> "q" 'a'`],
    ['&#x1F3DB; O&#39;Example', "\u{1F3DB} O'Example"],
    // Decoded once: the result is itself the text of a reference.
    ['&amp;#39; &#38;amp; &#38;#39; &amp;lt;', '&#39; &amp; &#39; &lt;'],
    // No character has these numbers, and XML has no such names.
    ['a&#0;b &#xD800; &#x110000; &#99999999999;', 'a\uFFFDb \uFFFD \uFFFD \uFFFD'],
    ['&eacute; &#xZZ; &; & Co &#39', '&eacute; &#xZZ; &; & Co &#39'],
    ['<![CDATA[A & B &amp; <C>]]> &amp; D', 'A & B &amp; <C> & D'],
  ])('reads the character references of %s', (text, last) => {
    const [filing] = parseYearlyIndex(indexOf(MEMBER.replace('>Example<', `>${text}<`)), 2025, url);
    expect(filing!.filerNameRaw).toBe(`Hon. Placeholder ${last}`);
  });

  it.each(['10/20/0206', '10/20/2206'])('treats %s as an unreadable date: no PTR was filed then', (date) => {
    const [filing] = parseYearlyIndex(indexOf(MEMBER.replace('1/3/2026', date)), 2025, url);
    expect(filing).toMatchObject({ filedAtRaw: date, filedOn: null });
  });

  it('takes only an index without members for empty', () => {
    expect(parseYearlyIndex(indexOf(''), 2025, url)).toEqual([]);
    expect(() => parseYearlyIndex(zipOf('<Disclosures/>'), 2025, url)).toThrow('no <Member> elements');
    expect(() => parseYearlyIndex(indexOf('<Filer/>'), 2025, url)).toThrow('no <Member> elements');
    expect(() => parseYearlyIndex(indexOf(MEMBER.replaceAll('DocID', 'DocId')), 2025, url)).toThrow('lacks DocID');
    expect(() => parseYearlyIndex(zipOf('', 'index.xml'), 2025, url)).toThrow('no file 2025FD.xml');
  });

  it('reports a ZIP that is cut off as unreadable', () => {
    expect(() => parseYearlyIndex(indexOf(MEMBER).slice(0, 100), 2025, url)).toThrow('not a whole ZIP');
  });
});

describe.runIf(fixtures)('the real indexes', () => {
  // Each ZIP has the same list a second time, as tab-separated text: an independent check.
  it.each([2012, 2013, 2015, 2016, 2018, 2020, 2021, 2023, 2025, 2026])('of %i lists its PTRs', async (year) => {
    const zip = await readFile(join(fixtures!, 'house', 'index', `${year}FD.zip`));
    const [head, ...lines] = strFromU8(unzipSync(zip)[`${year}FD.txt`]!).trimEnd().split('\r\n');
    const column = (name: string): number => head!.split('\t').indexOf(name);
    const ptrs = lines
      .map((line) => line.split('\t'))
      .filter((cells) => cells[column('FilingType')] === 'P' || cells[column('DisclosureType')] === 'PTR')
      .map((cells) => [cells[column('DocID')], cells[column('FilingDate')]]);
    const filings = parseYearlyIndex(zip, year, url);
    expect(filings.map(({ externalId, filedAtRaw }) => [externalId, filedAtRaw])).toEqual(ptrs);
    expect(filings.every(({ filedOn }) => filedOn !== null)).toBe(true);
  });
});
