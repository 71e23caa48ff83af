import { Check, Column, Entity, Index, type Relation } from 'typeorm';
import type { Chamber } from '#rotunda/domain';
import { References, UuidKey, WrittenAt } from './columns.js';
import { Filing } from './filing.entity.js';
import { MemberRow } from './member.entities.js';

/**
 * A person's decision on a filer that no rule could match, or that one matched wrongly. Append-only: a newer decision
 * supersedes the one before it, and both stay.
 */
@Entity('member_aliases')
@Check('member_aliases_applies_to_check', `applies_to IN ('filer', 'filing')`)
@Index('member_aliases_bioguide_idx', ['bioguide'])
export class MemberAlias {
  @UuidKey()
  id!: string;

  /** Null: the filer is not a member. */
  @Column('text', { nullable: true })
  bioguide!: string | null;

  @References(() => MemberRow, 'bioguide')
  member?: Relation<MemberRow>;

  /** `filer`: all filings with this name, office and chamber from `validFrom` to `validTo`; `filing`: only this one. */
  @Column('text')
  appliesTo!: 'filer' | 'filing';

  /** The filing that the decision was made on. */
  @Column('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  @Column('text')
  chamber!: Chamber;

  @Column('text')
  filerNameRaw!: string;

  @Column('text', { nullable: true })
  stateDistrict!: string | null;

  /** Filing dates of one term, both included. */
  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text')
  decidedBy!: string;

  @Column('text')
  reason!: string;

  @WrittenAt()
  decidedAt!: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;
}

/** A decision as the repositories return it. */
export type MemberAliasRecord = Omit<MemberAlias, 'member' | 'filing'>;
