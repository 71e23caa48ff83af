import { addDays, type IsoDate } from '../calendar.js';
import { seatCode } from './member.js';
import { type Filer, seatOf } from './member-filer.js';
import type { IndexedMember, MemberIndex, Span } from './member-index.js';
import { bearersOf } from './member-matching.js';
import { covers, endedLately, isSeat } from './member-places.js';

/** Somebody whom a person who decides should look at, and why. */
export interface MemberCandidate {
  bioguide: string;
  /** `surname`: bears it, and sat for the state (Senate: for any) about then. `seat`: held the seat on that day. */
  reason: 'surname' | 'seat';
}

/** Where no rule decided, the answer is mostly somebody who sat within two years of it. */
const ABOUT_THEN_DAYS = 730;

/** Whom a filing that is open or ambiguous may be of: no ranking, and none of them is taken unasked. */
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
