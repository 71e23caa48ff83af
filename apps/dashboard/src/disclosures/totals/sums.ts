import type { Schema } from '../../api/types.js';
import { plural } from '../../ui/text.js';

type Sums = Schema<'TradeSumsView'>;

const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

/** What some bands come to: `$2,002 – $30,000`, `over $50,000,000`; never a number between the two. */
export function boundsText({ trades, amount_min, amount_max, open_ended, unknown_amounts }: Sums): string {
  if (trades === 0) return 'none';
  if (trades === unknown_amounts) return 'unknown';
  if (open_ended > 0) return `over ${DOLLARS.format(amount_min)}`;
  const text = amount_min === amount_max ? DOLLARS.format(amount_min) : bandText(amount_min, amount_max);
  return unknown_amounts > 0 ? `${text}, and what is unknown` : text;
}

const bandText = (least: number, most: number): string => `${DOLLARS.format(least)} – ${DOLLARS.format(most)}`;

/** What the bounds lack. */
export function lackText({ open_ended, unknown_amounts }: Sums): string | null {
  const lacks = [
    ...(open_ended > 0 ? [`${plural(open_ended, 'trade')} without an upper end`] : []),
    ...(unknown_amounts > 0 ? [`${plural(unknown_amounts, 'trade')} of an unknown amount`] : []),
  ];
  return lacks.length > 0 ? lacks.join(', ') : null;
}
