import { type Chamber, CHAMBERS } from '#rotunda/contracts/light';

/** How many workers of each chamber run. */
export type WorkerCounts = Readonly<Record<Chamber, number>>;

export const ONE_OF_EACH: WorkerCounts = { senate: 1, house: 1 };

/** Each takes some 200 MB, and they share one turn at the chamber's site. */
const MOST = 20;

/** Reads `house=2,senate=1`; a chamber that is left out gets one. Null if it is not such a list. */
export function readWorkerCounts(text: string): WorkerCounts | null {
  const counts = new Map<string, number>();
  for (const part of text.split(',')) {
    const [, chamber, count] = /^\s*([a-z]+)=(\d{1,2})\s*$/.exec(part) ?? [];
    if (chamber === undefined || counts.has(chamber) || Number(count) > MOST) return null;
    counts.set(chamber, Number(count));
  }
  if ([...counts.keys()].some((name) => !CHAMBERS.some((chamber) => chamber === name))) return null;
  return { ...ONE_OF_EACH, ...Object.fromEntries(counts) };
}
