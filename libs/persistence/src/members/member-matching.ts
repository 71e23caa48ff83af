import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { candidatesFor, type Member, type MemberCandidate, type MemberMatch, type MemberStatus } from '#rotunda/domain';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { knowledgeVersion, lockToMatch, MemberKnowledge } from './member-knowledge.js';
import { selectList } from '../database/select-list.js';
import { toRow } from '../database/snake-names.js';

/** The number of filings by status after all were matched. */
export type MatchReport = Record<MemberStatus, number> & {
  /** Filings whose member changed, was found, or is no longer known. */
  changed: number;
};

/** A member whom a reviewer should consider, and why. */
export interface Candidate extends Pick<MemberCandidate, 'reason'> {
  member: Member;
}

/** A few MB of filings at a time. */
const BATCH = 5_000;
const NO_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Decides which member filed, and stores it with the filing. The outcome depends only on the listing, the members and
 * the decisions, so matching again changes nothing. Rows and their ids are never touched.
 */
@Injectable()
export class MemberMatching {
  private known: { version: string; knowledge: MemberKnowledge } | null = null;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Matches filings that were just stored or parsed, in memory, and writes only differences to Postgres.
   * @returns the same filings, as they are now
   */
  async match(filings: FilingRecord[]): Promise<FilingRecord[]> {
    const before = await this.knowledge(this.dataSource.manager);
    if (matches(before, filings).every(({ differs }) => !differs)) return filings;
    return this.dataSource.transaction(async (manager) => {
      await lockToMatch(manager);
      const matched = matches(await this.knowledge(manager), filings);
      await write(
        manager,
        matched.filter(({ differs }) => differs).map(({ now }) => now),
      );
      return matched.map(({ now }) => now);
    });
  }

  /** Matches every filing again, after an import or a decision. */
  async matchAll(): Promise<MatchReport> {
    const report: MatchReport = { matched: 0, ambiguous: 0, open: 0, outside: 0, changed: 0 };
    for (let after = NO_ID; ;) {
      const batch = await this.filingsAfter(after);
      const matched = await this.match(batch);
      for (const [i, now] of matched.entries()) {
        report[now.memberStatus] += 1;
        if (now.memberId !== batch[i]!.memberId || now.memberStatus !== batch[i]!.memberStatus) report.changed += 1;
      }
      if (batch.length < BATCH) return report;
      after = batch.at(-1)!.id;
    }
  }

  /** For each of the filings, the members who may have filed it. */
  async candidates(filings: FilingRecord[]): Promise<Candidate[][]> {
    const { index } = await this.knowledge(this.dataSource.manager);
    const members = new Map(index.members.map((member) => [member.bioguide, member]));
    return filings.map((filing) =>
      candidatesFor(index, filing).map(({ bioguide, reason }) => ({ member: members.get(bioguide)!, reason })),
    );
  }

  private filingsAfter(id: string): Promise<FilingRecord[]> {
    return this.dataSource.query(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE f.id > $1 ORDER BY f.id LIMIT ${BATCH}`,
      [id],
    );
  }

  /** Another process may have imported or decided since; checking takes one short query. */
  private async knowledge(manager: EntityManager): Promise<MemberKnowledge> {
    const version = await knowledgeVersion(manager);
    if (this.known?.version !== version) this.known = { version, knowledge: await MemberKnowledge.load(manager) };
    return this.known.knowledge;
  }
}

function matches(knowledge: MemberKnowledge, filings: FilingRecord[]): { now: FilingRecord; differs: boolean }[] {
  return filings.map((filing) => {
    const match = knowledge.match(filing);
    return saysTheSame(filing, match)
      ? { now: filing, differs: false }
      : { now: withMatch(filing, match), differs: true };
  });
}

const saysTheSame = (filing: FilingRecord, { status, bioguide, method, score }: MemberMatch): boolean =>
  filing.memberStatus === status &&
  filing.memberId === bioguide &&
  filing.memberMethod === method &&
  filing.memberScore === score;

const withMatch = (filing: FilingRecord, { status, bioguide, method, score }: MemberMatch): FilingRecord => ({
  ...filing,
  memberStatus: status,
  memberId: bioguide,
  memberMethod: method,
  memberScore: score,
});

/**
 * Writes in one statement, locking in the order of ids so that two workers can't deadlock. A filing whose listing has
 * changed meanwhile is left to the process that changed it.
 */
async function write(manager: EntityManager, filings: FilingRecord[]): Promise<void> {
  await manager.query(
    `WITH m AS (SELECT * FROM jsonb_populate_recordset(NULL::filings, $1::jsonb)),
       locked AS (
         SELECT f.id FROM filings f JOIN m USING (id)
         WHERE (f.filer_name_raw, f.office_raw, f.state_district, f.filed_on)
           IS NOT DISTINCT FROM (m.filer_name_raw, m.office_raw, m.state_district, m.filed_on)
         ORDER BY f.id FOR NO KEY UPDATE OF f)
     UPDATE filings f SET (member_status, member_id, member_method, member_score) =
       ROW (m.member_status, m.member_id, m.member_method, m.member_score)
     FROM m JOIN locked USING (id) WHERE f.id = m.id`,
    [JSON.stringify(filings.map(toRow))],
  );
}
