import type { ParsedFiling } from '#rotunda/domain';
import { describe, expect, it } from 'vitest';
import { parsePtr } from '../../../house-scraper/src/parse/parse-ptr.js';
import { readPdf } from '../../../house-scraper/src/parse/pdf/pdf-text.js';
import { lowerCase, rowRead } from '../../test/house-rows.js';
import type { PtrFacts, PtrRowFacts } from './pdf/ptr-facts.js';
import { readHouseFacts } from './read-facts.js';
import { renderPtr } from './render-ptr.js';
import { renderScan, renderUnreadableScan } from './scan/render-scan.js';

const { documents } = await readHouseFacts();
const ptrs = [...documents.values()].flatMap((facts) => (facts.form === 'ptr' ? [facts.ptr] : []));
const ptr = (docId: string): PtrFacts => ptrs.find((facts) => facts.docId === docId)!;

const rowsRead = ({ transactions }: ParsedFiling): PtrRowFacts[] => transactions.map(rowRead);

async function textOf(pdf: Buffer): Promise<string> {
  const pages = await readPdf(pdf);
  return pages.map(({ glyphs }) => glyphs.map(({ char }) => char).join('')).join('');
}

describe('renderPtr', () => {
  it('prints every newer filing of the facts so that it parses exactly as written', async () => {
    const newer = ptrs.filter(({ template }) => template === 'newer');
    expect(newer.length).toBeGreaterThan(50);
    for (const facts of newer) {
      const read = await parsePtr(await renderPtr(facts));
      expect(rowsRead(read), facts.docId).toEqual(facts.rows);
      expect(read).toMatchObject({ externalId: facts.docId, filerNameRaw: facts.filerName, reviewReasons: [] });
    }
  });

  it('prints every older filing of the facts so that it parses as written except for the case', async () => {
    const older = ptrs.filter(({ template }) => template === 'older');
    expect(older.length).toBeGreaterThan(20);
    for (const facts of older) {
      const read = await parsePtr(await renderPtr(facts));
      expect(lowerCase(rowsRead(read)), facts.docId).toEqual(lowerCase(facts.rows));
      expect(read).toMatchObject({ externalId: facts.docId, format: 'electronic', qualityFlags: ['case_scrambled'] });
    }
  });

  it('loses the small capitals of the newer form', async () => {
    const text = await textOf(await renderPtr(ptr('29990006')));
    expect(text).toContain(`P${'\0'.repeat(7)} T${'\0'.repeat(10)} R${'\0'.repeat(5)}`);
    expect(text).toContain(`F${'\0'.repeat(5)} S${'\0'.repeat(5)}: New`);
  });

  it('scrambles the case of the older form as the real documents do', async () => {
    // As PDFium reads the real 20007507: the last "A" of its regular font is one of "Status", its last "I" a capital.
    const text = await textOf(await renderPtr(ptr('20007507')));
    for (const words of ['FIlINg STaTuS: New', 'SubHOlDINg OF: Charles Schwab', 'amazon.com, Inc. (aMZN)', 'Ca14']) {
      expect(text).toContain(words);
    }
    // And the real 20018393, which prints the sentence on the STOCK Act after its last "Status".
    expect(await textOf(await renderPtr(ptr('20018393')))).toContain('STATuS: New');
  });

  it('draws boxes as the forms do: a stroke of three points in the newer one, Marlett in the older one', async () => {
    const ticksOf = async (facts: PtrFacts): Promise<number> =>
      (await readPdf(await renderPtr(facts)))
        .flatMap(({ polylines }) => polylines)
        .filter(({ segmentCount, left, right }) => segmentCount === 3 && right - left > 6 && left > 500).length;
    const ticked = ptr('29990005').rows.filter(({ capGainsOver200 }) => capGainsOver200 === true).length;
    expect(await ticksOf(ptr('29990005'))).toBe(ticked);
    const older = await readPdf(await renderPtr(ptr('29990003')));
    const symbols = older.flatMap(({ glyphs }) => glyphs).filter(({ font }) => font.endsWith('+Marlett'));
    expect(symbols.map(({ char }) => char).join('')).toContain('gfedcbgfedcgfedcb');
  });

  it('splits a row at the end of a page, and reprints the table header inside it', async () => {
    const pages = await readPdf(await renderPtr(ptr('29990004')));
    const [, second, third] = pages.map(({ glyphs }) => glyphs.map(({ char }) => char).join(''));
    // The eighth row has its date on the second page, the end of its asset and all its lines below on the third.
    expect(second).toContain('04/08/2021');
    expect(second).not.toContain('Series 8');
    expect(third).toContain('Series 8');
    for (const { glyphs } of pages.slice(0, 3)) {
      expect(glyphs.map(({ char }) => char).join('')).toContain('Cap.Gains >$200?');
    }
  });

  it('encrypts with RC4 and an empty user password, and gives the same bytes for the same facts', async () => {
    const [first, second] = [await renderPtr(ptr('29990001')), await renderPtr(ptr('29990001'))];
    expect(first.equals(second)).toBe(true);
    expect(first.toString('latin1')).toMatch(/\/Filter \/Standard[\s\S]*\/V 2\b/);
    expect(first.toString('latin1').startsWith('%PDF-1.4')).toBe(true);
  });
});

it('draws scans as pictures without text', async () => {
  const facts = documents.get('8218082');
  if (facts?.form !== 'paper' || facts.paper === null) throw new Error('8218082 has no facts');
  for (const scan of [await renderScan(facts.paper), await renderUnreadableScan('9106294', 2)]) {
    const pages = await readPdf(scan);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.flatMap(({ glyphs }) => glyphs)).toEqual([]);
    expect(await parsePtr(scan)).toMatchObject({ format: 'paper' });
  }
});
