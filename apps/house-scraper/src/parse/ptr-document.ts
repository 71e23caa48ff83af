import { LayoutChangedError, parseFilingDate } from '#rotunda/domain';
import { beginsWithSmallCaps } from './pdf/small-caps.js';
import { joinWrapped, textOf, type TextLine } from './pdf/text-lines.js';

/** What a PTR says outside of its table. */
export interface PtrHeader {
  filingId: string | null;
  filerNameRaw: string | null;
  stateDistrict: string | null;
  /** ISO date of the digital signature. */
  signedOn: string | null;
  /**
   * Whether upper and lower case are scrambled: the older template's fonts name some capitals as small letters ("FILINg
   * STaTUS"), which ones differs by document. It names its small capitals, which the newer template does not.
   */
  isCaseScrambled: boolean;
}

const TITLE = 'Periodic Transaction Report';
const FILING_ID = /^filing id #\s*(\d+)$/i;
const STATE_DISTRICT = /^[A-Z]{2}\d{2}$/;
const SIGNATURE = /^digitally signed:.*?(\d{1,2}\/\d{1,2}\/\d{4})$/i;
/** A signature with a long name wraps to a second line. */
const SIGNATURE_LINES = 3;
const SEEN_CHARACTERS = 160;

/**
 * Reads the text around the table.
 *
 * @throws LayoutChangedError where the form has another title
 */
export function readPtrHeader(lines: readonly TextLine[]): PtrHeader {
  const title = lines.find(({ glyphs }) => beginsWithSmallCaps(glyphs, TITLE));
  if (!title) throw new LayoutChangedError(`This is not a PTR of a known template: ${seen(lines)}`);
  const stateDistrict = valueOf(lines, 'State/District:')?.toUpperCase() ?? null;
  return {
    filingId: filingIdOf(lines),
    filerNameRaw: valueOf(lines, 'Name:'),
    stateDistrict: stateDistrict !== null && STATE_DISTRICT.test(stateDistrict) ? stateDistrict : null,
    signedOn: signedOn(lines),
    isCaseScrambled: !title.glyphs.some(({ char }) => char === '\0'),
  };
}

/** The first words of a document, for an error message. */
export function seen(lines: readonly TextLine[]): string {
  const text = lines
    .map(lineText)
    .join(' / ')
    .replaceAll(/\uFFFD+/g, '…');
  return text === '' ? 'it has no text' : `it begins with "${text.slice(0, SEEN_CHARACTERS)}"`;
}

/**
 * The value beside a bold label of the section "Filer Information". A long value wraps, so the lines below it without a
 * label belong to it.
 */
function valueOf(lines: readonly TextLine[], label: string): string | null {
  const index = lines.findIndex((line) => line.isBold && lineText(line).toLowerCase().startsWith(label.toLowerCase()));
  if (index === -1) return null;
  const first = lines[index]!;
  const below = lines.slice(index + 1);
  const end = below.findIndex(({ isBold }) => isBold);
  const texts = [first, ...below.slice(0, Math.max(end, 0))].map(lineText);
  return joinWrapped([texts[0]!.slice(label.length).trim(), ...texts.slice(1)]) || null;
}

function filingIdOf(lines: readonly TextLine[]): string | null {
  for (const line of lines) {
    const match = FILING_ID.exec(lineText(line));
    if (match) return match[1]!;
  }
  return null;
}

/** The label must be bold, so that a filer's own words are never taken for it. */
function signedOn(lines: readonly TextLine[]): string | null {
  const index = lines.findIndex((line) => line.isBold && lineText(line).toLowerCase().startsWith('digitally signed:'));
  if (index === -1) return null;
  const texts = lines.slice(index, index + SIGNATURE_LINES).map(lineText);
  const attempts = texts.map((_, last) => joinWrapped(texts.slice(0, last + 1)));
  const date = firstMatch(attempts, SIGNATURE);
  return date === null ? null : parseFilingDate(date);
}

function firstMatch(texts: readonly string[], pattern: RegExp): string | null {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match) return match[1]!;
  }
  return null;
}

const lineText = ({ glyphs }: TextLine): string => textOf(glyphs);
