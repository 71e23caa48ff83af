import { beforeAll, describe, expect, it } from 'vitest';
import type { Member, MemberTerm } from './member.js';
import { candidatesFor } from './member-candidates.js';
import type { Filer } from './member-filer.js';
import { MemberIndex } from './member-index.js';
import { matchFiler } from './member-matching.js';

const term = (seat: string, startsOn: string, endsOn: string): MemberTerm => ({
  chamber: seat.length > 2 ? 'house' : 'senate',
  state: seat.slice(0, 2),
  district: seat.length > 2 ? Number(seat.slice(2)) : null,
  party: null,
  startsOn,
  endsOn,
});

const CONGRESS_113 = ['2013-01-03', '2015-01-03'] as const;
const CONGRESS_114 = ['2015-01-06', '2017-01-03'] as const;

function member(
  bioguide: string,
  names: Partial<Member['name']> & { formerLast?: string },
  ...terms: MemberTerm[]
): Member {
  const { formerLast, ...name } = names;
  return {
    bioguide,
    name: { first: '', middle: null, last: '', suffix: null, nickname: null, officialFull: null, ...name },
    otherNames: formerLast ? [{ last: formerLast }] : [],
    terms,
  };
}

/** Public officials under their public names and offices; no trades of theirs appear here. */
const MEMBERS: Member[] = [
  member(
    'R000575',
    { first: 'Mike', middle: 'D.', last: 'Rogers' },
    term('AL03', ...CONGRESS_113),
    term('AL03', ...CONGRESS_114),
  ),
  member('R000572', { first: 'Mike', middle: 'J.', last: 'Rogers' }, term('MI08', ...CONGRESS_113)),
  member('D000355', { first: 'John', middle: 'D.', last: 'Dingell' }, term('MI12', ...CONGRESS_113)),
  member('D000624', { first: 'Debbie', last: 'Dingell' }, term('MI12', ...CONGRESS_114)),
  member(
    'C001103',
    { first: 'Earl', middle: 'L.', last: 'Carter', nickname: 'Buddy', officialFull: 'Earl L. "Buddy" Carter' },
    term('GA01', ...CONGRESS_114),
  ),
  member('B001278', { first: 'Andy', last: 'Barr', officialFull: 'Andy Barr' }, term('KY06', ...CONGRESS_113)),
  member('S001156', { first: 'Linda', middle: 'T.', last: 'Sánchez' }, term('CA38', ...CONGRESS_113)),
  member('O000171', { first: 'Beto', last: 'O’Rourke' }, term('TX16', ...CONGRESS_113)),
  member('D000600', { first: 'Mario', last: 'Diaz-Balart' }, term('FL25', ...CONGRESS_113)),
  member('W000797', { first: 'Debbie', last: 'Wasserman Schultz' }, term('FL23', ...CONGRESS_113)),
  member('B001228', { first: 'Mary', last: 'Bono Mack', formerLast: 'Bono' }, term('CA45', '2011-01-05', '2012-12-31')),
  member('B001292', { first: 'Donald', middle: 'S.', last: 'Beyer', suffix: 'Jr.' }, term('VA08', ...CONGRESS_114)),
  member('H001072', { first: 'J.', middle: 'French', last: 'Hill' }, term('AR02', ...CONGRESS_114)),
  member('K000389', { first: 'Ro', last: 'Khanna' }, term('CA17', ...CONGRESS_114)),
  member('C001062', { first: 'K.', middle: 'Michael', last: 'Conaway' }, term('TX11', ...CONGRESS_113)),
  member('M000001', { first: 'Ann', last: 'Mapped' }, term('CA12', ...CONGRESS_113), term('CA11', ...CONGRESS_114)),
  member('C001098', { first: 'Ted', last: 'Cruz', officialFull: 'Ted Cruz' }, term('TX', '2013-01-03', '2019-01-03')),
  member('M000355', { first: 'Mitch', last: 'McConnell' }, term('KY', '2009-01-06', '2015-01-03')),
  member('V000137', { first: 'J.D. (James)', last: 'Vance' }, term('OH', '2013-01-03', '2015-01-03')),
  member('C000174', { first: 'Thomas', middle: 'R.', last: 'Carper' }, term('DE', '2013-01-03', '2014-06-30')),
  member('U000038', { first: 'Mark', last: 'Udall' }, term('CO', '2009-01-06', '2015-01-03')),
  member('U000039', { first: 'Tom', last: 'Udall' }, term('NM', '2009-01-06', '2015-01-03')),
  member('T000001', { first: 'Alex', middle: 'B.', last: 'Twin' }, term('OH', '2009-01-06', '2015-01-03')),
  member('T000002', { first: 'Alex', middle: 'C.', last: 'Twin' }, term('IA', '2009-01-06', '2015-01-03')),
];

