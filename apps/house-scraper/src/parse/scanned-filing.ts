import type { IsoDate, ParsedFiling } from '#rotunda/domain';
import type { ScannedFiling } from '#rotunda/scraping';

/** Change it whenever the same scan may give another reading: a reparse is due then, of scans alone. */
export const HOUSE_SCAN_READER_VERSION = 'house-scan/1';

/** A PDF that was recognised as a scan, to be read. */
export const scannedFiling = (
  { externalId, sheets = [] }: Pick<ParsedFiling, 'externalId' | 'sheets'>,
  filedOn: IsoDate | null,
): ScannedFiling => ({ chamber: 'house', externalId, filedOn, sheets, parserVersion: HOUSE_SCAN_READER_VERSION });
