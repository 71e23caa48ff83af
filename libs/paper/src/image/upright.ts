import { type Box, type GreyImage, type Rotation, type UprightSheet } from './grey-image.js';
import { skewBox, straighten } from './skew.js';
import { inverse, turn, turnBox } from './turn.js';

/** A smaller skew moves no line of a sheet by a whole pixel over a cell, and turning blurs the letters. */
export const SMALLEST_SKEW = 0.04;

/** A scan with level lines, not turned yet. */
export interface LevelScan extends GreyImage {
  /** Degrees clockwise that the scan was turned by. */
  turnedBy: number;
}

/** @param skew how far clockwise the scan's lines lean, in degrees */
export function levelled(scan: GreyImage, skew: number): LevelScan {
  if (Math.abs(skew) < SMALLEST_SKEW) return { ...scan, turnedBy: 0 };
  return { ...straighten(scan, -skew), turnedBy: -skew };
}

/** Turns a level scan upright; its boxes keep their way back to the scan. */
export function uprightSheet(level: LevelScan, rotation: Rotation): UprightSheet {
  const { turnedBy } = level;
  const turned = turn(level, rotation);
  const toScan = (box: Box): Box => skewBox(turnBox(box, inverse(rotation), turned), turnedBy, level);
  return { ...turned, rotation, skew: turnedBy, toScan };
}
