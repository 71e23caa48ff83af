import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSample, type Sample } from '../../test/sample-filings.js';
import { AS_OF, importMembers, member, MEMBERS, term } from '../../test/sample-members.js';
import { InvalidCursorError } from '../database/cursor.js';
import { MemberMatching } from './member-matching.js';
import { Members } from './members.js';
import { type MemberFilters, MembersQuery } from '../queries/members-query.js';

let sample: Sample;
let members: Members;
let query: MembersQuery;

beforeEach(async () => {
  sample = await openSample();
  members = new Members(sample.dataSource);
  query = new MembersQuery(sample.dataSource, new MemberMatching(sample.dataSource));
});
afterEach(() => sample.close());

describe('Members.import', () => {
  it('loads a list and records its day', async () => {
    expect(await members.loadedAsOf()).toBeNull();
    expect(await importMembers(sample)).toMatchObject({ added: MEMBERS, changed: [], same: 0, kept: 0 });
    expect(await members.loadedAsOf()).toBe(AS_OF);
    const { items } = await query.page({ limit: 100 });
    expect(items.map(({ bioguide }) => bioguide)).toEqual(['M900001', 'M900002', 'P900001', 'P900002', 'S900001']);
    expect(items.at(-1)).toEqual({ ...MEMBERS[0], filings: 0, lastFiledOn: null });
  });

  it('changes nothing the second time', async () => {
    await importMembers(sample);
    const rows = (): Promise<unknown> =>
      sample.dataSource.query(
        `SELECT bioguide, xmin::text FROM members UNION ALL SELECT bioguide, xmin::text FROM member_terms
         UNION ALL SELECT id::text, xmin::text FROM member_imports ORDER BY 1, 2`,
      );
    const before = await rows();
    expect(await importMembers(sample)).toEqual({ added: [], changed: [], same: MEMBERS.length, kept: 0 });
    expect(await rows()).toEqual(before);
  });

  it('reports what changed, and keeps members who are not on the list', async () => {
    await importMembers(sample);
    const [sampleMember] = MEMBERS;
    const renamed = {
      ...sampleMember!,
      name: { ...sampleMember!.name, nickname: 'Tess' },
      terms: [term('AK00', '2023-01-03', '2024-06-30'), term('AK', '2025-01-03', '2031-01-03')],
    };
    const report = await importMembers(sample, [
      renamed,
      member('N900001', 'Nova', 'Neu', term('AK00', '2025-01-03', '2027-01-03')),
    ]);
    expect(report.added.map(({ bioguide }) => bioguide)).toEqual(['N900001']);
    expect(report.changed).toEqual([
      {
        member: renamed,
        changes: [
          'name',
          'term house from 2023-01-03 differs',
          'term senate from 2025-01-03 is new',
          'term house from 2025-01-03 is gone',
        ],
      },
    ]);
    expect(report).toMatchObject({ same: 0, kept: 4 });
    expect(await query.find('S900001')).toMatchObject({ name: { nickname: 'Tess' }, terms: renamed.terms });
    expect(await query.find('M900001')).not.toBeNull();
  });

  it('never goes back to an older day', async () => {
    await importMembers(sample);
    await importMembers(sample, MEMBERS, '2020-01-01');
    expect(await members.loadedAsOf()).toBe(AS_OF);
    await importMembers(sample, MEMBERS, '2026-01-01');
    expect(await members.loadedAsOf()).toBe('2026-01-01');
  });

  it('gives the same for two simultaneous imports as for one', async () => {
    const reports = await Promise.all([importMembers(sample), importMembers(sample)]);
    expect(reports.map(({ added }) => added.length).toSorted((a, b) => a - b)).toEqual([0, MEMBERS.length]);
  });
});

describe('MembersQuery', () => {
  beforeEach(() => importMembers(sample));

  it.each<[string, Partial<MemberFilters>, string[]]>([
    ['part of the name in either case', { name: 'tina SAM' }, ['S900001']],
    ['the chamber', { chamber: 'senate' }, ['P900001', 'P900002']],
    ['the state in either case', { state: 'ak' }, ['P900001', 'S900001']],
    ['the party', { party: 'republican' }, ['M900002']],
    ['the day', { on: '2024-05-05' }, ['P900001', 'P900002', 'S900001']],
    ['one term that fits all', { state: 'WY', chamber: 'house', on: '2025-02-01' }, ['M900001']],
    ['a term that fits all, not one term each', { state: 'WY', chamber: 'senate', party: 'Democrat' }, []],
  ])('filters by %s', async (_, filters, expected) => {
    const { items } = await query.page({ limit: 10, ...filters });
    expect(items.map(({ bioguide }) => bioguide)).toEqual(expected);
  });

  it('pages through each member once, even where names are equal', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const { items, nextCursor } = await query.page({ limit: 1, cursor });
      seen.push(...items.map(({ bioguide }) => bioguide));
      if (nextCursor === null) break;
      cursor = nextCursor;
    }
    expect(seen).toEqual(['M900001', 'M900002', 'P900001', 'P900002', 'S900001']);
    await expect(query.page({ limit: 1, cursor: 'x' })).rejects.toThrow(InvalidCursorError);
  });

  it('returns null for an id that is not a bioguide id', async () => {
    expect(await query.find('X000000')).toBeNull();
  });
});
