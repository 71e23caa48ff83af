import { type Bitmap, InkCounts } from '../../image/bitmap.js';
import { despeckle } from '../../image/components.js';
import type { Box } from '../../image/grey-image.js';

/** Pixels of ink of the smallest typed mark, or of two small letters, on a sheet of 200 dots an inch. */
const LEAST_MARK = 16;
/** Smaller pieces of ink are specks. */
const SPECK = 5;
/** Pixels of a cell beside its lines that may be theirs. */
const EDGE = 2;
/** A cell with more ink is blacked out. */
const BLACK = 0.6;
/** The first pixels of a cell that are dark over this share of its side are a line's. */
const LINE = 0.6;
/** A line reaches this far into a cell at most. */
const THICK = 0.4;
/** Longer side of a sheet of 200 dots an inch. */
const SIDE = 2200;
/** Below 120 dots an inch a mark is a blot of any shape. */
const SMALLEST_SCALE = 0.6;

/** What is in the cells of a table. */
export class CellInk {
  private readonly counts: InkCounts;
  /** Pixels of ink that count as something written. */
  readonly least: number;
  private readonly edge: number;

  constructor(bitmap: Bitmap) {
    const scale = Math.max(SMALLEST_SCALE, Math.max(bitmap.width, bitmap.height) / SIDE);
    this.least = LEAST_MARK * scale ** 2;
    this.edge = EDGE * scale;
    this.counts = new InkCounts(despeckle(bitmap, SPECK * scale ** 2));
  }

  in(box: Box): number {
    return this.counts.in(box);
  }

  /** Ink away from the lines around a cell: where a line slipped, a pixel or two of it lie inside. */
  ofMark({ left, top, right, bottom }: Box): number {
    const edge = this.edge;
    return this.counts.in({ left: left + edge, top: top + edge, right: right - edge, bottom: bottom - edge });
  }

  /** Ink away from the lines above and below: these wander into a wide cell. */
  inCore(box: Box): number {
    const edge = (box.bottom - box.top) * 0.2;
    return this.counts.in({ ...box, top: box.top + edge, bottom: box.bottom - edge });
  }

  isBlack(box: Box): boolean {
    const area = (box.right - box.left) * (box.bottom - box.top);
    return area > 0 && this.in(box) > BLACK * area;
  }

  isWritten(box: Box): boolean {
    return this.inCore(box) >= this.least && !this.isBlack(box);
  }

  /** Without what is left of the lines above and below. */
  trim(box: Box): Box {
    const { width, height } = sizeOf(box);
    let { top, bottom } = box;
    const isLine = (at: number): boolean => this.in({ ...box, top: at, bottom: at + 1 }) > LINE * width;
    while (top < box.top + THICK * height && isLine(top)) top++;
    while (bottom > box.bottom - THICK * height && isLine(bottom - 1)) bottom--;
    return { ...box, top, bottom };
  }

  /** Without what is left of the lines around it. For marks alone: the stem of a letter may look like a line. */
  trimAround(box: Box): Box {
    const { width, height } = sizeOf(box);
    let { left, right } = box;
    const isLine = (at: number): boolean => this.in({ ...box, left: at, right: at + 1 }) > LINE * height;
    while (left < box.left + THICK * width && isLine(left)) left++;
    while (right > box.right - THICK * width && isLine(right - 1)) right--;
    return this.trim({ ...box, left, right });
  }
}

const sizeOf = ({ left, top, right, bottom }: Box): { width: number; height: number } => ({
  width: right - left,
  height: bottom - top,
});
