import { addDays, type IsoDate } from '../calendar.js';
import type { Chamber } from '../filing.js';
import type { Seat } from './member-filer.js';
import type { Span } from './member-index.js';
import { NAME_RULES, type NameRule } from './member-name-rules.js';

/**
 * Former members still file the trades of their time in office: a report is due 45 days after the trade, and extensions
 * and delays come on top. In ten of the House's yearly indexes the last such report was listed 268 days after the term.
 */
export const GRACE_DAYS = 365;

/** Where and when a member must have sat for a filing to be theirs, and which names suffice there. */
export interface Place {
  name: string;
  /** 0 to 1; multiplied with the score of the name. */
  score: number;
  names: readonly NameRule['name'][];
  holds(spans: Span[], seat: Seat | null, filedOn: IsoDate): boolean;
}

const ANY_NAME = NAME_RULES.map(({ name }) => name);
const SURE_NAMES: Place['names'] = ['full-name', 'name', 'nickname'];

export const isSeat = (span: Span, seat: Seat | null): boolean =>
  span.state === seat?.state && span.district === seat.district;
export const covers = ({ startsOn, endsOn }: Span, day: IsoDate): boolean => startsOn <= day && day <= endsOn;
export const endedLately = ({ endsOn }: Span, day: IsoDate): boolean =>
  endsOn < day && day <= addDays(endsOn, GRACE_DAYS);

/** In the order in which they are tried. */
export const PLACES: Record<Chamber, Place[]> = {
  house: [
    // Seat and day almost identify one person, so the name may be looser.
    {
      name: 'district',
      score: 1,
      names: ANY_NAME,
      holds: (spans, seat, day) => spans.some((span) => isSeat(span, seat) && covers(span, day)),
    },
    // Seen for months: the index names the district that the member had, or will have, under another map.
    {
      name: 'other-term',
      score: 0.9,
      names: SURE_NAMES,
      holds: (spans, seat, day) =>
        spans.some((span) => isSeat(span, seat)) &&
        spans.some((span) => span.state === seat?.state && covers(span, day)),
    },
    {
      name: 'former-district',
      score: 0.8,
      names: SURE_NAMES,
      holds: (spans, seat, day) => spans.some((span) => isSeat(span, seat) && endedLately(span, day)),
    },
  ],
  senate: [
    // The Senate's listing names no state, so the name alone must decide among a hundred.
    {
      name: 'senate',
      score: 0.95,
      names: ANY_NAME.filter((name) => name !== 'initial'),
      holds: (spans, _seat, day) => spans.some((span) => covers(span, day)),
    },
    {
      name: 'former-senate',
      score: 0.75,
      names: SURE_NAMES,
      holds: (spans, _seat, day) => spans.some((span) => endedLately(span, day)),
    },
  ],
};
