import { isIsoDate, type IsoDate } from '../calendar.js';
import { isBioguide, type Member, type MemberTerm, type OtherName, seatCode } from './member.js';
import { faultOf } from './member-checks.js';
import { InvalidMemberFileError, type MemberFile } from './member-file-shape.js';
import { readOtherNames } from './member-legislators.js';

/** Our own format: one line per member, so that a diff of two versions shows who changed. */
const FIRST_LINE = /^# members as of (\d{4}-\d{2}-\d{2})(?:,|$)/;
const COLUMNS = 'bioguide last first middle suffix nickname official_full other_names terms'.split(' ');
const BETWEEN = '; ';

export const isSlimFile = (text: string): boolean => text.startsWith('# members');

/**
 * Writes members in the format of `data/members.tsv`. Terms are `house NY05 2011-01-05 2012-12-31 Democrat; …`, other
 * names are JSON.
 *
 * @param source where the list is from, printed in its first line
 */
export function writeSlimFile(members: readonly Member[], asOf: IsoDate, source: string): string {
  const lines = members.toSorted((a, b) => (a.bioguide < b.bioguide ? -1 : 1)).map(writeMember);
  return [`# members as of ${asOf}, from ${source}`, COLUMNS.join('\t'), ...lines, ''].join('\n');
}

function writeMember({ bioguide, name, otherNames, terms }: Member): string {
  const others = otherNames.length > 0 ? JSON.stringify(otherNames) : '';
  const { last, first, middle, suffix, nickname, officialFull } = name;
  const cells = [bioguide, last, first, middle, suffix, nickname, officialFull, others];
  return [...cells.map((cell) => cell ?? ''), terms.map(writeTerm).join(BETWEEN)].join('\t');
}

const writeTerm = ({ chamber, state, district, startsOn, endsOn, party }: MemberTerm): string =>
  [chamber, district === null ? state : seatCode(state, district), startsOn, endsOn, party ?? ''].join(' ').trim();

/** @throws InvalidMemberFileError that names the wrong line */
export function readSlimFile(text: string): MemberFile {
  const [first = '', columns, ...lines] = text.split(/\r?\n/);
  const asOf = FIRST_LINE.exec(first)?.[1];
  if (!asOf || !isIsoDate(asOf))
    throw new InvalidMemberFileError('Its first line does not say "# members as of <date>"');
  if (columns !== COLUMNS.join('\t')) throw new InvalidMemberFileError(`Its columns are not ${COLUMNS.join(', ')}`);
  const members = lines.flatMap((line, i) => (line === '' ? [] : [readMember(line, i + 3)]));
  if (members.length === 0) throw new InvalidMemberFileError('It has no member');
  return { asOf, members, leftOut: [] };
}

function readMember(line: string, number: number): Member {
  const cells = line.split('\t');
  const [bioguide = '', last = '', first = '', middle, suffix, nickname, officialFull, others, terms] = cells;
  if (cells.length !== COLUMNS.length || !isBioguide(bioguide)) {
    throw new InvalidMemberFileError(
      `Line ${number} does not have ${COLUMNS.length} columns, the first of them a bioguide id`,
    );
  }
  const name = { first, middle: middle || null, last, suffix: suffix || null, nickname: nickname || null };
  const member: Member = {
    bioguide,
    name: { ...name, officialFull: officialFull || null },
    otherNames: readOthers(others, number),
    terms: split(terms).map(readTerm),
  };
  const fault = faultOf(member);
  if (fault) throw new InvalidMemberFileError(`Line ${number} (${bioguide}, ${first} ${last}) ${fault}`);
  return member;
}

const split = (cell: string | undefined): string[] => (cell ? cell.split(BETWEEN) : []);

function readOthers(cell: string | undefined, number: number): OtherName[] {
  if (!cell) return [];
  try {
    return readOtherNames(JSON.parse(cell));
  } catch (cause) {
    throw new InvalidMemberFileError(`Line ${number} has other names that are not JSON`, { cause });
  }
}

function readTerm(cell: string): MemberTerm {
  const [chamber, place = '', startsOn = '', endsOn = '', ...party] = cell.split(' ');
  return {
    chamber: chamber as MemberTerm['chamber'],
    state: place.slice(0, 2),
    district: place.length > 2 ? Number(place.slice(2)) : null,
    party: party.join(' ') || null,
    startsOn,
    endsOn,
  };
}
