import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Chamber, isBioguide, type IsoDate, type Member } from '#rotunda/domain';
import { READING } from '../data-source.js';
import { Conditions } from '../database/conditions.js';
import { decodeCursor, isUuid, type Page, toPage } from '../database/cursor.js';
import { Filing, type FilingRecord } from '../entities/filing.entity.js';
import { MemberAlias, type MemberAliasRecord } from '../entities/member-alias.entity.js';
import { FILED, filedKey, isFiledKey } from './filing-filters.js';
import { type Candidate, MemberMatching } from '../members/member-matching.js';
import { selectMembers } from '../members/member-rows.js';
import { selectList } from '../database/select-list.js';

/** A member matches if one of their terms matches all of these. */
export interface MemberFilters {
  /** Any part of the name, case-insensitive. */
  name?: string | undefined;
  chamber?: Chamber | undefined;
  state?: string | undefined;
  party?: string | undefined;
  /** Sat on this day. */
  on?: IsoDate | undefined;
  /** Filed something, or nothing, as far as filers are matched. */
  filed?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface ListedMember extends Member {
  filings: number;
  lastFiledOn: IsoDate | null;
}

export interface MemberWithFilings extends Member {
  /** People's decisions, the newest first, including superseded ones. */
  aliases: MemberAliasRecord[];
  counts: { filings: number; trades: number; firstFiledOn: IsoDate | null; lastFiledOn: IsoDate | null };
}

export interface UnmatchedFilters {
  chamber?: Chamber | undefined;
  status?: 'ambiguous' | 'open' | undefined;
  limit: number;
  cursor?: string | undefined;
}

export interface UnmatchedFiling extends FilingRecord {
  candidates: Candidate[];
}

const SEARCHED = `lower(concat_ws(' ', m.official_full, m.first, m.last, m.nickname, m.last))`;
const isName = (part: unknown): boolean => typeof part === 'string' && !part.includes('\0');
const isId = (part: unknown): boolean => typeof part === 'string' && isBioguide(part);

@Injectable()
export class MembersQuery {
  constructor(
    @InjectDataSource(READING) private readonly dataSource: DataSource,
    private readonly matching: MemberMatching,
  ) {}

  /**
   * Ordered by last name, then first.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async page(filters: MemberFilters): Promise<Page<ListedMember>> {
    const where = new Conditions()
      .where(filters.name, (part) => `strpos(${SEARCHED}, lower(${part})) > 0`)
      .where(filters.filed, (filed) => `EXISTS (SELECT FROM filings f WHERE f.member_id = m.bioguide) = ${filed}`);
    where.and(sat(where, filters));
    if (filters.cursor) {
      const [last, first, id] = decodeCursor(filters.cursor, [isName, isName, isId]).map((part) => where.bind(part));
      where.and(`(m.last, m.first, m.bioguide) > (${last}, ${first}, ${id})`);
    }
    const rest = `WHERE ${where.sql} ORDER BY m.last, m.first, m.bioguide LIMIT ${where.bind(filters.limit + 1)}`;
    const members = await selectMembers(this.dataSource.manager, rest, where.parameters);
    const { items, nextCursor } = toPage(members, filters.limit, ({ name, bioguide }) => [
      ...[name.last, name.first, bioguide],
    ]);
    return { items: await this.withCounts(items), nextCursor };
  }

  async find(bioguide: string): Promise<MemberWithFilings | null> {
    const [member] = await selectMembers(this.dataSource.manager, 'WHERE m.bioguide = $1', [bioguide]);
    if (!member) return null;
    const aliases = await this.dataSource.query<MemberAliasRecord[]>(
      `SELECT ${selectList(this.dataSource, MemberAlias, 'a')} FROM member_aliases a WHERE bioguide = $1 ORDER BY id DESC`,
      [bioguide],
    );
    return { ...member, aliases, counts: await this.counts(bioguide) };
  }

  /**
   * Filings without a known member, the newest first, each with its candidates.
   * @throws InvalidCursorError for a cursor that is not from this list
   */
  async unmatched(filters: UnmatchedFilters): Promise<Page<UnmatchedFiling>> {
    const where = new Conditions(`f.member_status IN ('ambiguous', 'open')`)
      .where(filters.chamber, (chamber) => `f.chamber = ${chamber}`)
      .where(filters.status, (status) => `f.member_status = ${status}`);
    if (filters.cursor) {
      const [filed, id] = decodeCursor(filters.cursor, [isFiledKey, isUuid]).map((part) => where.bind(part));
      where.and(`(${FILED}, f.id) < (${filed}::date, ${id}::uuid)`);
    }
    const filings = await this.dataSource.query<FilingRecord[]>(
      `SELECT ${selectList(this.dataSource, Filing, 'f')} FROM filings f WHERE ${where.sql}
       ORDER BY ${FILED} DESC, f.id DESC LIMIT ${where.bind(filters.limit + 1)}`,
      where.parameters,
    );
    const { items, nextCursor } = toPage(filings, filters.limit, filedKey);
    const candidates = await this.matching.candidates(items);
    return { items: items.map((filing, i) => ({ ...filing, candidates: candidates[i]! })), nextCursor };
  }

  private async withCounts(members: Member[]): Promise<ListedMember[]> {
    const counts = await this.dataSource.query<{ id: string; filings: number; lastFiledOn: IsoDate | null }[]>(
      `SELECT member_id AS id, count(*) AS filings, max(filed_on) AS "lastFiledOn" FROM filings
       WHERE member_id = ANY($1) GROUP BY member_id`,
      [members.map(({ bioguide }) => bioguide)],
    );
    const byId = new Map(counts.map(({ id, ...count }) => [id, count]));
    return members.map((member) => ({
      ...member,
      ...(byId.get(member.bioguide) ?? { filings: 0, lastFiledOn: null }),
    }));
  }

  private async counts(bioguide: string): Promise<MemberWithFilings['counts']> {
    const [counts] = await this.dataSource.query<MemberWithFilings['counts'][]>(
      `SELECT count(*)::integer AS filings, min(filed_on) AS "firstFiledOn", max(filed_on) AS "lastFiledOn",
         (SELECT count(*)::integer FROM transactions t JOIN filings tf ON tf.id = t.filing_id
          WHERE tf.member_id = $1 AND t.superseded_at IS NULL AND t.is_current) AS trades
       FROM filings f WHERE f.member_id = $1`,
      [bioguide],
    );
    return counts!;
  }
}

/** A condition on one term that matches all filters. */
function sat(where: Conditions, { chamber, state, party, on }: MemberFilters): string {
  const term = ['t.bioguide = m.bioguide'];
  if (chamber !== undefined) term.push(`t.chamber = ${where.bind(chamber)}`);
  if (state !== undefined) term.push(`t.state = upper(${where.bind(state)})`);
  if (party !== undefined) term.push(`lower(t.party) = lower(${where.bind(party)})`);
  if (on !== undefined) term.push(`${where.bind(on)}::date BETWEEN t.starts_on AND t.ends_on`);
  return `EXISTS (SELECT FROM member_terms t WHERE ${term.join(' AND ')})`;
}
