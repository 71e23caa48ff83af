import { Check, Column, Entity, Index, type Relation } from 'typeorm';
import type { Chamber } from '#rotunda/domain';
import { References, UuidKey, WrittenAt } from './columns.js';
import { Filing } from './filing.entity.js';
import { MemberRow } from './member.entities.js';

/**
 * What a person decided of a filer that no rule could settle, or settled wrongly. Append-only: a newer decision
 * supersedes the one before it, and both stay.
 */
@Entity('member_aliases')
@Check('member_aliases_applies_to_check', `applies_to IN ('filer', 'filing')`)
@Index('member_aliases_bioguide_idx', ['bioguide'])
export class MemberAlias {
  @UuidKey()
  id!: string;

  /** Null: it was no member. */
  @Column('text', { nullable: true })
  bioguide!: string | null;

  @References(() => MemberRow, 'bioguide')
  member?: Relation<MemberRow>;

  /** `filer`: for all filings under this name, office and chamber from `validFrom` to `validTo`; `filing`: for the one. */
  @Column('text')
  appliesTo!: 'filer' | 'filing';

  /** The filing that it was decided upon. */
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

  /** Filing dates, both included: those of one term. */
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

/** A decision as the repositories give it. */
export type MemberAliasRecord = Omit<MemberAlias, 'member' | 'filing'>;
