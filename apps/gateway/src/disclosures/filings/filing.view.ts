import { ApiProperty } from '@nestjs/swagger';
import {
  FILING_FORMATS,
  FILING_QUALITY_FLAGS,
  FILING_STATUSES,
  MEMBER_STATUSES,
  reviewSentence,
} from '#rotunda/domain';
import { type FilingRecord, reasonsOfFiling } from '#rotunda/persistence';
import { describeFlags } from '../flag-description.js';
import { ReviewReasonView } from './review-reason.view.js';

const ISO_DATE = { format: 'date', type: String, nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_COUNT = { type: Number, nullable: true } as const;
const NULLABLE_INSTANT = { type: String, format: 'date-time', nullable: true } as const;

/** Which member filed, as far as that is known. */
export class FilingMemberView {
  @ApiProperty({
    enum: MEMBER_STATUSES,
    description: '`outside`: no member filed it; a merely likely member is never taken',
  })
  status!: string;
  @ApiProperty({ example: 'S900001', ...NULLABLE_TEXT, description: 'Bioguide id; set when matched' })
  bioguide!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'district:full-name', description: 'The rule that decided, or `by-hand`' })
  method!: string | null;
  @ApiProperty({ example: 1, type: Number, nullable: true, description: '0 to 1: how sure the rule is' })
  score!: number | null;
}

const STATUS_NOTE =
  'How far Rotunda is with it. A scan is `paper` while it is archived and not read, `paper_read` once all of its rows are ' +
  'trades, and `paper_review` while a person has to look at it';

const CLASS_NOTE =
  'What a scan was recognised as: `typed`, `handwritten`, `mixed`, `attachment` (with a list), `nothing` (to report), ' +
  '`unknown` (no known form); null where it was not read, or filed electronically';

/** One document of a site, as the API shows it; `…_raw` is the text as the site or the document has it. */
export class FilingView {
  @ApiProperty({ format: 'uuid', description: 'Of the filing; never changes' })
  id!: string;
  @ApiProperty({ enum: ['senate', 'house'], description: 'To which chamber it was filed' })
  chamber!: string;
  @ApiProperty({ example: '20099001', description: 'House DocID or Senate UUID' })
  external_id!: string;
  @ApiProperty({ example: 'ptr', description: 'Kind of the filing' })
  filing_type!: string;
  @ApiProperty({ description: 'Title in the listing of the site', example: 'Periodic Transaction Report' })
  title_raw!: string;
  @ApiProperty({ description: 'Name of the filer in the listing of the site', example: 'Hon. Testina Sample' })
  filer_name_raw!: string;
  @ApiProperty({ description: 'Office of the filer in the listing of the site', example: 'AK00' })
  office_raw!: string;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'CA14', description: 'State and district of the filer, House only' })
  state_district!: string | null;
  @ApiProperty()
  member!: FilingMemberView;
  @ApiProperty({ description: 'Day of the filing in the listing of the site', example: '3/20/2026' })
  filed_at_raw!: string;
  @ApiProperty({ ...ISO_DATE, description: 'Day of the filing; null where it is not a date', example: '2026-03-20' })
  filed_on!: string | null;
  @ApiProperty({ ...ISO_DATE, description: 'Day of the signature in the document', example: '2026-03-19' })
  signed_on!: string | null;
  @ApiProperty({
    enum: FILING_FORMATS,
    nullable: true,
    description: 'How it was filed: on paper or electronically; null until it was read',
  })
  format!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'typed', description: CLASS_NOTE })
  paper_class!: string | null;
  @ApiProperty({ ...NULLABLE_COUNT, description: 'Number of the amendment; null where it is none' })
  amendment_no!: number | null;
  @ApiProperty({ enum: FILING_STATUSES, description: STATUS_NOTE })
  status!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Why it could not be fetched or read' })
  reason!: string | null;
  @ApiProperty({ type: [String], description: 'Why a person should look at it' })
  review_reasons!: string[];
  @ApiProperty({ type: [ReviewReasonView], description: 'The same as codes, in the same order' })
  review_reason_codes!: ReviewReasonView[];
  @ApiProperty(describeFlags('What is doubtful about the filing', FILING_QUALITY_FLAGS))
  quality_flags!: string[];
  @ApiProperty({ ...NULLABLE_TEXT, description: 'The parser that read it', example: 'house-1' })
  parser_version!: string | null;
  @ApiProperty({ example: 3, ...NULLABLE_COUNT, description: 'Number of rows according to the document itself' })
  expected_rows!: number | null;
  @ApiProperty({
    description: 'The document on the site',
    example: 'https://disclosures-clerk.house.gov/public_disc/ptr-pdfs/2026/20099001.pdf',
  })
  document_url!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'SHA-256 of the archived document' })
  document_sha256!: string | null;
  @ApiProperty({ format: 'date-time', description: 'When Rotunda first saw it in a listing' })
  first_seen_at!: string;
  @ApiProperty({ description: 'The task that first saw it in a listing' })
  first_task_id!: string;
  @ApiProperty({ ...NULLABLE_INSTANT, description: 'When Rotunda last tried to read it' })
  last_tried_at!: string | null;
}

export function presentFiling(filing: FilingRecord): FilingView {
  const reasons = reasonsOfFiling(filing);
  return {
    id: filing.id,
    chamber: filing.chamber,
    external_id: filing.externalId,
    filing_type: filing.filingType,
    title_raw: filing.titleRaw,
    filer_name_raw: filing.filerNameRaw,
    office_raw: filing.officeRaw,
    state_district: filing.stateDistrict,
    member: {
      status: filing.memberStatus,
      bioguide: filing.memberId,
      method: filing.memberMethod,
      score: filing.memberScore,
    },
    filed_at_raw: filing.filedAtRaw,
    filed_on: filing.filedOn,
    signed_on: filing.signedOn,
    format: filing.format,
    paper_class: filing.paperClass,
    amendment_no: filing.amendmentNo,
    status: filing.status,
    reason: filing.reason,
    review_reasons: reasons.map(reviewSentence),
    review_reason_codes: reasons,
    quality_flags: filing.qualityFlags,
    parser_version: filing.parserVersion,
    expected_rows: filing.expectedRows,
    document_url: filing.documentUrl,
    document_sha256: filing.documentSha256,
    first_seen_at: filing.firstSeenAt.toISOString(),
    first_task_id: filing.firstTaskId,
    last_tried_at: filing.lastTriedAt?.toISOString() ?? null,
  };
}
