import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import type { Chamber, OtherName } from '#rotunda/domain';
import { CountedKey, References, WrittenAt } from './columns.js';

/** A present or former member of Congress. Never deleted, because filings refer to it. */
@Entity('members')
@Check('members_bioguide_check', `bioguide ~ '^[A-Z][0-9]{6}$'`)
@Index('members_page_idx', ['last', 'first', 'bioguide'])
export class MemberRow {
  @PrimaryColumn('text')
  bioguide!: string;

  @Column('text')
  first!: string;

  @Column('text', { nullable: true })
  middle!: string | null;

  @Column('text')
  last!: string;

  @Column('text', { nullable: true })
  suffix!: string | null;

  @Column('text', { nullable: true })
  nickname!: string | null;

  @Column('text', { nullable: true })
  officialFull!: string | null;

  @Column('jsonb', { default: () => `'[]'` })
  otherNames!: OtherName[];
}

@Entity('member_terms')
@Check('member_terms_chamber_check', `chamber IN ('senate', 'house')`)
@Index('member_terms_days_idx', ['startsOn', 'endsOn'])
export class MemberTermRow {
  @PrimaryColumn('text')
  bioguide!: string;

  @References(() => MemberRow, 'bioguide')
  member?: Relation<MemberRow>;

  @PrimaryColumn('text')
  chamber!: Chamber;

  @PrimaryColumn('date')
  startsOn!: string;

  @Column('date')
  endsOn!: string;

  @Column('text')
  state!: string;

  /** House only; 0 is at large. */
  @Column('integer', { nullable: true })
  district!: number | null;

  @Column('text', { nullable: true })
  party!: string | null;
}

/** The lists of members that were imported. */
@Entity('member_imports')
export class MemberImport {
  @CountedKey()
  id!: number;

  /** A file name, for people. */
  @Column('text')
  source!: string;

  /** The day on which the list was current. */
  @Column('date')
  asOf!: string;

  @Column('integer')
  added!: number;

  @Column('integer')
  changed!: number;

  @WrittenAt()
  importedAt!: Date;
}
