import type { Box, GreyImage } from '../src/image/grey-image.js';

/** A white picture to draw small forms on. */
export function canvas(width: number, height: number) {
  const image: GreyImage = { width, height, pixels: new Uint8Array(width * height).fill(255) };
  const fill = ({ left, top, right, bottom }: Box, value = 0): void => {
    for (let y = Math.max(0, top); y < Math.min(height, bottom); y++)
      image.pixels.fill(value, y * width + Math.max(0, left), y * width + Math.min(width, right));
  };
  return {
    image,
    fill,
    /** A line of some thickness, `at` its first row. */
    across: (at: number, left: number, right: number, thick = 2) => fill({ left, right, top: at, bottom: at + thick }),
    down: (at: number, top: number, bottom: number, thick = 2) => fill({ left: at, right: at + thick, top, bottom }),
    /** Two crossed strokes in a box. */
    cross: ({ left, top, right, bottom }: Box, thick = 3): void => {
      const steps = Math.max(right - left, bottom - top) * 2;
      for (let step = 0; step <= steps; step++) {
        const y = Math.round(top + ((bottom - top - thick) * step) / steps);
        for (const share of [step / steps, 1 - step / steps]) {
          const x = Math.round(left + (right - left - thick) * share);
          fill({ left: x, top: y, right: x + thick, bottom: y + thick });
        }
      }
    },
    /** The outline of a box. */
    frame: ({ left, top, right, bottom }: Box, thick = 2): void => {
      fill({ left, top, right, bottom: top + thick });
      fill({ left, top: bottom - thick, right, bottom });
      fill({ left, top, right: left + thick, bottom });
      fill({ left: right - thick, top, right, bottom });
    },
  };
}
