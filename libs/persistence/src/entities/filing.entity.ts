import { Check, Column, Entity, Index, type Relation, Unique } from 'typeorm';
import type { Chamber, FilingFormat, FilingStatus, MemberStatus, PaperClass, ReviewReason } from '#rotunda/domain';
import { References, UuidKey, WrittenAt } from './columns.js';
import { MemberRow } from './member.entities.js';
import { RawDocument } from './raw-document.entity.js';

@Entity('filings')
@Unique(['chamber', 'externalId'])
@Check('filings_chamber_check', `chamber IN ('senate', 'house')`)
@Check('filings_format_check', `format IN ('electronic', 'paper')`)
@Check(
  'filings_status_check',
  `status IN ('listed', 'parsed', 'paper', 'paper_read', 'paper_review', 'needs_review', 'unavailable', 'failed')`,
)
@Check(
  'filings_paper_class_check',
  `paper_class IN ('typed', 'handwritten', 'mixed', 'attachment', 'nothing', 'unknown')`,
)
@Check('filings_member_status_check', `member_status IN ('matched', 'ambiguous', 'open', 'outside')`)
@Check('filings_member_id_check', `(member_status = 'matched') = (member_id IS NOT NULL)`)
@Index('filings_member_id_idx', ['memberId'])
@Index('filings_page_idx', { synchronize: false })
@Index('filings_filer_idx', { synchronize: false })
@Index('filings_chamber_page_idx', { synchronize: false })
@Index('filings_status_page_idx', { synchronize: false })
@Index('filings_member_page_idx', { synchronize: false })
@Index('filings_name_page_idx', { synchronize: false })
@Index('filings_first_seen_at_idx', ['firstSeenAt'])
@Index('filings_unfinished_idx', ['chamber'], { where: `status IN ('listed', 'unavailable', 'failed')` })
export class Filing {
  @UuidKey()
  id!: string;

  @Column('text')
  chamber!: Chamber;

  /** House DocID or Senate UUID. */
  @Column('text')
  externalId!: string;

  @Column('text')
  filingType!: string;

  @Column('text')
  titleRaw!: string;

  @Column('text')
  filerNameRaw!: string;

  @Column('text')
  officeRaw!: string;

  @Column('text', { nullable: true })
  stateDistrict!: string | null;

  @Column('text')
  filedAtRaw!: string;

  /** ISO calendar date (US Eastern). */
  @Column('date', { nullable: true })
  filedOn!: string | null;

  @Column('date', { nullable: true })
  signedOn!: string | null;

  @Column('text', { nullable: true })
  format!: FilingFormat | null;

  /** What a scan was recognised as; null where it was not read. */
  @Column('text', { nullable: true })
  paperClass!: PaperClass | null;

  @Column('integer', { nullable: true })
  amendmentNo!: number | null;

  @Column('text')
  status!: FilingStatus;

  /** Why the filing could not be fetched or read, or was rejected. A sentence that nothing compares. */
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The sentences that versions without codes read and write; see `reasonsOfFiling`. */
  @Column('text', { array: true, default: () => `'{}'` })
  reviewReasons!: string[];

  @Column('jsonb', { nullable: true })
  reviewReasonCodes!: ReviewReason[] | null;

  @Column('text', { array: true, default: () => `'{}'` })
  qualityFlags!: string[];

  @Column('text', { nullable: true })
  parserVersion!: string | null;

  /** The number of rows that the document itself states. */
  @Column('integer', { nullable: true })
  expectedRows!: number | null;

  @Column('text')
  documentUrl!: string;

  @Column('text', { nullable: true })
  documentSha256!: string | null;

  @References(() => RawDocument, 'document_sha256')
  document?: Relation<RawDocument>;

  @WrittenAt()
  firstSeenAt!: Date;

  /** The task that first saw it in a listing. */
  @Column('text')
  firstTaskId!: string;

  /** The task that last changed its outcome. */
  @Column('text', { nullable: true })
  lastTaskId!: string | null;

  @Column('timestamptz', { nullable: true })
  lastTriedAt!: Date | null;

  /** When it was first parsed, recognised as paper, or sent to review. */
  @Column('timestamptz', { nullable: true })
  settledAt!: Date | null;

  /** Whether the filer was matched to a member. A mere likelihood is not a match. */
  @Column('text', { default: 'open' })
  memberStatus!: MemberStatus;

  /** Bioguide id; set when matched. */
  @Column('text', { nullable: true })
  memberId!: string | null;

  @References(() => MemberRow, 'member_id')
  member?: Relation<MemberRow>;

  /** The rule that decided, e.g. `district:full-name`, or `by-hand`. */
  @Column('text', { nullable: true })
  memberMethod!: string | null;

  /** 0 to 1: how sure the rule is. */
  @Column('numeric', { precision: 3, scale: 2, nullable: true })
  memberScore!: number | null;
}

/** A filing as the repositories return it: instants are Dates, calendar dates ISO strings. */
export type FilingRecord = Omit<Filing, 'document' | 'member'>;
