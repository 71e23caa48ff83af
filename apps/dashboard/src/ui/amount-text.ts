const DOLLARS = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

interface Amount {
  amount_min: number | null;
  amount_max: number | null;
  amount_over: boolean;
}

/** A band of the form: `$1,001 – $15,000`, `Over $50,000,000`; an exact sum where the filer gave one. */
export function amountText({ amount_min: min, amount_max: max, amount_over: isOver }: Amount): string | null {
  if (min === null) return max === null ? null : `Up to ${DOLLARS.format(max)}`;
  if (isOver || max === null) return `Over ${DOLLARS.format(min)}`;
  return min === max ? DOLLARS.format(min) : `${DOLLARS.format(min)} – ${DOLLARS.format(max)}`;
}
