import { addDays, type IsoDate } from '../calendar.js';
import { seatCode } from './member.js';
import { type Filer, seatOf } from './member-filer.js';
import type { IndexedMember, MemberIndex, Span } from './member-index.js';
import { bearersOf } from './member-matching.js';
import { covers, endedLately, isSeat } from './member-places.js';

/** A member whom a reviewer should consider, and why. */
export interface MemberCandidate {
  bioguide: string;
  /**
   * `surname`: has that surname, and sat for the state (Senate: for any) about then. `seat`: held the seat on that day.
   */
  reason: 'surname' | 'seat';
}

/** Where no rule decided, the right member mostly sat within two years of the filing. */
const ABOUT_THEN_DAYS = 730;

/** The members who may have filed an open or ambiguous filing. Unranked; a person must choose. */
export function candidatesFor(index: MemberIndex, filer: Filer): MemberCandidate[] {
  const seat = seatOf(filer.stateDistrict);
  const { filedOn } = filer;
  const reasons = new Map<string, MemberCandidate['reason']>();
  for (const { bioguide } of holdersOf(index, filer)) reasons.set(bioguide, 'seat');
  for (const { member } of bearersOf(index, filer)) {
    const isNear = member.spans.some((span) => (!seat || span.state === seat.state) && isAboutThen(span, filedOn));
    if (isNear) reasons.set(member.bioguide, 'surname');
  }
  return [...reasons].map(([bioguide, reason]) => ({ bioguide, reason }));
}

function holdersOf(index: MemberIndex, { chamber, stateDistrict, filedOn }: Filer): IndexedMember[] {
  const seat = seatOf(stateDistrict);
  if (chamber !== 'house' || !seat || filedOn === null) return [];
  return index
    .inSeat(seatCode(seat.state, seat.district))
    .filter(({ spans }) =>
      spans.some((span) => isSeat(span, seat) && (covers(span, filedOn) || endedLately(span, filedOn))),
    );
}

const isAboutThen = ({ startsOn, endsOn }: Span, day: IsoDate | null): boolean =>
  day === null || (addDays(startsOn, -ABOUT_THEN_DAYS) <= day && day <= addDays(endsOn, ABOUT_THEN_DAYS));
