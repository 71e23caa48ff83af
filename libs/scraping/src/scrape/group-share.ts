import type { Chamber, ScrapeCommand } from '#rotunda/contracts';
import { type DateWindow, isWithin } from '#rotunda/domain';
import type { FilingRecord } from '#rotunda/persistence';
import { planOfGroup, type RunningTask } from '#rotunda/tasks';

/** What decides whose a filing is; both are the same for each attempt of each child. */
type Known = Pick<FilingRecord, 'filedOn' | 'firstTaskId'>;

/**
 * Which filings of a chamber a scrape has to do, and counts in its result. A scrape of its own takes all that is
 * unfinished. The children of a group share the chamber, side by side or one after a killed one, so each filing belongs
 * to exactly one of them: a child that took up what its sibling had left unfinished would count filings that the
 * sibling's next attempt counts again.
 */
export interface Share {
  /** A filing that the site lists. */
  listed: (filing: Known) => boolean;
  /** A filing that the chamber has not settled, listed or not. */
  unfinished: (filing: Known) => boolean;
}

const EVERYTHING: Share = { listed: () => true, unfinished: () => true };

export function shareOf(
  chamber: Chamber,
  { id, args }: Pick<RunningTask<ScrapeCommand>, 'id' | 'args'>,
  window: DateWindow,
): Share {
  if (!args.group) return EVERYTHING;
  const children = planOfGroup(args.group, 'scrape')?.filter((child) => child.chamber === chamber) ?? [];
  // A group that somebody made by hand does not say what the others do: this one keeps to its own days.
  if (!children.some((child) => child.id === id)) return { ...EVERYTHING, unfinished: isFiledIn(window) };
  if (children.length === 1) return EVERYTHING;
  const parts = children.map((child) => ({ id: child.id, isItsDay: isFiledIn(windowOfPart(child.args)) }));
  const isMine = (filing: Known): boolean => ownerOf(filing, parts) === id;
  return { listed: isMine, unfinished: isMine };
}

interface Part {
  id: string;
  isItsDay: (filing: Known) => boolean;
}

/**
 * The child that entered it, which also decides where two listings have it: that of a date that can't be read, and what
 * `include_unknown` brings. What was there before the group is its whose days it was filed in, and the first child's
 * where it was filed in none, or nobody knows when.
 */
const ownerOf = (filing: Known, parts: Part[]): string =>
  (parts.find(({ id }) => id === filing.firstTaskId) ?? parts.find(({ isItsDay }) => isItsDay(filing)) ?? parts[0]!).id;

const isFiledIn =
  (window: DateWindow) =>
  ({ filedOn }: Known): boolean =>
    filedOn !== null && isWithin(filedOn, window);

/** A part of a longer window has both dates. */
const windowOfPart = ({ start_date, end_date }: Record<string, unknown>): DateWindow => ({
  start: String(start_date),
  end: String(end_date),
});
