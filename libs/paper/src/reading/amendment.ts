import type { Box, GreyImage } from '../image/grey-image.js';
import type { SheetLayout } from '../layout/sheet-layout.js';
import { DARKEST_PAPER } from '../text/ink.js';
import type { ScanReading } from './scan-reading.js';

/**
 * The ink of a tick, as a share of the middle of its box. A box that lies a little off shows its frame there: up to 0.22 in
 * an empty one of 54 scans, always less than two thirds of the ticked one beside it but for one without ticks.
 */
const TICK = 0.06;
const SURE_TICK = 0.25;
const CLEARLY_MORE = 1.4;

/** Whether the report is an amendment. Null value: neither box is ticked. Null: the sheet has no such boxes. */
export function amendmentOf({ headerCells, upright }: SheetLayout): ScanReading['isAmendment'] | null {
  const { initial, amendment } = headerCells;
  if (!amendment) return null;
  const [first, second] = [initial ? darkness(upright, initial) : 0, darkness(upright, amendment)];
  if (!initial) return { value: second > SURE_TICK, confidence: 0.9, box: amendment };
  if (second >= TICK && second > first * CLEARLY_MORE) return { value: true, confidence: 0.97, box: amendment };
  if (first >= TICK && first > second * CLEARLY_MORE) return { value: false, confidence: 0.97, box: amendment };
  // Two full boxes are an amendment to look at.
  return { value: second > SURE_TICK ? true : null, confidence: 0.5, box: amendment };
}

/** Of the middle of a box: its lines are at the border. */
function darkness({ width, pixels }: GreyImage, { left, top, right, bottom }: Box): number {
  const [insetX, insetY] = [(right - left) * 0.25, (bottom - top) * 0.25].map(Math.round) as [number, number];
  let [dark, all] = [0, 0];
  for (let y = Math.round(top) + insetY; y < bottom - insetY; y += 1) {
    for (let x = Math.round(left) + insetX; x < right - insetX; x += 1) {
      all += 1;
      if (pixels[y * width + x]! < DARKEST_PAPER) dark += 1;
    }
  }
  return all === 0 ? 0 : dark / all;
}