let index: MemberIndex;
beforeAll(() => {
  index = new MemberIndex(MEMBERS);
});

const house = (filerNameRaw: string, seat: string, filedOn: string | null = '2014-05-15'): Filer => ({
  chamber: 'house',
  filerNameRaw,
  officeRaw: seat,
  stateDistrict: seat,
  filedOn,
});

const senate = (filerNameRaw: string, officeRaw: string, filedOn = '2014-05-15'): Filer => ({
  chamber: 'senate',
  filerNameRaw,
  officeRaw,
  stateDistrict: null,
  filedOn,
});

describe('matchFiler in the House', () => {
  it('tells the two Mike Rogers apart by their seats', () => {
    expect(matchFiler(index, house('Hon. Mike Rogers', 'AL03')).bioguide).toBe('R000575');
    expect(matchFiler(index, house('Hon. Mike Rogers', 'MI08')).bioguide).toBe('R000572');
    expect(matchFiler(index, house('Hon. Mike Rogers', 'KY05')).status).toBe('open');
  });

  it.each([
    ['the spelling of the index of 2012', 'HONORABLE MIKE D. ROGERS', 'AL03', 'R000575', 'district:full-name'],
    ['a title behind the given name', 'Hon. Mike Hon Rogers', 'AL03', 'R000575', 'district:name'],
    ['no title', 'Mike Rogers', 'AL03', 'R000575', 'district:name'],
    ['a quoted nickname', 'Hon. Garland "Andy" Barr', 'KY06', 'B001278', 'district:middle-name'],
    ['a legal name', 'Hon. Michael D. Rogers', 'AL03', 'R000575', 'district:nickname'],
    ['a middle name spelt out', 'Hon. Earl Leroy Carter', 'GA01', 'C001103', 'district:full-name', '2016-01-04'],
    ['a nickname of the list', 'Hon. Buddy Carter', 'GA01', 'C001103', 'district:name', '2016-01-04'],
    ['no diacritics', 'Hon. Linda T. Sanchez', 'CA38', 'S001156', 'district:full-name'],
    ['a straight apostrophe', "Hon. Beto O'Rourke", 'TX16', 'O000171', 'district:name'],
    ['no hyphen', 'Hon. Mario Diaz Balart', 'FL25', 'D000600', 'district:name'],
    ['a surname of two words', 'Hon. Debbie Wasserman Schultz', 'FL23', 'W000797', 'district:name'],
    ['an earlier surname', 'HONORABLE MARY BONO', 'CA45', 'B001228', 'district:name', '2012-09-01'],
    [
      'a suffix without its period',
      'Hon. Donald Sternoff Beyer Jr',
      'VA08',
      'B001292',
      'district:full-name',
      '2016-01-04',
    ],
    ['no suffix', 'Hon. Donald Beyer', 'VA08', 'B001292', 'district:name', '2016-01-04'],
    [
      'a first name where the list has an initial',
      'Hon. James French Hill',
      'AR02',
      'H001072',
      'district:middle-name',
      '2016-01-04',
    ],
    ['an initial where the list has one', 'Hon. K. Michael Conaway', 'TX11', 'C001062', 'district:full-name'],
    ['an initial alone', 'Hon. J. Hill', 'AR02', 'H001072', 'district:initial', '2016-01-04'],
    ['a very short form', 'Hon. Rohit Khanna', 'CA17', 'K000389', 'district:initial', '2016-01-04'],
  ])('matches a member by %s', (_, name, seat, bioguide, method, filedOn = '2014-05-15') => {
    expect(matchFiler(index, house(name, seat, filedOn))).toMatchObject({ status: 'matched', bioguide, method });
  });

  it('takes the member who sat on the day, where relatives held the seat in turn', () => {
    expect(matchFiler(index, house('Hon. Debbie Dingell', 'MI12', '2015-02-01')).bioguide).toBe('D000624');
    expect(matchFiler(index, house('Hon. John D. Dingell', 'MI12', '2014-02-01')).bioguide).toBe('D000355');
    expect(matchFiler(index, house('Hon. Debbie Dingell', 'MI12', '2014-02-01')).status).toBe('open');
  });

  it('counts the days between two Congresses as part of the first', () => {
    expect(matchFiler(index, house('Hon. Mike Rogers', 'AL03', '2015-01-05')).method).toBe('district:name');
  });

  it.each([
    ['2015-01-20', { status: 'matched', method: 'former-district:name', score: 0.78 }],
    ['2016-01-03', { status: 'matched', method: 'former-district:name', score: 0.78 }],
    ['2016-01-04', { status: 'open', method: null, score: null }],
  ])('matches a former member for a year, with a lower score: %s', (filedOn, expected) => {
    expect(matchFiler(index, house('Hon. Mike Rogers', 'MI08', filedOn))).toMatchObject(expected);
  });

  it('matches a member under the district of another term, with a lower score', () => {
    expect(matchFiler(index, house('Hon. Ann Mapped', 'CA12', '2015-02-01'))).toMatchObject({
      bioguide: 'M000001',
      method: 'other-term:name',
      score: 0.88,
    });
  });

  it.each([
    ['another given name in the same seat', house('Hon. Victor Rogers', 'AL03')],
    ['staff with the surname of nobody there', house('JONATHAN SAMPLE', 'AL03')],
    ['the right name in a district that was never theirs', house('Hon. Mike Rogers', 'AL04')],
    ['a surname alone', house('Rogers', 'AL03')],
    ['the other generation', house('Hon. Donald Beyer Sr.', 'VA08', '2016-01-04')],
    ['no date', house('Hon. Mike Rogers', 'AL03', null)],
    ['years before the first term', house('Hon. Mike Rogers', 'AL03', '2009-02-01')],
    ['an empty name', house('', 'AL03')],
  ])('leaves %s open', (_, filer) => {
    expect(matchFiler(index, filer)).toEqual({ status: 'open', bioguide: null, method: null, score: null });
  });

  it('recognises an office of the House as outside', () => {
    expect(matchFiler(index, house('MIKE ROGERS', 'AP00')).status).toBe('outside');
  });
});

