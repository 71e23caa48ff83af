import { inTiles } from './bitmap.js';
import type { Box, GreyImage, Rotation } from './grey-image.js';

interface Size {
  width: number;
  height: number;
}

/** Turns a picture clockwise. */
export function turn(image: GreyImage, rotation: Rotation): GreyImage {
  const { width, height, pixels } = image;
  if (rotation === 0) return image;
  const turned = new Uint8Array(pixels.length);
  if (rotation === 180) {
    for (let at = 0, last = pixels.length - 1; at <= last; at++) turned[last - at] = pixels[at]!;
    return { width, height, pixels: turned };
  }
  const isRight = rotation === 90;
  inTiles(width, height, (left, top, right, bottom) => {
    for (let x = left; x < right; x++) {
      const row = (isRight ? x : width - 1 - x) * height;
      for (let y = top; y < bottom; y++) turned[row + (isRight ? height - 1 - y : y)] = pixels[y * width + x]!;
    }
  });
  return { width: height, height: width, pixels: turned };
}

/** Where a box of a picture lies once the picture is turned clockwise. */
export function turnBox(box: Box, rotation: Rotation, { width, height }: Size): Box {
  const { left, top, right, bottom } = box;
  if (rotation === 0) return { left, top, right, bottom };
  if (rotation === 180) return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
  if (rotation === 90) return { left: height - bottom, top: left, right: height - top, bottom: right };
  return { left: top, top: width - right, right: bottom, bottom: width - left };
}

/** The rotation that undoes another. */
export const inverse = (rotation: Rotation): Rotation => ((360 - rotation) % 360) as Rotation;
