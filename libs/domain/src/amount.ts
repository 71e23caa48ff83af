/** US dollars. `max` is null for an open-ended band, which has `over` set. */
export interface Amount {
  min: number;
  max: number | null;
  over: boolean;
}

const DOLLARS = String.raw`\$\s*([\d,]+(?:\.\d{2})?)`;
const BAND = new RegExp(`^${DOLLARS}\\s*-\\s*${DOLLARS}$`);
const OVER = new RegExp(`^(?:Spouse/DC\\s+)?Over\\s+${DOLLARS}$`, 'i');
const EXACT = new RegExp(`^${DOLLARS}$`);

/**
 * The value bands of the form (5 U.S.C. § 13104(d)), by lower bound. A band with other bounds is parsed too;
 * `isKnownBand` is then false, so that someone looks at it.
 */
const BAND_MAXIMUM = new Map([
  [1, 1_000],
  [1_001, 15_000],
  [15_001, 50_000],
  [50_001, 100_000],
  [100_001, 250_000],
  [250_001, 500_000],
  [500_001, 1_000_000],
  [1_000_001, 5_000_000],
  [5_000_001, 25_000_000],
  [25_000_001, 50_000_000],
]);
const OPEN_BANDS = new Set([1_000_000, 50_000_000]);

/** Reads `$1,001 - $15,000`, `Over $50,000,000`, `Spouse/DC Over $1,000,000` and `$509.87`; null for anything else. */
export function parseAmount(raw: string): Amount | null {
  const text = raw.replace(/\s+/g, ' ').trim();
  const band = BAND.exec(text);
  if (band) return { min: dollars(band[1]!), max: dollars(band[2]!), over: false };
  const over = OVER.exec(text);
  if (over) return { min: dollars(over[1]!), max: null, over: true };
  const exact = EXACT.exec(text);
  if (exact) return { min: dollars(exact[1]!), max: dollars(exact[1]!), over: false };
  return null;
}

/** Whether the form offers this band; exact sums always pass. */
export function isKnownBand({ min, max, over }: Amount): boolean {
  if (over) return OPEN_BANDS.has(min);
  return min === max || BAND_MAXIMUM.get(min) === max;
}

const dollars = (text: string): number => Number(text.replaceAll(',', ''));
