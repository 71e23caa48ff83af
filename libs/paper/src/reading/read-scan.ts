import type { GreyImage } from '../image/grey-image.js';
import { layOut } from '../layout/lay-out.js';
import { continueLists } from '../layout/list/continue-lists.js';
import { continueForms } from './continue-forms.js';
import type { SheetLayout } from '../layout/sheet-layout.js';
import type { TextRecogniser } from '../text/text-recogniser.js';
import type { KnownFiling } from './row-fields.js';
import { classOf, type Hands } from './scan-class.js';
import type { ScanReading } from './scan-reading.js';
import { type SheetReading, sheetReading } from './sheet-reading.js';
import { readSheetTexts } from './sheet-texts.js';

export interface ReadScanOptions extends KnownFiling {
  /** Called once with each sheet when nothing more is read from its picture: the pixels may be let go. */
  onSheet?: (sheet: SheetLayout) => void;
}

/**
 * Reads the sheets of a scanned filing.
 *
 * @param images asked for one after the other, so that only one sheet's pixels need be in memory
 */
export async function readScan(
  images: Iterable<GreyImage> | AsyncIterable<GreyImage>,
  recogniser: TextRecogniser,
  { onSheet, ...known }: ReadScanOptions,
): Promise<ScanReading> {
  const parts: SheetReading[] = [];
  let sheets: SheetLayout[] = [];
  for await (const image of images) {
    sheets = continueForms(continueLists([...sheets, layOut(image)]));
    const sheet = sheets.at(-1)!;
    parts.push(sheetReading(sheet, await readSheetTexts(sheet, recogniser), known, sheets.length));
    onSheet?.(sheet);
  }
  const rows = parts.flatMap((part) => part.rows);
  const nothing = parts.map((part) => part.nothing).find((words) => words !== null) ?? null;
  const all = (part: keyof Hands): number[] => parts.flatMap(({ hands }) => hands[part]);
  const hands = { header: all('header'), assets: all('assets'), dates: all('dates') };
  return {
    class: classOf(sheets, rows.length, hands, nothing !== null),
    sheets,
    rows,
    nothing,
    unclear: parts.flatMap(({ unclear }, index) => (unclear ? [index + 1] : [])),
    filerName: parts.map((part) => part.filerName).find((name) => name !== null) ?? null,
    isAmendment: parts.find((part) => part.isAmendment !== null)?.isAmendment ?? UNKNOWN,
  };
}

const UNKNOWN = { value: null, confidence: 0, box: { left: 0, top: 0, right: 0, bottom: 0 } };
