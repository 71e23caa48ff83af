import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { addDays, GRACE_DAYS, type IsoDate, type Member } from '#rotunda/domain';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { UnknownFilingError } from '../rows/filing-update.js';
import { decisionsInForce, filerKey, lockToChange } from '../members/member-knowledge.js';
import { MemberMatching, type MatchReport } from '../members/member-matching.js';
import { selectMembers } from '../members/member-rows.js';
import { selectList } from '../database/select-list.js';

/** A person's decision on who filed. */
export interface MemberDecision {
  /** Null: the filer is not a member. */
  bioguide: string | null;
  /** `filer`: also for other filings under the same raw name, office and chamber within the same term. */
  appliesTo: 'filer' | 'filing';
  decidedBy: string;
  reason: string;
}

/** The member does not exist, or never sat in the filing's chamber. */
export class UnsuitableMemberError extends Error {
  override readonly name = 'UnsuitableMemberError';
}

interface Validity {
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
}

/** Decisions by hand, where no rule could match the filer or one matched wrongly. */
@Injectable()
export class MemberDecisions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly matching: MemberMatching,
  ) {}

  /**
   * Stores a decision about a filing's filer and applies it. No later scrape, import or reparse overrules it; a later
   * decision does, and the earlier one stays on record.
   *
   * @throws UnknownFilingError, UnsuitableMemberError
   */
  async settle(filingId: string, decision: MemberDecision): Promise<MatchReport> {
    await this.dataSource.transaction(async (manager) => {
      const filing = await holdFiling(manager, filingId);
      await lockToChange(manager);
      const validity = await validityOf(manager, filing, decision);
      await supersede(manager, filing, decision, validity);
      await enter(manager, filing, decision, validity);
    });
    return this.matching.matchAll();
  }
}

/** Locked before the members: see `lockToChange`. */
async function holdFiling(manager: EntityManager, filingId: string): Promise<FilingRecord> {
  const [filing] = await manager.query<FilingRecord[]>(
    `SELECT ${selectList(manager.dataSource, Filing, 'f')} FROM filings f WHERE id = $1 FOR KEY SHARE`,
    [filingId],
  );
  if (!filing) throw new UnknownFilingError(`There is no filing ${filingId}`);
  return filing;
}

async function validityOf(
  manager: EntityManager,
  filing: FilingRecord,
  { bioguide, appliesTo }: MemberDecision,
): Promise<Validity> {
  const member = bioguide === null ? null : await suitable(manager, bioguide, filing);
  const { filedOn } = filing;
  if (appliesTo === 'filing' || filedOn === null) return { validFrom: null, validTo: null };
  return member ? termOf(member, filing.chamber, filedOn) : congressOf(filedOn);
}

async function suitable(manager: EntityManager, bioguide: string, { chamber }: FilingRecord): Promise<Member> {
  const [member] = await selectMembers(manager, 'WHERE m.bioguide = $1', [bioguide]);
  if (!member) throw new UnsuitableMemberError(`There is no member ${bioguide}`);
  if (member.terms.some((term) => term.chamber === chamber)) return member;
  throw new UnsuitableMemberError(`${bioguide} never sat in the ${chamber}`);
}

/** The term that covers the day, or one that ended within `GRACE_DAYS` before it, or else only the day. */
function termOf({ terms }: Member, chamber: FilingRecord['chamber'], day: IsoDate): Validity {
  const started = terms.filter((term) => term.chamber === chamber && term.startsOn <= day).toReversed();
  const term =
    started.find(({ endsOn }) => day <= endsOn) ?? started.find(({ endsOn }) => day <= addDays(endsOn, GRACE_DAYS));
  if (!term) return { validFrom: day, validTo: day };
  return { validFrom: term.startsOn, validTo: day <= term.endsOn ? term.endsOn : addDays(term.endsOn, GRACE_DAYS) };
}

/** A Congress sits from January 3 of an odd year to the day before the next one's. */
function congressOf(day: IsoDate): Validity {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '01-03' ? 1 : 0);
  const first = year % 2 === 1 ? year : year - 1;
  return { validFrom: `${first}-01-03`, validTo: `${first + 2}-01-02` };
}

/** Supersedes the decisions that this one contradicts or repeats: on the same filing, or the same filer and time. */
async function supersede(
  manager: EntityManager,
  filing: FilingRecord,
  { appliesTo }: MemberDecision,
  validity: Validity,
): Promise<void> {
  const outdated = (await decisionsInForce(manager)).filter((earlier) =>
    earlier.appliesTo === 'filing'
      ? earlier.filingId === filing.id
      : appliesTo === 'filer' && filerKey(earlier) === filerKey(filing) && overlap(earlier, validity),
  );
  await manager.query('UPDATE member_aliases SET superseded_at = now() WHERE id = ANY($1::uuid[])', [
    outdated.map(({ id }) => id),
  ]);
}

const overlap = (a: Validity, b: Validity): boolean =>
  a.validFrom !== null && a.validTo !== null && b.validFrom !== null && b.validTo !== null
    ? a.validFrom <= b.validTo && b.validFrom <= a.validTo
    : false;

async function enter(
  manager: EntityManager,
  { id, chamber, filerNameRaw, stateDistrict }: FilingRecord,
  { bioguide, appliesTo, decidedBy, reason }: MemberDecision,
  { validFrom, validTo }: Validity,
): Promise<void> {
  // Without a filing date there is no term that the decision could cover.
  const scope = validFrom === null ? 'filing' : appliesTo;
  await manager.query(
    `INSERT INTO member_aliases (bioguide, applies_to, filing_id, chamber, filer_name_raw, state_district, valid_from,
       valid_to, decided_by, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [bioguide, scope, id, chamber, filerNameRaw, stateDistrict, validFrom, validTo, decidedBy, reason],
  );
}
