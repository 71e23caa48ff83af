import type { ParsedFiling } from '#rotunda/domain';
import { drawReading, type GreyImage, readScan, type SheetLayout, type TextRecogniser } from '#rotunda/paper';
import { filingOfScan, type ReadSheet, type ScannedFiling } from './paper-filing.js';
import { colourPng, sheetPng } from './sheet-png.js';

/** A sheet's picture, decoded. */
export interface SheetPicture extends Pick<ReadSheet, 'toPoints'> {
  image: GreyImage;
}

/** How a scan is read. */
export interface ReadingOptions {
  /** Once it is over, no further sheet is begun. */
  timeMs: number;
  /** Sheets from the first. */
  sheets: number;
  /** Whether to draw what is found on each sheet. */
  isDrawn: boolean;
}

/** What a thread returns. */
export interface PaperAnswer {
  filing: ParsedFiling;
  /** A PNG of each sheet with what was found on it; empty where it is not asked for. */
  drawings: Uint8Array[];
}

/**
 * Reads a scanned filing, sheet by sheet, in a worker thread: it computes for seconds. What was read when the limits end
 * it is kept; the filing then says so.
 *
 * @param pictures in order; each is decoded when it is asked for, so that one at a time is in memory
 * @param onSheet called before each sheet, with its page
 */
export async function readPaper(
  scan: ScannedFiling,
  pictures: Iterable<SheetPicture>,
  recogniser: TextRecogniser,
  options: ReadingOptions,
  onSheet: (page: number) => void,
): Promise<PaperAnswer> {
  const read: ReadSheet[] = [];
  const drawings: Uint8Array[] = [];
  const until = performance.now() + options.timeMs;
  const begun: SheetPicture['toPoints'][] = [];
  function* images(): Generator<GreyImage> {
    const sheets = pictures[Symbol.iterator]();
    while (begun.length < options.sheets && performance.now() < until) {
      onSheet(begun.length + 1);
      const next = sheets.next();
      if (next.done) return;
      begun.push(next.value.toPoints);
      yield next.value.image;
    }
  }
  const done = (sheet: SheetLayout): void => {
    const { upright } = sheet;
    if (options.isDrawn) drawings.push(colourPng(drawReading(sheet)));
    read.push({ picture: sheetPng(upright), toPoints: begun[read.length]! });
    // A sheet has 4 to 15 MB of pixels, a filing up to hundreds of sheets.
    upright.pixels = new Uint8Array();
  };
  const reading = await readScan(images(), recogniser, { chamber: scan.chamber, filedOn: scan.filedOn, onSheet: done });
  return { filing: filingOfScan(scan, reading, read), drawings };
}
