import type { Owner } from '#rotunda/domain';
import { textOf, type Page } from '../page/html-page.js';

/** How many rows the page claims to have. */
export interface RowSummary {
  /** Null where the page does not say, or says it twice. */
  total: number | null;
  byOwner: ReadonlyMap<Owner, number>;
}

const TOTAL = /^\(([\d,]+) transactions? total\)$/i;
const OWNER_COUNT = /^([\d,]+) (Self|Spouse|Joint|Dependent Child)$/i;
const OWNERS = new Map<string, Owner>([
  ['self', 'self'],
  ['spouse', 'spouse'],
  ['joint', 'joint'],
  ['dependent child', 'dependent'],
]);

/** Reads `(5 transactions total)`, `0 Self`, `5 Spouse` and so on, printed above the table. */
export function readRowSummary(page: Page): RowSummary {
  const texts = page('li')
    .toArray()
    .map((element) => textOf(page(element)));
  const totals = texts.flatMap((text) => TOTAL.exec(text)?.[1] ?? []).map(countOf);
  const ownerCounts = texts.flatMap((text) => {
    const parts = OWNER_COUNT.exec(text);
    return parts ? [[OWNERS.get(parts[2]!.toLowerCase())!, countOf(parts[1]!)] as const] : [];
  });
  return { total: totals.length === 1 ? totals[0]! : null, byOwner: new Map(ownerCounts) };
}

const countOf = (text: string): number => Number(text.replaceAll(',', ''));
