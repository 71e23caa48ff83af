import { addDays, type IsoDate } from '../calendar.js';
import type { Chamber } from '../filing.js';
import { type Member, type MemberTerm, seatCode } from './member.js';
import { joined, type NameWords, readName } from './member-name.js';
import type { GivenNames } from './member-name-rules.js';

/** A member with the names and spans that matching needs, computed once. */
export interface IndexedMember {
  bioguide: string;
  suffix: string | null;
  givenNames: GivenNames[];
  /** Terms by chamber; consecutive terms in the same seat are one span. */
  spans: Span[];
}

/** A member whose surname a name may end with. */
export interface Bearer {
  member: IndexedMember;
  /** The words of the name before the surname. */
  given: GivenNames;
}

/** Days in one seat, both ends included. */
export interface Span {
  state: string;
  district: number | null;
  startsOn: IsoDate;
  endsOn: IsoDate;
}

/** Two Congresses may be some days apart: one ended on January 3, the next was sworn in on January 6 (2015). */
const GAP_DAYS = 7;
/** `Wasserman Schultz`, `De La Cruz`: no member's surname has more words. */
const MAX_SURNAME_WORDS = 4;

const CHAMBERS: Chamber[] = ['senate', 'house'];

/** The members by surname and by seat. About 1,100 of them take a few milliseconds to build. */
export class MemberIndex {
  private readonly bySurname = new Map<string, IndexedMember[]>();
  private readonly bySeat = new Map<string, IndexedMember[]>();

  constructor(readonly members: readonly Member[]) {
    for (const member of members) for (const chamber of CHAMBERS) this.enter(member, chamber);
  }

  /** Members whose surname the name may end with. A surname of several words is tried as well as its last word. */
  bearing(chamber: Chamber, { words }: NameWords): Bearer[] {
    const found: Bearer[] = [];
    for (let count = 1; count <= Math.min(MAX_SURNAME_WORDS, words.length); count++) {
      const given = words.slice(0, -count);
      const members = this.bySurname.get(`${chamber} ${joined(words.slice(-count))}`) ?? [];
      found.push(...members.map((member) => ({ member, given })));
    }
    return found;
  }

  /** Those who ever held the seat of the House, e.g. `CA14`. */
  inSeat(seat: string): readonly IndexedMember[] {
    return this.bySeat.get(seat) ?? [];
  }

  private enter(member: Member, chamber: Chamber): void {
    const terms = member.terms.filter((term) => term.chamber === chamber);
    if (terms.length === 0) return;
    const { suffix } = readName(`x ${member.name.suffix ?? ''}`);
    const indexed = { bioguide: member.bioguide, suffix, givenNames: givenNames(member), spans: spans(terms) };
    for (const surname of surnames(member)) add(this.bySurname, `${chamber} ${surname}`, indexed);
    const seats = terms.flatMap(({ state, district }) => (district === null ? [] : [seatCode(state, district)]));
    for (const seat of new Set(seats)) add(this.bySeat, seat, indexed);
  }
}

function add(lists: Map<string, IndexedMember[]>, key: string, member: IndexedMember): void {
  const list = lists.get(key);
  if (list) list.push(member);
  else lists.set(key, [member]);
}

const surnames = ({ name, otherNames }: Member): Set<string> =>
  new Set([name, ...otherNames].flatMap(({ last }) => (last ? [joined(readName(last).words)] : [])));

function givenNames({ name, otherNames }: Member): GivenNames[] {
  const called = [name, ...otherNames].map(({ first, middle }) => `${first ?? ''} ${middle ?? ''}`);
  const forms = [...called, name.nickname ?? ''].map((text) => readName(text).words);
  return [...forms, officialGivenNames(name)].filter((form) => form.length > 0);
}

/** `Earl L. "Buddy" Carter` → earl, l, buddy. */
function officialGivenNames({ officialFull, last }: Member['name']): GivenNames {
  const { words } = readName(officialFull ?? '');
  const surname = joined(readName(last).words);
  const count = words.findIndex((_, i) => joined(words.slice(i)) === surname);
  return count > 0 ? words.slice(0, count) : [];
}

function spans(terms: MemberTerm[]): Span[] {
  const merged: Span[] = [];
  for (const { state, district, startsOn, endsOn } of terms.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))) {
    const before = merged.at(-1);
    const goesOn =
      before?.state === state && before.district === district && startsOn <= addDays(before.endsOn, GAP_DAYS);
    if (goesOn) before.endsOn = endsOn > before.endsOn ? endsOn : before.endsOn;
    else merged.push({ state, district, startsOn, endsOn });
  }
  return merged;
}
