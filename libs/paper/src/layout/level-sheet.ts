import { binarise, binariseAt, histogramOf, isBilevel } from '../image/binarise.js';
import type { Bitmap } from '../image/bitmap.js';
import type { GreyImage, Rotation, UprightSheet } from '../image/grey-image.js';
import { findRules, type Rules } from '../image/rules.js';
import { skewOf } from '../image/skew.js';
import { turn } from '../image/turn.js';
import { turnRules } from '../image/turn-rules.js';
import { type LevelScan, levelled, uprightSheet } from '../image/upright.js';

/** A scan whose lines are level, any way up. */
export interface LevelSheet {
  scan: LevelScan;
  bitmap: Bitmap;
  rules: Rules;
  /** Pixels of its longer side. */
  side: number;
}

/** A sheet the right way up. */
export interface TurnedSheet {
  upright: UprightSheet;
  bitmap: Bitmap;
  rules: Rules;
}

/** Straightens a scan by its own lines. */
export function levelSheet(image: GreyImage): LevelSheet {
  const first = binarise(image);
  const rules = findRules(first);
  const scan = levelled(image, skewOf(rules, image));
  const side = Math.max(image.width, image.height);
  if (scan.turnedBy === 0) return { scan, bitmap: first, rules, side };
  const bitmap = isBilevel(histogramOf(image)) ? binariseAt(scan, 128) : binarise(scan);
  return { scan, bitmap, rules: findRules(bitmap), side };
}

export function turnSheet({ scan, bitmap, rules }: LevelSheet, rotation: Rotation): TurnedSheet {
  const { width, height, pixels } = turn({ ...bitmap, pixels: bitmap.ink }, rotation);
  return {
    upright: uprightSheet(scan, rotation),
    bitmap: { width, height, ink: pixels },
    rules: turnRules(rules, rotation, scan),
  };
}
