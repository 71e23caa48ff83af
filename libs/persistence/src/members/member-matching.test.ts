import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListedFiling } from '#rotunda/domain';
import {
  FIRST_ATTEMPT,
  fingerprint,
  listed,
  openSample,
  parsedOutcome,
  row,
  type Sample,
  SILENT,
  TASK,
} from '../../test/sample-filings.js';
import { importMembers, member, MEMBERS, term } from '../../test/sample-members.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { UnknownFilingError } from '../rows/filing-update.js';
import { Filings } from '../filings/filings.js';
import { FilingsQuery } from '../queries/filings-query.js';
import { MemberDecisions, UnsuitableMemberError } from '../decisions/member-decisions.js';
import { MemberMatching } from './member-matching.js';
import { MembersQuery } from '../queries/members-query.js';
import { TradesQuery } from '../queries/trades-query.js';

let sample: Sample;
let matching: MemberMatching;
let decisions: MemberDecisions;
let query: MembersQuery;

beforeEach(async () => {
  sample = await openSample();
  matching = new MemberMatching(sample.dataSource);
  decisions = new MemberDecisions(sample.dataSource, matching);
  query = new MembersQuery(sample.dataSource, matching);
});
afterEach(() => sample.close());

const house = (
  id: string,
  filerNameRaw: string,
  stateDistrict: string,
  change: Partial<ListedFiling> = {},
): ListedFiling => listed(id, { filerNameRaw, stateDistrict, officeRaw: stateDistrict, ...change });
const senate = (id: string, filerNameRaw: string, officeRaw = 'Senator'): ListedFiling =>
  listed(id, { chamber: 'senate', filerNameRaw, stateDistrict: null, officeRaw });

async function enter(...filings: ListedFiling[]): Promise<FilingRecord[]> {
  const entered: FilingRecord[] = [];
  for (const filing of filings) entered.push(...(await sample.filings.enter(filing.chamber, [filing], TASK)));
  return entered;
}

const now = async (id: string): Promise<FilingRecord> => (await new FilingsQuery(sample.dataSource).find(id))!;
const decision = { appliesTo: 'filer' as const, decidedBy: 'ada', reason: 'the signature says so' };
const whoFiled = ({ memberStatus, memberId, memberMethod }: FilingRecord): unknown[] => [
  memberStatus,
  memberId,
  memberMethod,
];

describe('a filing that is stored', () => {
  beforeEach(() => importMembers(sample));

  it('is matched by its seat and day, or stays open, ambiguous or outside', async () => {
    const entered = await enter(
      house('1', 'Hon. Testina Sample', 'AK00'),
      house('2', 'Hon. Otto Muster', 'WY00'),
      house('3', 'Hon. Otto Muster', 'VT00'),
      house('4', 'Hon. Otto Muster', 'AK00'),
      house('5', 'TESTINA SAMPLE', 'AP00'),
      senate('6', 'Paula Probe'),
      senate('7', 'Paula Probe', 'Candidate (Candidate)'),
    );
    const expected = [
      ['matched', 'S900001', 'district:name'],
      ['matched', 'M900001', 'district:name'],
      ['matched', 'M900002', 'district:name'],
      ['open', null, null],
      ['outside', null, null],
      ['ambiguous', null, null],
      ['outside', null, null],
    ];
    expect(entered.map(whoFiled)).toEqual(expected);
    expect(await Promise.all(entered.map(async ({ id }) => whoFiled(await now(id))))).toEqual(expected);
    expect(entered[0]!.memberScore).toBe(0.98);
  });

  it('is written once: the same listing again touches nothing', async () => {
    await enter(house('1', 'Hon. Testina Sample', 'AK00'), house('2', 'Hon. Nobody Known', 'AK00'));
    const before = await fingerprint(sample);
    await enter(house('1', 'Hon. Testina Sample', 'AK00'), house('2', 'Hon. Nobody Known', 'AK00'));
    expect(await fingerprint(sample)).toEqual(before);
  });

  it('is matched again when the listing changes', async () => {
    await enter(house('1', 'Hon. Otto Muster', 'WY00'));
    const [moved] = await enter(house('1', 'Hon. Otto Muster', 'VT00'));
    expect(whoFiled(moved!)).toEqual(['matched', 'M900002', 'district:name']);
  });

  it('is matched when its document names the district that the listing lacks', async () => {
    const [filing] = await enter(house('1', 'Hon. Testina Sample', 'AK00', { stateDistrict: null }));
    expect(filing!.memberStatus).toBe('open');
    const outcome = await parsedOutcome(sample, [row(1)], { stateDistrict: 'AK00' });
    const stored = await sample.filings.store(filing!.id, outcome, FIRST_ATTEMPT, SILENT);
    expect(whoFiled(stored.filing)).toEqual(['matched', 'S900001', 'district:name']);
  });

  it('is found by its member, and so are its trades', async () => {
    const [filing] = await enter(house('1', 'Hon. Testina Sample', 'AK00'), house('2', 'Hon. Otto Muster', 'WY00'));
    await sample.filings.store(filing!.id, await parsedOutcome(sample, [row(1), row(2)]), FIRST_ATTEMPT, SILENT);
    const filters = { members: ['S900001'], limit: 10 };
    expect((await new FilingsQuery(sample.dataSource).page(filters)).items.map(({ id }) => id)).toEqual([filing!.id]);
    expect((await new TradesQuery(sample.dataSource).page(filters)).items).toHaveLength(2);
    expect((await query.find('S900001'))!.counts).toEqual({
      filings: 1,
      trades: 2,
      firstFiledOn: '2025-03-20',
      lastFiledOn: '2025-03-20',
    });
  });
});

