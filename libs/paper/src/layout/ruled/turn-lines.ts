import type { Rotation } from '../../image/grey-image.js';
import type { SheetLines, TracedLine } from './traced-line.js';

/** The lines as they are once the picture is turned clockwise. */
export function turnLines({ level, plumb, width, height }: SheetLines, rotation: Rotation): SheetLines {
  const [lastX, lastY] = [width - 1, height - 1];
  const size = rotation % 180 === 0 ? { width, height } : { width: height, height: width };
  if (rotation === 90) {
    return {
      level: plumb.map((line) => backwards(line, lastY)),
      plumb: level.map((line) => mirrored(line, lastY)),
      ...size,
    };
  }
  if (rotation === 270) {
    return {
      level: plumb.map((line) => mirrored(line, lastX)),
      plumb: level.map((line) => backwards(line, lastX)),
      ...size,
    };
  }
  if (rotation === 180) {
    return {
      level: level.map((line) => mirrored(backwards(line, lastX), lastY)),
      plumb: plumb.map((line) => mirrored(backwards(line, lastY), lastX)),
      ...size,
    };
  }
  return { level, plumb, ...size };
}

/** Begins where it ended. */
const backwards = (line: TracedLine, last: number): TracedLine => ({
  ...line,
  from: last + 1 - line.to,
  to: last + 1 - line.from,
  at: (along) => line.at(last - along),
});

/** Lies as far from the other edge of the picture. */
const mirrored = (line: TracedLine, last: number): TracedLine => ({ ...line, at: (along) => last - line.at(along) });
