import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import type { PaperRow, ParsedTransaction, RowStatus, TransactionType, Owner } from '#rotunda/domain';
import { References, UuidKey, WrittenAt } from './columns.js';
import { Filing } from './filing.entity.js';
import { RawDocument } from './raw-document.entity.js';

/**
 * One row of a filing, as one reading gave it. The row keeps its `id`. A later reading that differs adds a revision
 * that supersedes this one, so that any past state can be shown again.
 */
@Entity('transactions')
@Check('transactions_owner_check', `owner IN ('self', 'spouse', 'joint', 'dependent')`)
@Check('transactions_type_check', `type IN ('purchase', 'sale', 'sale_partial', 'exchange')`)
@Check('transactions_row_status_check', `row_status IN ('new', 'amended', 'deleted')`)
@Index('transactions_filing_id_ordinal_idx', ['filingId', 'ordinal'], { unique: true, where: 'superseded_at IS NULL' })
@Index('transactions_ticker_idx', { synchronize: false })
@Index('transactions_source_row_id_idx', ['sourceRowId'], {
  where: 'superseded_at IS NULL AND source_row_id IS NOT NULL',
})
@Index('transactions_traded_on_idx', ['tradedOn'], { where: 'superseded_at IS NULL AND is_current' })
export class Transaction implements Omit<ParsedTransaction, 'place' | 'paper'> {
  @UuidKey()
  id!: string;

  @PrimaryColumn('integer', { default: 1 })
  revision!: number;

  @Column('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  @Column('integer')
  ordinal!: number;

  @WrittenAt()
  recordedAt!: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;

  @WrittenAt()
  firstSeenAt!: Date;

  @Column('text')
  firstTaskId!: string;

  @Column('text', { nullable: true })
  sourceRowId!: string | null;

  @Column('text')
  ownerRaw!: string;

  @Column('text', { nullable: true })
  owner!: Owner | null;

  @Column('text')
  assetNameRaw!: string;

  @Column('text')
  assetName!: string;

  @Column('text', { nullable: true })
  assetType!: string | null;

  @Column('text', { nullable: true })
  tickerRaw!: string | null;

  @Column('text', { nullable: true })
  ticker!: string | null;

  @Column('text', { nullable: true })
  tickerSource!: ParsedTransaction['tickerSource'];

  @Column('text')
  typeRaw!: string;

  @Column('text', { nullable: true })
  type!: TransactionType | null;

  @Column('text')
  tradedOnRaw!: string;

  @Column('date', { nullable: true })
  tradedOn!: string | null;

  @Column('text', { nullable: true })
  notifiedOnRaw!: string | null;

  @Column('date', { nullable: true })
  notifiedOn!: string | null;

  @Column('text')
  amountRaw!: string;

  /** US dollars. */
  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  amountMin!: number | null;

  @Column('numeric', { precision: 16, scale: 2, nullable: true })
  amountMax!: number | null;

  @Column('boolean')
  amountOver!: boolean;

  @Column('jsonb', { nullable: true })
  option!: ParsedTransaction['option'];

  @Column('jsonb', { nullable: true })
  bond!: ParsedTransaction['bond'];

  @Column('jsonb', { nullable: true })
  exchange!: ParsedTransaction['exchange'];

  @Column('boolean', { nullable: true })
  capGainsOver200!: boolean | null;

  @Column('text', { nullable: true })
  rowStatusRaw!: string | null;

  @Column('text', { nullable: true })
  rowStatus!: RowStatus | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { nullable: true })
  comment!: string | null;

  @Column('text', { nullable: true })
  subholding!: string | null;

  @Column('text', { nullable: true })
  location!: string | null;

  /** Days from the trade to the filing; null where either date is missing. */
  @Column('integer', { nullable: true })
  daysToFile!: number | null;

  @Column('boolean', { nullable: true })
  late!: boolean | null;

  @Column('text', { array: true, default: () => `'{}'` })
  qualityFlags!: string[];

  @Column('text')
  documentSha256!: string;

  @References(() => RawDocument, 'document_sha256')
  document?: Relation<RawDocument>;

  @Column('integer', { nullable: true })
  page!: number | null;

  /** left, bottom, right, top in PDF points. */
  @Column('double precision', { array: true, nullable: true })
  box!: [number, number, number, number] | null;

  @Column('integer', { nullable: true })
  domRow!: number | null;

  @Column('text')
  parserVersion!: string;

  /** How it was read from a scan; null for a row of an electronic document, and for one that a reviewer added. */
  @Column('jsonb', { nullable: true })
  paper!: PaperRow | null;

  /**
   * Whether the row counts: false if another filing amends, restates or withdraws it, if it deletes another row, or if
   * a reviewer rejected its filing. A superseded revision keeps its value.
   */
  @Column('boolean', { default: true })
  isCurrent!: boolean;
}

export type TransactionRecord = Omit<Transaction, 'filing' | 'document'>;
