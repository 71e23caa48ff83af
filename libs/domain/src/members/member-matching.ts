import { type Filer, isOutsider, namesOf, seatOf } from './member-filer.js';
import type { Bearer, MemberIndex } from './member-index.js';
import { NAME_RULES, type NameRule } from './member-name-rules.js';
import { type Place, PLACES } from './member-places.js';

/**
 * Who filed. `open`: no rule names anybody. `ambiguous`: the first rule that names anybody names several. `outside`:
 * the listing itself shows that it was not a member (a candidate, an office of the House).
 */
export const MEMBER_STATUSES = ['matched', 'ambiguous', 'open', 'outside'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

export interface MemberMatch {
  status: MemberStatus;
  /** Set when matched. */
  bioguide: string | null;
  /** The rule that decided, as place and name: `district:full-name`, `former-senate:nickname`, … */
  method: string | null;
  /** 0 to 1: how certain the rule is. */
  score: number | null;
}

export const undecided = (status: MemberStatus): MemberMatch => ({
  status,
  bioguide: null,
  method: null,
  score: null,
});

/** Finds the member who filed, by the first rule that names anybody; never picks the likeliest of several. */
export function matchFiler(index: MemberIndex, filer: Filer): MemberMatch {
  if (isOutsider(filer)) return undecided('outside');
  const { filedOn } = filer;
  if (filedOn === null) return undecided('open');
  const seat = seatOf(filer.stateDistrict);
  const bearers = bearersOf(index, filer);
  for (const place of PLACES[filer.chamber]) {
    const there = bearers.filter(({ member }) => place.holds(member.spans, seat, filedOn));
    for (const rule of NAME_RULES) {
      const found = place.names.includes(rule.name) ? namedBy(rule, there) : [];
      if (found.length > 0) return decide(found, place, rule);
    }
  }
  return undecided('open');
}

/** Members with the filer's surname, unless one is a Jr. and the other a Sr. */
export function bearersOf(index: MemberIndex, filer: Filer): Bearer[] {
  return namesOf(filer).flatMap((name) =>
    index
      .bearing(filer.chamber, name)
      .filter(({ member }) => !name.suffix || !member.suffix || name.suffix === member.suffix),
  );
}

function namedBy(rule: NameRule, bearers: Bearer[]): string[] {
  const named = bearers.filter(({ member, given }) => rule.holds(given, member.givenNames));
  return [...new Set(named.map(({ member }) => member.bioguide))];
}

function decide([bioguide, ...others]: string[], place: Place, rule: NameRule): MemberMatch {
  if (bioguide === undefined || others.length > 0) return undecided('ambiguous');
  const score = Math.round(place.score * rule.score * 100) / 100;
  return { status: 'matched', bioguide, method: `${place.name}:${rule.name}`, score };
}
