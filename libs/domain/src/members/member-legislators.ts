import type { Member, MemberName, MemberTerm, OtherName } from './member.js';
import { isBioguide } from './member.js';
import { faultOf } from './member-checks.js';
import { InvalidMemberFileError, type MemberFile } from './member-file-shape.js';

/** The STOCK Act is from April 2012: nobody who left before 2012 filed a PTR. The full list goes back to 1789. */
const FIRST_DAY = '2012-01-01';

type Fields = Record<string, unknown>;

const CHAMBER_OF_TYPE = new Map<unknown, MemberTerm['chamber']>([
  ['sen', 'senate'],
  ['rep', 'house'],
]);

/**
 * Reads the JSON of `unitedstates/congress-legislators`: `id.bioguide`, `name`, `other_names`, `terms` with `type` sen
 * or rep; or with `bioguide` and `chamber` in their place. Terms that ended before 2012 are skipped.
 *
 * @throws InvalidMemberFileError
 */
export function readLegislators(json: unknown): MemberFile {
  if (!Array.isArray(json) || json.length === 0) throw new InvalidMemberFileError('It is not a list of members');
  const file: MemberFile = { asOf: null, members: [], leftOut: [] };
  json.forEach((entry: unknown, i) => {
    const where = `entry ${i + 1}`;
    if (!isFields(entry) || !isFields(entry['name']) || !Array.isArray(entry['terms'])) {
      throw new InvalidMemberFileError(`${where} lacks the fields of a member (name, terms)`);
    }
    enter(file, entry, where);
  });
  return file;
}

function enter(file: MemberFile, entry: Fields, where: string): void {
  const member = readMember(entry);
  const called = `${where} (${member.bioguide}, ${member.name.first} ${member.name.last})`;
  if (member.terms.length === 0 && (entry['terms'] as unknown[]).length > 0) return;
  const fault = faultOf(member);
  if (fault) throw new InvalidMemberFileError(`${called} ${fault}`);
  // Seen: a member sworn in days ago, whose id was still "TODO".
  if (isBioguide(member.bioguide)) file.members.push(member);
  else file.leftOut.push(`${called} has no bioguide id yet`);
}

function readMember(entry: Fields): Member {
  const id = isFields(entry['id']) ? entry['id'] : entry;
  const terms = (entry['terms'] as unknown[]).filter(isFields).map(readTerm);
  return {
    bioguide: text(id['bioguide']) ?? 'no id',
    name: readName(entry['name'] as Fields),
    otherNames: readOtherNames(entry['other_names']),
    terms: terms.filter(({ endsOn }) => endsOn >= FIRST_DAY).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1)),
  };
}

const readName = (name: Fields): MemberName => ({
  first: text(name['first']) ?? '',
  middle: text(name['middle']),
  last: text(name['last']) ?? '',
  suffix: text(name['suffix']),
  nickname: text(name['nickname']),
  officialFull: text(name['official_full']),
});

/** Entries without a name (only a start or an end) are dropped. */
export const readOtherNames = (names: unknown): OtherName[] =>
  (Array.isArray(names) ? names.filter(isFields).map(readOtherName) : []).filter(
    (name) => Object.keys(name).length > 0,
  );

function readOtherName(name: Fields): OtherName {
  const parts = (['first', 'middle', 'last'] as const).map((part) => [part, text(name[part])] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== null));
}

const readTerm = (term: Fields): MemberTerm => ({
  chamber: CHAMBER_OF_TYPE.get(term['type']) ?? (term['chamber'] as MemberTerm['chamber']),
  state: text(term['state']) ?? '',
  district: typeof term['district'] === 'number' ? term['district'] : null,
  party: text(term['party']),
  startsOn: text(term['start']) ?? '',
  endsOn: text(term['end']) ?? '',
});

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Without tabs and line breaks, which would break our own format. */
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.replaceAll(/\s+/g, ' ').trim() : null;
