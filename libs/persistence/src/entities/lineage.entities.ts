import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import type { LineageKind, LineageMethod } from '#rotunda/domain';
import { CountedKey, References, WrittenAt } from './columns.js';
import { Filing } from './filing.entity.js';

const KINDS = `kind IN ('amends', 'withdraws', 'restates')`;
const METHODS = `method IN ('row_id', 'content', 'title', 'decision')`;

abstract class LineageLink {
  @Column('text')
  kind!: LineageKind;

  @Column('text')
  method!: LineageMethod;

  /** 0 to 1. */
  @Column('numeric', { precision: 4, scale: 3 })
  score!: number;

  @WrittenAt()
  linkedAt!: Date;
}

/** A filing that restates, amends or withdraws what an earlier one said. */
@Entity('filing_lineage')
@Check('filing_lineage_kind_check', KINDS)
@Check('filing_lineage_method_check', METHODS)
@Index('filing_lineage_predecessor_id_idx', ['predecessorId'])
export class FilingLineage extends LineageLink {
  @PrimaryColumn('uuid')
  successorId!: string;

  @References(() => Filing, 'successor_id')
  successor?: Relation<Filing>;

  @PrimaryColumn('uuid')
  predecessorId!: string;

  @References(() => Filing, 'predecessor_id')
  predecessor?: Relation<Filing>;
}

/** The same for a row. `successorId` is null where a later filing withdraws the row by leaving it out. */
@Entity('transaction_lineage')
@Check('transaction_lineage_kind_check', KINDS)
@Check('transaction_lineage_method_check', METHODS)
@Index('transaction_lineage_successor_id_idx', ['successorId'])
@Index('transaction_lineage_successor_filing_id_idx', ['successorFilingId'])
export class TransactionLineage extends LineageLink {
  @PrimaryColumn('uuid')
  predecessorId!: string;

  @PrimaryColumn('uuid')
  successorFilingId!: string;

  @References(() => Filing, 'successor_filing_id')
  successorFiling?: Relation<Filing>;

  @Column('uuid', { nullable: true })
  successorId!: string | null;
}

/** A person's decision on which filing or row another one amends. The last one per successor counts. */
@Entity('lineage_decisions')
@Index('lineage_decisions_filing_id_idx', ['filingId', 'id'])
export class LineageDecision {
  @CountedKey()
  id!: number;

  /** The filing that amends, or whose row amends. */
  @Column('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  /** A filing (Senate) or a row (House). */
  @Column('uuid')
  successorId!: string;

  /** Null: it amends nothing that is stored here. */
  @Column('uuid', { nullable: true })
  predecessorId!: string | null;

  @Column('text')
  decidedBy!: string;

  @Column('text')
  reason!: string;

  @WrittenAt()
  decidedAt!: Date;
}
