import type { Member, MemberTerm } from '#rotunda/domain';
import { Members } from '../src/members/members.js';
import type { Sample } from './sample-filings.js';

export const AS_OF = '2025-06-01';

/** A House term where the seat has a district (`AK00`), a Senate term where it does not (`AK`). */
export const term = (seat: string, startsOn: string, endsOn: string, party = 'Independent'): MemberTerm => ({
  chamber: seat.length > 2 ? 'house' : 'senate',
  state: seat.slice(0, 2),
  district: seat.length > 2 ? Number(seat.slice(2)) : null,
  party,
  startsOn,
  endsOn,
});

export const member = (bioguide: string, first: string, last: string, ...terms: MemberTerm[]): Member => ({
  bioguide,
  name: { first, middle: null, last, suffix: null, nickname: null, officialFull: `${first} ${last}` },
  otherNames: [],
  terms,
});

const CONGRESS_118 = ['2023-01-03', '2025-01-03'] as const;
const CONGRESS_119 = ['2025-01-03', '2027-01-03'] as const;

/** All are invented. Two are called Otto Muster and sit for different seats; two senators have one name. */
export const MEMBERS: Member[] = [
  member('S900001', 'Testina', 'Sample', term('AK00', ...CONGRESS_118), term('AK00', ...CONGRESS_119)),
  member('M900001', 'Otto', 'Muster', term('WY00', ...CONGRESS_119, 'Democrat')),
  member('M900002', 'Otto', 'Muster', term('VT00', ...CONGRESS_119, 'Republican')),
  member('P900001', 'Paula', 'Probe', term('AK', '2021-01-03', '2027-01-03')),
  member('P900002', 'Paula', 'Probe', term('WY', '2021-01-03', '2027-01-03')),
];

export const importMembers = (sample: Sample, members = MEMBERS, asOf = AS_OF): ReturnType<Members['import']> =>
  new Members(sample.dataSource).import({ members, asOf, source: 'test' });
