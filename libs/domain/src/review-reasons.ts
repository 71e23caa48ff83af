import type { ParsedTransaction } from './transaction.js';

const NAMED_ROWS = 10;

/**
 * Why a person should look at rows that have one of these flags, a sentence for each flag.
 *
 * @param meanings flag → what the rows have, e.g. `an unknown owner`
 */
export function flagReasons(
  transactions: readonly ParsedTransaction[],
  meanings: ReadonlyMap<string, string>,
): string[] {
  return [...meanings].flatMap(([flag, meaning]) => {
    const flagged = transactions.filter(({ qualityFlags }) => qualityFlags.includes(flag));
    return flagged.length > 0 ? [`${rowsText(flagged.map(({ ordinal }) => ordinal))} ${meaning}.`] : [];
  });
}

function rowsText(ordinals: readonly number[]): string {
  if (ordinals.length === 1) return `Row ${ordinals[0]} has`;
  const named = ordinals.slice(0, NAMED_ROWS).join(', ');
  return `Rows ${named}${ordinals.length > NAMED_ROWS ? ` and ${ordinals.length - NAMED_ROWS} more` : ''} have`;
}
