import { type ListedFiling, parseFilingDate } from '#rotunda/domain';
import { LayoutChanged, UnreadableDocument } from '#rotunda/scraping';
import { XMLParser } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { decodeReferences, withoutCdata } from './xml-references.js';

/** The largest index so far (2012) unpacks to 2 MB; a ZIP that claims to be far larger is not unpacked. */
const MAX_XML_BYTES = 64 * 1024 * 1024;

/** An entry of `{YYYY}FD.xml`, every field as printed. */
interface Member {
  Prefix: string;
  Last: string;
  First: string;
  Suffix: string;
  FilingType: string;
  StateDst: string;
  Year: string;
  FilingDate: string;
  DocID: string;
  /** 2012 only: that index lists PTRs under other filing types. */
  DisclosureType?: string;
}

const REQUIRED = ['Last', 'First', 'FilingType', 'StateDst', 'Year', 'FilingDate', 'DocID'] as const;

const parser = new XMLParser({
  // Codes such as "07" and DocIDs must stay text.
  parseTagValue: false,
  trimValues: true,
  // The parser's own decoder turns "&#38;amp;" into "&", and knows only the five named references.
  processEntities: false,
  tagValueProcessor: (_name, text) => decodeReferences(text).trim(),
  isArray: (name) => name === 'Member',
});

/**
 * Reads a yearly index (`{YYYY}FD.zip` of the House Clerk) and returns its Periodic Transaction Reports: filing type P,
 * and in 2012 disclosure type PTR. Other filings are skipped.
 *
 * @throws UnreadableDocument where the bytes are not a whole ZIP
 * @throws LayoutChanged where the index lacks the elements that we know: then it proves nothing about any filing
 */
export function parseYearlyIndex(zip: Uint8Array, year: number, documentUrl: (path: string) => string): ListedFiling[] {
  return members(unpack(zip, year), year)
    .filter(({ FilingType, DisclosureType }) => FilingType === 'P' || DisclosureType === 'PTR')
    .map((member) => listedFiling(member, documentUrl));
}

function unpack(zip: Uint8Array, year: number): string {
  const name = `${year}FD.xml`;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(zip, { filter: (file) => file.name === name && file.originalSize <= MAX_XML_BYTES });
  } catch (error) {
    throw new UnreadableDocument(`The index of ${year} is not a whole ZIP file.`, { cause: error });
  }
  const xml = files[name];
  if (!xml)
    throw new LayoutChanged(`The index of ${year} has no file ${name}, or it is larger than ${MAX_XML_BYTES} bytes.`);
  return new TextDecoder('utf-8', { ignoreBOM: false }).decode(xml);
}

function members(xml: string, year: number): Member[] {
  const root: unknown = (parser.parse(withoutCdata(xml)) as Record<string, unknown>)['FinancialDisclosure'];
  // A year that has just begun has no members: an empty root element, which the parser returns as an empty text.
  if (root === '') return [];
  const list = isRecord(root) ? root['Member'] : undefined;
  if (!Array.isArray(list)) throw new LayoutChanged(`The index of ${year} has no <Member> elements.`);
  for (const member of list) {
    const missing = REQUIRED.filter((field) => !isRecord(member) || typeof member[field] !== 'string');
    if (missing.length > 0) throw new LayoutChanged(`An entry of the index of ${year} lacks ${missing.join(', ')}.`);
  }
  return list as Member[];
}

function listedFiling(member: Member, documentUrl: (path: string) => string): ListedFiling {
  const filerName = [member.Prefix, member.First, member.Last, member.Suffix].filter(Boolean).join(' ');
  return {
    chamber: 'house',
    externalId: member.DocID,
    filingType: 'ptr',
    titleRaw: `Periodic Transaction Report ${member.Year}`,
    filerNameRaw: filerName,
    officeRaw: member.StateDst,
    stateDistrict: member.StateDst || null,
    filedAtRaw: member.FilingDate,
    filedOn: parseFilingDate(member.FilingDate),
    // The folder is the index's year, which is not always that of the filing date.
    documentUrl: documentUrl(`/public_disc/ptr-pdfs/${member.Year}/${member.DocID}.pdf`),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