describe('after an import', () => {
  it('all filings are matched again, and none of their rows is touched', async () => {
    const [filing] = await enter(house('1', 'Hon. Testina Sample', 'AK00'), house('2', 'Hon. Nobody Known', 'AK00'));
    await sample.filings.store(filing!.id, await parsedOutcome(sample, [row(1)]), FIRST_ATTEMPT, SILENT);
    const rows = (): Promise<unknown> => sample.dataSource.query('SELECT id, revision, xmin::text FROM transactions');
    const before = await rows();
    await importMembers(sample);
    expect(await matching.matchAll()).toEqual({ matched: 1, ambiguous: 0, open: 1, outside: 0, changed: 1 });
    expect(await matching.matchAll()).toMatchObject({ changed: 0 });
    expect(await rows()).toEqual(before);
  });

  it('a process that has read the older list matches by the newer one', async () => {
    const scraper = new Filings(sample.dataSource);
    await scraper.enter('house', [house('1', 'Hon. Nova Neu', 'WY00')], TASK);
    await importMembers(sample, [member('N900001', 'Nova', 'Neu', term('WY00', '2025-01-03', '2027-01-03'))]);
    const [filing] = await scraper.enter('house', [house('1', 'Hon. Nova Neu', 'WY00')], TASK);
    expect(filing!.memberId).toBe('N900001');
  });
});

describe('the list of unmatched filings', () => {
  it('has ambiguous and open filings with their candidates, the newest first', async () => {
    await importMembers(sample);
    await enter(
      house('1', 'Hon. Testina Sample', 'AK00'),
      house('2', 'Hon. Nadia Muster', 'WY00'),
      { ...senate('3', 'Paula Probe'), filedOn: '2025-03-21' },
      house('4', 'TESTINA SAMPLE', 'AP00'),
    );
    const { items } = await query.unmatched({ limit: 10 });
    expect(
      items.map(({ externalId, memberStatus, candidates }) => [
        externalId,
        memberStatus,
        ...candidates.map(({ member: { bioguide }, reason }) => `${bioguide} ${reason}`),
      ]),
    ).toEqual([
      ['3', 'ambiguous', 'P900001 surname', 'P900002 surname'],
      ['2', 'open', 'M900001 surname'],
    ]);
    expect((await query.unmatched({ limit: 10, status: 'open', chamber: 'senate' })).items).toEqual([]);
    const { nextCursor } = await query.unmatched({ limit: 1 });
    const { items: rest } = await query.unmatched({ limit: 1, cursor: nextCursor! });
    expect(rest.map(({ externalId }) => externalId)).toEqual(['2']);
  });
});

