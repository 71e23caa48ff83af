/** A picture of a sheet, as it was scanned. */
export interface GreyImage {
  width: number;
  height: number;
  /** Row by row from the top left; 0 is black, 255 white. */
  pixels: Uint8Array;
}

/** Pixels of one picture; the origin is top left, right and bottom are outside. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The smallest box around some; at least one. */
export const around = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

/** How far a picture must be turned clockwise to be upright, in degrees. */
export type Rotation = 0 | 90 | 180 | 270;
export const ROTATIONS: readonly Rotation[] = [0, 90, 180, 270];

/** A sheet that was turned upright and straightened. All boxes of a reading are pixels of this picture. */
export interface UprightSheet extends GreyImage {
  rotation: Rotation;
  /** Degrees, clockwise, that the upright scan was turned by to make its lines level. */
  skew: number;
  /** The box of the scan itself that a box of this picture came from. */
  toScan: (box: Box) => Box;
}
