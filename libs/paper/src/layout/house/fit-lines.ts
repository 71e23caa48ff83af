/** For each pixel along an axis, the line that is there or near. */
export interface LineMap {
  /** From 0 (none) to 1: a whole line, exactly there. */
  strengths: Float32Array;
  /** How far the line's middle is from the pixel. */
  offsets: Float32Array;
}

export interface Fit {
  /** Where 0 of the expected lines is, and the distance from 0 to 1, in pixels. */
  from: number;
  size: number;
  /** Mean strength of the expected lines. */
  score: number;
}

/** @param lines strengths from 0 to 1 by place; the strongest and nearest wins. */
export function lineMap(lines: readonly { at: number; strength: number }[], length: number, reach: number): LineMap {
  const map = { strengths: new Float32Array(length), offsets: new Float32Array(length) };
  for (const { at, strength } of lines) {
    for (let pixel = Math.max(0, Math.ceil(at - reach)); pixel <= at + reach && pixel < length; pixel++) {
      const near = strength * (1 - (0.4 * Math.abs(pixel - at)) / reach);
      if (near <= map.strengths[pixel]!) continue;
      map.strengths[pixel] = near;
      map.offsets[pixel] = at - pixel;
    }
  }
  return map;
}

/**
 * Looks for each expected line where the ones before it lead: a sheet that slips in the scanner is drawn out or pressed
 * together in places, by up to a hundredth of its width.
 */
export function follow({ strengths, offsets }: LineMap, expected: readonly number[], { from, size }: Fit) {
  let [drift, sum] = [0, 0];
  const places = expected.map((line) => {
    const place = from + line * size + drift;
    const pixel = Math.round(place);
    const strength = strengths[pixel] ?? 0;
    sum += strength;
    if (strength === 0) return place;
    drift += offsets[pixel]! * 0.8;
    return pixel + offsets[pixel]!;
  });
  return { places, score: sum / expected.length };
}

/** The candidate with its score; null where it is not above the score that it comes with. Faster than `follow`. */
export function better(map: LineMap, expected: readonly number[], candidate: Fit): Fit | null {
  let [drift, spare] = [0, expected.length * (1 - candidate.score)];
  for (const line of expected) {
    const pixel = Math.round(candidate.from + line * candidate.size + drift);
    const strength = map.strengths[pixel] ?? 0;
    spare -= 1 - strength;
    if (spare <= 0) return null;
    if (strength > 0) drift += map.offsets[pixel]! * 0.8;
  }
  return { ...candidate, score: candidate.score + spare / expected.length };
}
