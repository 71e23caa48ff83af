import type { IsoDate } from '../calendar.js';
import type { Chamber } from '../filing.js';
import { isState } from './member-states.js';
import { type NameWords, readName } from './member-name.js';

/** What a listing says about the filer, and the filing date. */
export interface Filer {
  chamber: Chamber;
  filerNameRaw: string;
  officeRaw: string;
  /** House only, e.g. `CA14`. */
  stateDistrict: string | null;
  filedOn: IsoDate | null;
}

export interface Seat {
  state: string;
  district: number;
}

const SEAT = /^([A-Z]{2})(\d{2})$/;
/** `Carper, Thomas (Former Senator)`. */
const SENATE_OFFICE = /^([^,()]+),\s*([^,()]+?)\s*(?:\([^()]*\))?\s*$/;
const CANDIDATE = /\bcandidate\b/i;

/** The seat of a state and district; null where it is not a seat: House staff file as `AP00`, `CM00`, … */
export function seatOf(stateDistrict: string | null): Seat | null {
  const [, state, district] = SEAT.exec(stateDistrict ?? '') ?? [];
  return state && district && isState(state) ? { state, district: Number(district) } : null;
}

/**
 * Whether the listing itself shows that the filer is not a member: a candidate for the Senate, an office of the House.
 */
export function isOutsider({ chamber, officeRaw, stateDistrict }: Filer): boolean {
  if (chamber === 'senate') return CANDIDATE.test(officeRaw);
  return stateDistrict !== null && seatOf(stateDistrict) === null;
}

/**
 * The names that a filer is listed under, the surname last. The Senate lists two: the legal one (`Rafael E Cruz`), and
 * in the office the one the senator goes by (`Cruz, Ted (Senator)`).
 */
export function namesOf({ chamber, filerNameRaw, officeRaw }: Filer): NameWords[] {
  const names = [readName(filerNameRaw)];
  const [, last, given] = chamber === 'senate' ? (SENATE_OFFICE.exec(officeRaw) ?? []) : [];
  if (last && given) names.push(inOrder(readName(last), readName(given)));
  return names;
}

const inOrder = (last: NameWords, given: NameWords): NameWords => ({
  words: [...given.words, ...last.words],
  suffix: last.suffix ?? given.suffix,
});
