import type { Box } from '../image/grey-image.js';
import type { Read, RowLayout, SheetLayout } from '../layout/sheet-layout.js';
import { type Colour, outline, type RgbPicture, rgbOf, tint } from './rgb-picture.js';

/** What a box shows: something read surely or doubtfully, or anything else worth seeing. */
export type Tone = 'sure' | 'doubtful' | 'neutral';

export interface TonedBox {
  box: Box;
  tone: Tone;
}

const TONES: Record<Tone, Colour> = { sure: [0, 160, 60], doubtful: [225, 90, 0], neutral: [60, 120, 220] };
const TINTS: Record<Tone, Colour> = { sure: [190, 245, 200], doubtful: [255, 215, 170], neutral: [220, 230, 250] };
/** Marks below this are drawn as doubtful. */
const SURE = 0.99;
/** Pixels of a sheet's longer side for each pixel of a drawn line. */
const SIDE_TO_LINE = 1000;

/**
 * Draws on an upright sheet what was found there: cells in blue, headings in blue throughout, the chosen marks and the
 * form's own boxes in green where they are sure and in orange where they are not.
 * @param boxes more of them, such as the fields that were read
 */
export function drawReading(sheet: SheetLayout, boxes: readonly TonedBox[] = []): RgbPicture {
  const picture = rgbOf(sheet.upright);
  const thickness = Math.max(1, Math.round(Math.max(picture.width, picture.height) / SIDE_TO_LINE));
  const all = [...sheet.rows.flatMap(boxesOf), ...headOf(sheet), ...boxes];
  for (const { box, tone } of all.filter((drawn) => drawn.tone !== 'neutral')) tint(picture, box, TINTS[tone]);
  for (const row of sheet.rows.filter(({ isHeading }) => isHeading)) tint(picture, row.box, TINTS.neutral);
  for (const { box, tone } of all) outline(picture, box, TONES[tone], thickness);
  return picture;
}

function boxesOf({ box, cells, type, amount, isEmpty, isHeading }: RowLayout): TonedBox[] {
  const { owner, asset, tradedOn, notifiedOn } = cells;
  const parts = [box, ...(isHeading ? [asset] : [owner, asset, tradedOn, notifiedOn])].filter((part) => part !== null);
  const drawn = parts.map((part): TonedBox => ({ box: part, tone: 'neutral' }));
  return isEmpty || isHeading ? drawn : [...drawn, toned(type), toned(amount)];
}

const toned = ({ value, confidence, box }: Read<unknown>): TonedBox => ({
  box,
  tone: value !== null && confidence >= SURE ? 'sure' : 'doubtful',
});

function headOf({ headerCells, columns = [] }: SheetLayout): TonedBox[] {
  const labels = columns.flatMap(({ label }) => (label ? [label] : []));
  return [...Object.values(headerCells), ...labels].map((box): TonedBox => ({ box, tone: 'neutral' }));
}
