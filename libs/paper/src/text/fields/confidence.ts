import type { Hand } from './hand.js';

export type ReadField = 'owner' | 'asset_name' | 'date';

/**
 * From a reader's score to the share of such readings that are right: a logistic curve over the score's log-odds.
 *
 * Fitted to 593 dates, 156 owners and 302 assets (House scans read by eye, cells of doubtful reading left out). Fitted
 * without the document that is judged, cells of each tenth of confidence are right as often as it says, within what so
 * few can tell; docs/adr/0019-ocr.md has the table.
 */
interface Curve {
  base: number;
  slope: number;
  /** Added for handwriting, of which the recogniser is too sure. */
  handwritten: number;
}

const CURVES: Record<ReadField, Curve> = {
  date: { base: 1.18, slope: 0.88, handwritten: -0.23 },
  owner: { base: 1.37, slope: 1.54, handwritten: 0 },
  asset_name: { base: 1.74, slope: 0.55, handwritten: -2.9 },
};

/** No more is proven by some hundreds of cells without an error. */
const MOST = 0.998;

/** @param score of a field's reader, from 0 to 1 */
export function confidenceOf(field: ReadField, hand: Hand, score: number): number {
  if (score <= 0) return 0;
  const { base, slope, handwritten } = CURVES[field];
  const bounded = Math.min(0.999, Math.max(0.001, score));
  const odds = base + slope * Math.log(bounded / (1 - bounded)) + (hand === 'handwritten' ? handwritten : 0);
  return Math.min(MOST, 1 / (1 + Math.exp(-odds)));
}
