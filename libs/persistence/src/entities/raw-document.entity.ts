import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a site served, byte for byte. Archived once, parsed offline any number of times. */
@Entity('raw_documents')
@Check('raw_documents_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
@Index('raw_documents_url_idx', ['url', 'fetchedAt'])
@Index('raw_documents_evidence_idx', ['fetchedAt'], { where: 'is_evidence' })
export class RawDocument {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('text')
  url!: string;

  @Column('text')
  mediaType!: string;

  @Column('bytea')
  bytes!: Buffer;

  @Column('integer')
  byteLength!: number;

  @Column('timestamptz')
  fetchedAt!: Date;

  @Column('text', { nullable: true })
  etag!: string | null;

  @Column('text', { nullable: true })
  lastModified!: string | null;

  /** Only the last page that a failed task saw: not a filing's document, and deleted after a while. */
  @Column('boolean', { default: false })
  isEvidence!: boolean;
}
