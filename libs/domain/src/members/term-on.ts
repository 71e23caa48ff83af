import type { IsoDate } from '../calendar.js';
import type { Member, MemberTerm } from './member.js';

/** The term on a day, or the last one before it: former members file too. Null if the first one begins later. */
export const termOn = ({ terms }: Pick<Member, 'terms'>, day: IsoDate | null): MemberTerm | null =>
  day === null ? null : (terms.findLast(({ startsOn }) => startsOn <= day) ?? null);
