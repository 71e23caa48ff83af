import type { Chamber, ScrapeCommand } from '#rotunda/contracts';
import { type DateWindow, isWithin } from '#rotunda/domain';
import type { FilingRecord } from '#rotunda/persistence';
import { planOfGroup, type RunningTask } from '#rotunda/tasks';

/** What decides which child does a filing; the same for each attempt of each child. */
type Known = Pick<FilingRecord, 'filedOn' | 'firstTaskId'>;

/**
 * Which filings of a chamber a scrape must do and count in its result. A scrape without a group may take
 * everything unfinished (`ownFirst`). The children of a group share the chamber, in parallel or one after a killed one, so each filing belongs
 * to exactly one of them. If a child did what its sibling left unfinished, both it and the sibling's next attempt would
 * count the same filings.
 */
export interface Share {
  /** Whether this scrape does a filing that the site lists. */
  listed: (filing: Known) => boolean;
  /** Whether it does a filing that the chamber has not settled, listed or not. */
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
  // A group made by hand does not tell what the other children do, so this one keeps to its own days.
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
 * The child that first stored the filing. This also decides where two listings have it: filings with an unreadable
 * date, and those that `include_unknown` adds. A filing that was there before the group belongs to the child of its
 * filing date, or to the first child where there is no such child or no date.
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
