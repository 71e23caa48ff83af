import type { EntityManager } from 'typeorm';
import { type Filer, matchFiler, MemberIndex, type MemberMatch } from '#rotunda/domain';
import { MemberAlias, type MemberAliasRecord } from '../entities/member-alias.entity.js';
import type { FilingRecord } from '../entities/filing.entity.js';
import { selectMembers } from './member-rows.js';
import { selectList } from '../database/select-list.js';

export const BY_HAND = 'by-hand';

/**
 * Whoever changes members or decisions takes this lock exclusively, matching takes it shared, so that a match by an
 * older list can't overwrite one by a newer list. A transaction that waits for it holds no write lock on a filing.
 */
const MEMBERS_LOCK = 7_266_847_327;

export const lockToChange = (manager: EntityManager): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock($1)', [MEMBERS_LOCK]);
export const lockToMatch = (manager: EntityManager): Promise<unknown> =>
  manager.query('SELECT pg_advisory_xact_lock_shared($1)', [MEMBERS_LOCK]);

type FilerOfFiling = Filer & Pick<FilingRecord, 'id'>;

/** Everything that decides who filed: the members, and people's decisions, which take precedence over the rules. */
export class MemberKnowledge {
  readonly index: MemberIndex;
  private readonly ofFiling = new Map<string, MemberAliasRecord>();
  private readonly ofFiler = new Map<string, MemberAliasRecord[]>();

  private constructor(members: ConstructorParameters<typeof MemberIndex>[0], decisions: MemberAliasRecord[]) {
    this.index = new MemberIndex(members);
    for (const decision of decisions) {
      // The filing that was decided on keeps its decision, even where listing or document later name the filer
      // differently.
      if (!this.ofFiling.has(decision.filingId)) this.ofFiling.set(decision.filingId, decision);
      if (decision.appliesTo === 'filing') continue;
      const key = filerKey(decision);
      this.ofFiler.set(key, [...(this.ofFiler.get(key) ?? []), decision]);
    }
  }

  static async load(manager: EntityManager): Promise<MemberKnowledge> {
    const members = await selectMembers(manager);
    const decisions = await decisionsInForce(manager);
    return new MemberKnowledge(members, decisions);
  }

  match(filing: FilerOfFiling): MemberMatch {
    const decision = this.decisionFor(filing);
    if (!decision) return matchFiler(this.index, filing);
    const { bioguide } = decision;
    if (bioguide === null) return { status: 'outside', bioguide, method: BY_HAND, score: null };
    return { status: 'matched', bioguide, method: BY_HAND, score: 1 };
  }

  private decisionFor(filing: FilerOfFiling): MemberAliasRecord | undefined {
    const { id, filedOn } = filing;
    return (
      this.ofFiling.get(id) ??
      this.ofFiler.get(filerKey(filing))?.find(({ validFrom, validTo }) => isBetween(filedOn, validFrom, validTo))
    );
  }
}

/** The raw name normalised for blanks and case: paper filings are listed in capitals. */
export const filerKey = ({ chamber, filerNameRaw, stateDistrict }: Omit<Filer, 'officeRaw' | 'filedOn'>): string =>
  [chamber, filerNameRaw.replaceAll(/\s+/g, ' ').trim().toLowerCase(), stateDistrict ?? ''].join('|');

const isBetween = (day: string | null, from: string | null, to: string | null): boolean =>
  day !== null && from !== null && to !== null && from <= day && day <= to;

/** Changes whenever members or decisions do. Decisions are never deleted, so their number suffices. */
export async function knowledgeVersion(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ version: string }[]>(
    `SELECT (SELECT coalesce(max(id), 0) FROM member_imports) || '/' || (SELECT count(*) FROM member_aliases) AS version`,
  );
  return row!.version;
}

/** Decisions that no later one has superseded, the newest first. */
export const decisionsInForce = (manager: EntityManager): Promise<MemberAliasRecord[]> =>
  manager.query(
    `SELECT ${selectList(manager.dataSource, MemberAlias, 'a')} FROM member_aliases a WHERE superseded_at IS NULL
     ORDER BY id DESC`,
  );
