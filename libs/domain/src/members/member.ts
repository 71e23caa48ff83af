import type { IsoDate } from '../calendar.js';
import type { Chamber } from '../filing.js';

/** A member's id in the Biographical Directory of Congress, e.g. `R000575`: the key that all public data share. */
const BIOGUIDE = /^[A-Z]\d{6}$/;

export interface MemberName {
  first: string;
  middle: string | null;
  last: string;
  suffix: string | null;
  nickname: string | null;
  /** The name as the member writes it: `Earl L. "Buddy" Carter`. */
  officialFull: string | null;
}

/** The parts of a former name that differ: `{ last: 'Bono' }`. */
export interface OtherName {
  first?: string;
  middle?: string;
  last?: string;
}

/** One term of office. Both days are part of it; a member who left early may keep the planned end. */
export interface MemberTerm {
  chamber: Chamber;
  /** Postal code, including the six that send delegates: `DC`, `PR`, … */
  state: string;
  /** House only; 0 for an at-large seat. */
  district: number | null;
  party: string | null;
  startsOn: IsoDate;
  endsOn: IsoDate;
}

export interface Member {
  bioguide: string;
  name: MemberName;
  otherNames: OtherName[];
  /** The earliest first; at least one. */
  terms: MemberTerm[];
}

export const isBioguide = (text: string): boolean => BIOGUIDE.test(text);

/** A seat of the House as the Clerk writes it: `CA07`, `AK00`. */
export const seatCode = (state: string, district: number): string => `${state}${String(district).padStart(2, '0')}`;
