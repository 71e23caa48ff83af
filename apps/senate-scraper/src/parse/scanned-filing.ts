import type { IsoDate, ParsedFiling } from '#rotunda/domain';
import type { FilingDocument, ScannedFiling } from '#rotunda/scraping';

/** Change it whenever the same pictures may give another reading: a reparse is due then, of paper alone. */
export const SENATE_SCAN_READER_VERSION = 'senate-scan/1';

/** A paper report whose pictures are there, to be read. */
export const scannedFiling = (
  { externalId, sheets = [] }: Pick<ParsedFiling, 'externalId' | 'sheets'>,
  filedOn: IsoDate | null,
): ScannedFiling => ({ chamber: 'senate', externalId, filedOn, sheets, parserVersion: SENATE_SCAN_READER_VERSION });

/** The pictures of all sheets; null where one is missing: a part of a report is not read. */
export function picturesInOrder(
  { sheets = [] }: Pick<ParsedFiling, 'sheets'>,
  { attachments = [] }: Pick<FilingDocument, 'attachments'>,
): Uint8Array[] | null {
  const pictures = sheets.map(({ url }) => attachments.find((picture) => picture.url === url)?.bytes);
  return pictures.every((bytes) => bytes !== undefined) ? pictures : null;
}
