import { isIsoDate } from '../calendar.js';
import type { Member, MemberTerm } from './member.js';
import { isState } from './member-states.js';

/** Districts are counted from 1, 0 is at large; no state has had more than California's 53. */
const MOST_DISTRICTS = 60;

/** What is wrong with a member, as a predicate such as `has no last name`; null where all is right. */
export function faultOf({ name, terms }: Member): string | null {
  if (!name.last) return 'has no last name';
  if (!name.first) return 'has no first name';
  if (terms.length === 0) return 'has no term';
  for (const term of terms) {
    const fault = faultOfTerm(term);
    if (fault) return `has a term that ${fault}`;
  }
  const starts = new Set(terms.map(({ chamber, startsOn }) => `${chamber} ${startsOn}`));
  return starts.size < terms.length ? 'has two terms that start on the same day' : null;
}

function faultOfTerm({ chamber, state, district, startsOn, endsOn }: MemberTerm): string | null {
  if (chamber !== 'senate' && chamber !== 'house') return `has an unknown chamber (${String(chamber)})`;
  if (!isIsoDate(startsOn) || !isIsoDate(endsOn)) return `has invalid dates (${startsOn} to ${endsOn})`;
  if (startsOn > endsOn) return `ends before it starts (${startsOn} to ${endsOn})`;
  if (!isState(state)) return `has an unknown state (${state})`;
  if (chamber === 'senate') return district === null ? null : 'is in the Senate and has a district';
  const isDistrict = Number.isInteger(district) && Number(district) >= 0 && Number(district) <= MOST_DISTRICTS;
  return isDistrict ? null : `has an invalid district (${String(district)})`;
}
