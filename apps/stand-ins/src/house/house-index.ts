import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { HouseFiling } from './house-filing.js';

type Column = readonly [element: string, heading: string, cell: (filing: HouseFiling) => string];

const COLUMNS: readonly Column[] = [
  ['Prefix', 'Prefix', (filing) => filing.prefix],
  ['Last', 'Last', (filing) => filing.last],
  ['First', 'First', (filing) => filing.first],
  ['Suffix', 'Suffix', (filing) => filing.suffix],
  ['FilingType', 'FilingType', (filing) => filing.filingType],
  ['StateDst', 'StateDst', (filing) => filing.stateDistrict],
  ['Year', 'Year', (filing) => String(filing.year)],
  ['FilingDate', 'FilingDate', (filing) => filing.filingDate],
  ['DocID', 'DocID', (filing) => filing.docId],
];

/** Only 2012 has two more columns, and a blank in one heading of its TSV. */
const COLUMNS_2012: readonly Column[] = [
  ...COLUMNS.slice(0, 7),
  ['FilingYear', 'Filing Year', (filing) => String(filing.disclosureType === 'PTR' ? filing.year : filing.year - 1)],
  ...COLUMNS.slice(7),
  ['DisclosureType', 'DisclosureType', (filing) => filing.disclosureType],
];

const UTF8_BOM = '\uFEFF';
const INDEX_ELEMENT = 'FinancialDisclosure';

/**
 * `{year}FD.zip` as the Clerk builds it: the TSV and the XML, with CRLF; only the XML has a BOM and no final line end.
 * A year without filings has an empty root element.
 */
export function buildIndexZip(year: number, filings: readonly HouseFiling[], modifiedAt: Date): Buffer {
  const columns = year === 2012 ? COLUMNS_2012 : COLUMNS;
  const files = {
    [`${year}FD.txt`]: strToU8(indexTsv(columns, filings)),
    [`${year}FD.xml`]: strToU8(indexXml(columns, filings)),
  };
  return Buffer.from(zipSync(files, { mtime: modifiedAt }));
}

/** The same index as an XML and a TSV with unknown names, as after a relaunch of the site. */
export function withUnknownLayout(zip: Buffer): Buffer {
  const renamed = Object.entries(unzipSync(zip)).map(([name, bytes]) => {
    const text = strFromU8(bytes)
      .replaceAll(/(<\/?)Member\b/g, '$1Report')
      .replaceAll(/(<\/?)DocID\b/g, '$1DocumentNumber')
      .replaceAll(/(<\/?)FilingType\b/g, '$1Form')
      .replace(/FilingType(\t.*)DocID/, 'Form$1DocumentNumber');
    return [name, strToU8(text)] as const;
  });
  return Buffer.from(zipSync(Object.fromEntries(renamed)));
}

function indexTsv(columns: readonly Column[], filings: readonly HouseFiling[]): string {
  const lines = [columns.map(([, heading]) => heading), ...filings.map((filing) => cells(columns, filing))];
  return lines.map((line) => `${line.join('\t')}\r\n`).join('');
}

function indexXml(columns: readonly Column[], filings: readonly HouseFiling[]): string {
  const head = `${UTF8_BOM}<?xml version="1.0" encoding="utf-8"?>\r\n`;
  if (filings.length === 0) return `${head}<${INDEX_ELEMENT} />`;
  const members = filings.map((filing) => memberXml(columns, filing)).join('');
  return `${head}<${INDEX_ELEMENT}>\r\n${members}</${INDEX_ELEMENT}>`;
}

function memberXml(columns: readonly Column[], filing: HouseFiling): string {
  const lines = columns.map(([element, , cell]) => `    ${elementXml(element, cell(filing))}\r\n`);
  return `  <Member>\r\n${lines.join('')}  </Member>\r\n`;
}

const elementXml = (name: string, text: string): string =>
  text === '' ? `<${name} />` : `<${name}>${escapeXml(text)}</${name}>`;

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const cells = (columns: readonly Column[], filing: HouseFiling): string[] => columns.map(([, , cell]) => cell(filing));
