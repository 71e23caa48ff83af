import { ApiProperty } from '@nestjs/swagger';
import {
  confidenceOf,
  FILING_FORMATS,
  OWNERS,
  ROW_QUALITY_FLAGS,
  ROW_STATUSES,
  rowJson,
  sourceOf,
  TRANSACTION_TYPES,
} from '#rotunda/domain';
import type { FilingRecord, TransactionRecord } from '#rotunda/persistence';
import { describeFlags } from '../flag-description.js';
import { ConfidenceView } from './confidence.view.js';

const ISO_DATE = { format: 'date', type: String, nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_DOLLARS = { type: Number, nullable: true, description: 'US dollars' } as const;

/** The place of a row in its source document. */
export class ProvenanceView {
  @ApiProperty({ description: 'SHA-256 of the archived document' })
  document_sha256!: string;
  @ApiProperty({ type: Number, nullable: true, description: 'From 1' })
  page!: number | null;
  @ApiProperty({ type: [Number], nullable: true, description: 'left, bottom, right, top in PDF points' })
  box!: number[] | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Row of the HTML table' })
  dom_row!: number | null;
  @ApiProperty({ description: 'The parser that read it' })
  parser_version!: string;
}

class OptionView {
  @ApiProperty({ example: 'Call', description: 'Call or put, as printed' })
  type!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Strike price as printed' })
  strike!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Expiry as printed' })
  expires!: string | null;
}

class BondView {
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Coupon as printed' })
  rate!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Maturity as printed' })
  matures!: string | null;
}

/** What the asset was exchanged for. */
class ExchangeView {
  @ApiProperty({ description: 'What the asset was exchanged for' })
  asset!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Its ticker', example: 'EXA' })
  ticker!: string | null;
}

/** One row of a filing. `…_raw` is the printed text; if the field beside it is null, the text was not understood. */
export class TransactionView {
  @ApiProperty({ format: 'uuid', description: 'Never changes, also when the document is read again' })
  id!: string;
  @ApiProperty({ example: 1, description: 'Increases when a later reading differs' })
  revision!: number;
  @ApiProperty({ format: 'uuid', description: 'The filing that it stands in' })
  filing_id!: string;
  @ApiProperty({ example: 1, description: 'Position in document order, from 1' })
  ordinal!: number;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'The row id that the House prints on amended and deleted rows' })
  source_row_id!: string | null;
  @ApiProperty({ description: 'Owner as printed; empty where the form leaves it out', example: 'SP' })
  owner_raw!: string;
  @ApiProperty({
    enum: OWNERS,
    nullable: true,
    description: 'Whose it is; null: the document names none, or one that the form does not have',
  })
  owner!: string | null;
  @ApiProperty({ description: 'Asset as printed, with everything around it', example: 'Example Corp (EXA) [ST]' })
  asset_name_raw!: string;
  @ApiProperty({ description: 'Name of the asset alone', example: 'Example Corp' })
  asset_name!: string;
  @ApiProperty({
    ...NULLABLE_TEXT,
    description: 'As the forms write it: a code of the House such as ST, words of the Senate such as Stock',
    example: 'ST',
  })
  asset_type!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Ticker as printed', example: '(EXA)' })
  ticker_raw!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Ticker in capital letters, where the document has one' })
  ticker!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'document', description: 'Where the ticker is from' })
  ticker_source!: string | null;
  @ApiProperty({ description: 'Kind of transaction as printed', example: 'P' })
  type_raw!: string;
  @ApiProperty({ enum: TRANSACTION_TYPES, nullable: true, description: 'Kind of transaction' })
  type!: string | null;
  @ApiProperty({ description: 'Day of the trade as printed', example: '03/01/2026' })
  traded_on_raw!: string;
  @ApiProperty({ ...ISO_DATE, description: 'Day of the trade', example: '2026-03-01' })
  traded_on!: string | null;
  @ApiProperty({
    ...NULLABLE_TEXT,
    description: 'Day on which the filer was notified of the trade, as printed; only the House asks for it',
    example: '03/02/2026',
  })
  notified_on_raw!: string | null;
  @ApiProperty({ ...ISO_DATE, description: 'Day on which the filer was notified of the trade', example: '2026-03-02' })
  notified_on!: string | null;
  @ApiProperty({ description: 'Amount as printed: nearly always a band', example: '$1,001 - $15,000' })
  amount_raw!: string;
  @ApiProperty({ ...NULLABLE_DOLLARS, example: 1001 })
  amount_min!: number | null;
  @ApiProperty({ example: 15_000, ...NULLABLE_DOLLARS, description: 'US dollars; null for an open-ended band' })
  amount_max!: number | null;
  @ApiProperty({ description: 'An open-ended band, such as "Over $50,000,000"' })
  amount_over!: boolean;
  @ApiProperty({ type: OptionView, nullable: true })
  option!: OptionView | null;
  @ApiProperty({ type: BondView, nullable: true })
  bond!: BondView | null;
  @ApiProperty({ type: ExchangeView, nullable: true })
  exchange!: ExchangeView | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: 'Whether the capital gains were above $200; only the House asks for it',
  })
  cap_gains_over_200!: boolean | null;
  @ApiProperty({
    enum: ROW_STATUSES,
    nullable: true,
    description: 'What the filing says of the row: new, or amended or deleted by it',
  })
  row_status!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Description as printed' })
  description!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Comment as printed' })
  comment!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'The account or trust that holds it, as printed' })
  subholding!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Where the asset is, as printed' })
  location!: string | null;
  @ApiProperty({
    example: 19,
    type: Number,
    nullable: true,
    description: 'Days from the trade to the filing; null if a date is missing or impossible',
  })
  days_to_file!: number | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description:
      'Whether it was disclosed more than 45 days after the trade; null where a date is missing or impossible',
  })
  late!: boolean | null;
  @ApiProperty({
    description:
      'Whether it counts: false for a row that another filing amends or withdraws, and for one that deletes another',
  })
  is_current!: boolean;
  @ApiProperty(describeFlags('What is doubtful about the row', ROW_QUALITY_FLAGS))
  quality_flags!: string[];
  @ApiProperty({ enum: FILING_FORMATS, description: 'Whether it was read from an electronic document or from a scan' })
  source!: string;
  @ApiProperty({
    type: ConfidenceView,
    nullable: true,
    description:
      'How surely each field was read from a scan, whatever a person confirmed since; null for an electronic document ' +
      'and for a row that a reviewer added',
  })
  confidence!: ConfidenceView | null;
  @ApiProperty()
  provenance!: ProvenanceView;
  @ApiProperty({ format: 'date-time', description: 'When Rotunda first stored it' })
  first_seen_at!: string;
  @ApiProperty({ description: 'The task that first stored it' })
  first_task_id!: string;
  @ApiProperty({ format: 'date-time', description: 'When this revision was stored' })
  recorded_at!: string;
}

export function presentTransaction(row: TransactionRecord, filing: Pick<FilingRecord, 'format'>): TransactionView {
  return {
    id: row.id,
    revision: row.revision,
    filing_id: row.filingId,
    ...rowJson(row),
    days_to_file: row.daysToFile,
    late: row.late,
    is_current: row.isCurrent,
    source: sourceOf(filing),
    confidence: confidenceOf(row),
    provenance: presentProvenance(row),
    first_seen_at: row.firstSeenAt.toISOString(),
    first_task_id: row.firstTaskId,
    recorded_at: row.recordedAt.toISOString(),
  };
}

const presentProvenance = (row: TransactionRecord): ProvenanceView => ({
  document_sha256: row.documentSha256,
  page: row.page,
  box: row.box,
  dom_row: row.domRow,
  parser_version: row.parserVersion,
});