describe('matchFiler in the Senate', () => {
  it.each([
    ['the name', 'Thomas R Carper', 'Carper, Thomas (Senator)', 'C000174', 'senate:full-name'],
    ['the name that the office has', 'Rafael E Cruz', 'Cruz, Ted (Senator)', 'C001098', 'senate:name'],
    ['capitals and an office without a name', 'THOMAS R CARPER', 'Senator', 'C000174', 'senate:full-name'],
    [
      'a short form, an initial and a suffix',
      'A. Mitchell McConnell Jr.',
      'McConnell, A. Mitchell Jr. (Senator)',
      'M000355',
      'senate:middle-name',
    ],
    ['initials', 'JD Vance', 'Vance, JD (Senator)', 'V000137', 'senate:name'],
    ['the given name, of two with one surname', 'Thomas Udall', 'Udall, Tom (Senator)', 'U000039', 'senate:name'],
    ['the middle initial, of two with one name', 'Alex C Twin', 'Senator', 'T000002', 'senate:full-name'],
  ])('matches a senator by %s', (_, name, office, bioguide, method) => {
    expect(matchFiler(index, senate(name, office))).toMatchObject({ status: 'matched', bioguide, method });
  });

  it('leaves two senators of one name ambiguous', () => {
    expect(matchFiler(index, senate('Alex Twin', 'Twin, Alex (Senator)')).status).toBe('ambiguous');
  });

  it('does not read "Former" as of the filing date: the site puts it on all reports once somebody has left', () => {
    const former = 'Carper, Thomas (Former Senator)';
    expect(matchFiler(index, senate('Thomas R Carper', former, '2013-05-15')).method).toBe('senate:full-name');
    expect(matchFiler(index, senate('Thomas R Carper', former, '2014-08-01')).method).toBe('former-senate:full-name');
  });

  it.each([
    ['Candidate (Candidate)', 'outside'],
    ['Senator', 'open'],
  ])('gives an unknown filer of the office %j the status %s', (office, status) => {
    expect(matchFiler(index, senate('JANE DOE', office)).status).toBe(status);
  });
});

describe('candidatesFor', () => {
  it('names who held the seat and who had the surname about then', () => {
    expect(candidatesFor(index, house('Hon. Victor Rogers', 'AL03'))).toEqual([
      { bioguide: 'R000575', reason: 'surname' },
    ]);
    expect(candidatesFor(index, house('Ashley Newname', 'AL03'))).toEqual([{ bioguide: 'R000575', reason: 'seat' }]);
    expect(candidatesFor(index, house('Hon. Mike Rogers', 'AL03', '2030-01-01'))).toEqual([]);
  });

  it('names everybody whom an ambiguous name fits', () => {
    expect(candidatesFor(index, senate('Alex Twin', 'Senator')).map(({ bioguide }) => bioguide)).toEqual([
      'T000001',
      'T000002',
    ]);
  });
});