describe('a decision by hand', () => {
  beforeEach(() => importMembers(sample));

  it('applies to the same filer within the term, through scrapes, reparses and imports', async () => {
    const [filing, sameTerm, laterTerm] = await enter(
      senate('1', 'Paula Probe'),
      { ...senate('2', 'PAULA  PROBE'), filedOn: '2026-12-31' },
      { ...senate('3', 'Paula Probe'), filedOn: '2027-02-01' },
    );
    await decisions.settle(filing!.id, { ...decision, bioguide: 'P900002' });
    const [later] = await enter(senate('4', 'Paula Probe'));
    expect([await now(filing!.id), await now(sameTerm!.id), later!].map(whoFiled)).toEqual([
      ['matched', 'P900002', 'by-hand'],
      ['matched', 'P900002', 'by-hand'],
      ['matched', 'P900002', 'by-hand'],
    ]);
    expect((await now(laterTerm!.id)).memberStatus).toBe('ambiguous');

    await sample.filings.store(filing!.id, await parsedOutcome(sample, [row(1)]), FIRST_ATTEMPT, SILENT);
    await enter(senate('1', 'Paula Probe', 'Probe, Paula (Former Senator)'));
    await importMembers(sample, [
      ...MEMBERS,
      member('N900001', 'Nova', 'Neu', term('WY00', '2025-01-03', '2027-01-03')),
    ]);
    expect(await matching.matchAll()).toMatchObject({ changed: 0 });
    expect(whoFiled(await now(filing!.id))).toEqual(['matched', 'P900002', 'by-hand']);
  });

  it('is kept with who, when and why; a later one supersedes it and both stay', async () => {
    const [filing] = await enter(senate('1', 'Paula Probe'));
    await decisions.settle(filing!.id, { ...decision, bioguide: 'P900001' });
    await decisions.settle(filing!.id, { ...decision, bioguide: 'P900002', decidedBy: 'grace', reason: 'second look' });
    expect((await now(filing!.id)).memberId).toBe('P900002');
    expect((await query.find('P900001'))!.aliases).toEqual([
      expect.objectContaining({
        filerNameRaw: 'Paula Probe',
        validFrom: '2021-01-03',
        validTo: '2027-01-03',
        decidedBy: 'ada',
        reason: 'the signature says so',
        decidedAt: expect.any(Date),
        supersededAt: expect.any(Date),
      }),
    ]);
    expect((await query.find('P900002'))!.aliases).toMatchObject([{ decidedBy: 'grace', supersededAt: null }]);
  });

  it('may apply to one filing alone', async () => {
    const [one, other] = await enter(senate('1', 'Paula Probe'), senate('2', 'Paula Probe'));
    await decisions.settle(one!.id, { ...decision, bioguide: 'P900001', appliesTo: 'filing' });
    expect((await now(one!.id)).memberId).toBe('P900001');
    expect((await now(other!.id)).memberStatus).toBe('ambiguous');
  });

  it('may say that the filer is not a member, which ends the search for that Congress', async () => {
    const [filing, sameCongress, nextCongress] = await enter(
      house('1', 'NADIA STAFF', 'AK00', { filedOn: '2025-01-02' }),
      house('2', 'Nadia Staff', 'AK00', { filedOn: '2023-01-03' }),
      house('3', 'Nadia Staff', 'AK00', { filedOn: '2025-01-03' }),
    );
    await decisions.settle(filing!.id, { ...decision, bioguide: null });
    expect([await now(filing!.id), await now(sameCongress!.id), await now(nextCongress!.id)].map(whoFiled)).toEqual([
      ['outside', null, 'by-hand'],
      ['outside', null, 'by-hand'],
      ['open', null, null],
    ]);
  });

  it('overrules a rule', async () => {
    const [filing] = await enter(house('1', 'Hon. Otto Muster', 'WY00'));
    await decisions.settle(filing!.id, { ...decision, bioguide: 'M900002' });
    expect(whoFiled(await now(filing!.id))).toEqual(['matched', 'M900002', 'by-hand']);
  });

  it('on a filing without a date applies to that filing', async () => {
    const [filing, dated] = await enter(
      house('1', 'Hon. Otto Nobody', 'WY00', { filedOn: null }),
      house('2', 'Hon. Otto Nobody', 'WY00'),
    );
    await decisions.settle(filing!.id, { ...decision, bioguide: 'M900001' });
    expect((await now(filing!.id)).memberId).toBe('M900001');
    expect((await now(dated!.id)).memberStatus).toBe('open');
  });

  it('is rejected for an unknown filing or member, and for one who never sat in the chamber', async () => {
    const [filing] = await enter(senate('1', 'Paula Probe'));
    const settle = (id: string, bioguide: string): Promise<unknown> => decisions.settle(id, { ...decision, bioguide });
    await expect(settle('01939e6e-0000-7000-8000-000000000000', 'P900001')).rejects.toThrow(UnknownFilingError);
    await expect(settle(filing!.id, 'X000000')).rejects.toThrow(UnsuitableMemberError);
    await expect(settle(filing!.id, 'S900001')).rejects.toThrow(/S900001 never sat in the senate/);
    expect((await now(filing!.id)).memberStatus).toBe('ambiguous');
  });
});
