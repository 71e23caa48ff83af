import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readMemberFile } from './member-file.js';
import { InvalidMemberFileError } from './member-file-shape.js';
import { writeSlimFile } from './member-slim-file.js';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const SHIPPED = join(ROOT, 'data', 'members.tsv');
const LEGISLATORS = join(ROOT, '..', 'shared', 'data', 'legislators.json');

const TERM = { type: 'rep', start: '2013-01-03', end: '2015-01-03', state: 'ZZ', district: 1, party: 'Independent' };
const legislator = (change: object = {}): Record<string, unknown> => ({
  id: { bioguide: 'Z000001', govtrack: 1 },
  name: { first: 'Testina', last: 'Sample', official_full: 'Testina "Tess" Sample' },
  other_names: [{ last: 'Muster', end: '2009-01-01' }],
  terms: [{ ...TERM, state: 'AK', district: 0 }],
  ...change,
});
const read = (...entries: object[]): ReturnType<typeof readMemberFile> => readMemberFile(JSON.stringify(entries));

const SAMPLE = {
  bioguide: 'Z000001',
  name: {
    first: 'Testina',
    middle: null,
    last: 'Sample',
    suffix: null,
    nickname: null,
    officialFull: 'Testina "Tess" Sample',
  },
  otherNames: [{ last: 'Muster' }],
  terms: [
    { chamber: 'house', state: 'AK', district: 0, party: 'Independent', startsOn: '2013-01-03', endsOn: '2015-01-03' },
  ],
};

describe('readMemberFile', () => {
  it('reads the JSON of the source', () => {
    expect(read(legislator())).toEqual({ asOf: null, members: [SAMPLE], leftOut: [] });
  });

  it('reads it with the fields bioguide and chamber', () => {
    const { id: _, ...plain } = legislator({ bioguide: 'Z000001' });
    const terms = [{ ...TERM, type: undefined, chamber: 'house', state: 'AK', district: 0 }];
    expect(read({ ...plain, terms }).members).toEqual([SAMPLE]);
  });

  it('reads back what it wrote itself', () => {
    const senator = { ...SAMPLE, bioguide: 'Z000002', otherNames: [{ first: 'a; b=c', last: 'd,"e"' }] };
    const terms = [{ ...SAMPLE.terms[0]!, chamber: 'senate' as const, district: null, party: null }];
    const members = [
      { ...SAMPLE, terms },
      { ...senator, terms },
    ] as Parameters<typeof writeSlimFile>[0];
    const slim = writeSlimFile(members, '2026-01-02', 'nowhere');
    expect(readMemberFile(slim)).toEqual({ asOf: '2026-01-02', members, leftOut: [] });
  });

  it('skips members who left before the first PTRs', () => {
    const long = [{ ...TERM, state: 'AK', start: '1789-03-04', end: '1791-03-03', district: -1 }];
    expect(read(legislator(), legislator({ id: { bioguide: 'Z000002' }, terms: long })).members).toHaveLength(1);
    expect(read(legislator({ terms: [...long, ...(legislator()['terms'] as object[])] })).members).toEqual([SAMPLE]);
  });

  it('names an entry that it left out because it has no id', () => {
    const { members, leftOut } = read(legislator({ id: { bioguide: 'TODO' } }));
    expect(members).toEqual([]);
    expect(leftOut).toEqual(['entry 1 (TODO, Testina Sample) has no bioguide id yet']);
  });

  it.each([
    ['no members', '[]', /not a list of members/],
    ['no list', '{"a":1}', /not a list of members/],
    ['no JSON', 'bioguide,last', /neither a Rotunda list .* nor JSON/],
    ['something else', '[{"title":"x"}]', /entry 1 lacks the fields of a member/],
    [
      'a day that does not exist',
      JSON.stringify([legislator({ terms: [{ ...TERM, end: '2015-02-30' }] })]),
      /entry 1 .* invalid dates/,
    ],
    ['an unknown state', JSON.stringify([legislator({ terms: [TERM] })]), /unknown state \(ZZ\)/],
    ['an unknown chamber', JSON.stringify([legislator({ terms: [{ ...TERM, type: 'lord' }] })]), /unknown chamber/],
    [
      'a House term without district',
      JSON.stringify([legislator({ terms: [{ ...TERM, state: 'AK', district: null }] })]),
      /invalid district/,
    ],
    [
      'a name that Postgres can’t hold',
      JSON.stringify([legislator({ name: { first: 'Testina\0', last: 'Sample' } })]),
      /0\.name\.first must not contain U\+0000/,
    ],
    ['no term', JSON.stringify([legislator({ terms: [] })]), /has no term/],
    ['a slim list cut off', '# members as of 2026-01-02, from x\nbioguide', /Its columns are not/],
    ['a slim list without a day', '# members\n', /first line/],
  ])('refuses %s', (_, text, reason) => {
    expect(() => readMemberFile(text)).toThrow(InvalidMemberFileError);
    expect(() => readMemberFile(text)).toThrow(reason);
  });

  it('refuses a slim list with a torn line, and says which', () => {
    const slim = readFileSync(SHIPPED, 'utf8').split('\n');
    expect(() => readMemberFile([...slim.slice(0, 5), slim[5]!.slice(0, 20)].join('\n'))).toThrow(/Line 6 /);
  });
});

describe('the shipped list', () => {
  it('states its day and its source, and has everybody once', () => {
    const text = readFileSync(SHIPPED, 'utf8');
    const { asOf, members } = readMemberFile(text);
    expect(text.split('\n', 1)[0]).toMatch(/unitedstates\/congress-legislators \(public domain, CC0\)/);
    expect(asOf).toBe('2026-06-10');
    expect(new Set(members.map(({ bioguide }) => bioguide)).size).toBe(1_130);
  });

  it.skipIf(!existsSync(LEGISLATORS))('has everybody of the list it was made from', () => {
    const { members, leftOut } = readMemberFile(readFileSync(LEGISLATORS, 'utf8'));
    expect(leftOut).toEqual([expect.stringContaining('(TODO, Mike Rounds)')]);
    const byId = members.toSorted((a, b) => (a.bioguide < b.bioguide ? -1 : 1));
    expect(readMemberFile(readFileSync(SHIPPED, 'utf8')).members).toEqual(byId);
  });
});
