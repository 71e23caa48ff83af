import { describe, expect, it } from 'vitest';
import { LayoutChangedError } from '#rotunda/domain';
import type { Glyph } from './pdf/pdf-glyphs.js';
import { readPtrHeader } from './ptr-document.js';
import { linesOf, type TextLine } from './pdf/text-lines.js';

const TITLE = 'P\0\0\0\0\0\0\0 T\0\0\0\0\0\0\0\0\0\0 R\0\0\0\0\0';

describe('readPtrHeader', () => {
  it('reads id, filer, district and signature', () => {
    const lines = linesOfText([
      ['Filing ID #20000001'],
      [TITLE, 'Bold'],
      ['Name:', 'Bold'],
      ['Status:', 'Bold'],
      ['State/District:zz01', 'Bold'],
      ['Digitally Signed: Hon. Example Filer , 3/8/2017', 'Bold'],
    ]);
    lines[2]!.glyphs.push(...glyphsOf('Hon. Example Filer', 99, 0));
    expect(readPtrHeader(lines)).toEqual({
      filingId: '20000001',
      filerNameRaw: 'Hon. Example Filer',
      stateDistrict: 'ZZ01',
      signedOn: '2017-03-08',
      isCaseScrambled: false,
    });
  });

  it('reads a name and a signature that wrap', () => {
    const lines = linesOfText([
      [TITLE, 'Bold'],
      ['Name: Hon. Example', 'Bold'],
      ['Filer the Third'],
      ['Status:', 'Bold'],
      ['Digitally Signed: Hon. Example', 'Bold'],
      ['Filer the Third , 11/10/2025'],
    ]);
    expect(readPtrHeader(lines)).toMatchObject({
      filerNameRaw: 'Hon. Example Filer the Third',
      signedOn: '2025-11-10',
      filingId: null,
      stateDistrict: null,
    });
  });

  it('rejects a form with another title, and quotes its beginning', () => {
    const lines = linesOfText([['Filing ID #10000001'], ['F\0\0\0\0\0\0\0\0 D\0\0\0\0\0\0\0\0\0 R\0\0\0\0\0', 'Bold']]);
    const refusal = new LayoutChangedError(
      'This is not a PTR of a known template: it begins with "Filing ID #10000001 / F… D… R…"',
    );
    expect(() => readPtrHeader(lines)).toThrow(refusal);
  });
});

/** Lines of a page, from the top down. */
function linesOfText(lines: [text: string, font?: string][]): TextLine[] {
  const glyphs = lines.flatMap(([text, font], index) => glyphsOf(text, 22, 700 - index * 16, font));
  return linesOf({ number: 1, glyphs, polylines: [], isImage: false });
}

const glyphsOf = (text: string, start: number, baseline: number, font = 'Georgia'): Glyph[] =>
  text.split('').map((char, index) => {
    const left = start + index * 5;
    return { char, left, right: left + 5, bottom: baseline - 3, top: baseline + 9, baseline, inkTop: null, font };
  });
