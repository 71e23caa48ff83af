import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import type { ParsedTransaction } from '#rotunda/domain';
import { References, UuidKey, WrittenAt } from './columns.js';
import { Filing } from './filing.entity.js';
import { RawDocument } from './raw-document.entity.js';

/** The upright, straightened picture of a sheet. */
@Entity('paper_pictures')
@Check('paper_pictures_sha256_check', `sha256 ~ '^[0-9a-f]{64}$'`)
export class ScanPicture {
  @PrimaryColumn('text')
  sha256!: string;

  @Column('bytea')
  png!: Buffer;
}

/** How one version of the reader read a sheet. Rows of that version have their boxes on its picture. */
@Entity('paper_sheets')
@Check('paper_sheets_numbers_check', 'page > 0 AND width > 0 AND height > 0')
@Index('paper_sheets_picture_sha256_idx', ['pictureSha256'])
export class ScanSheet {
  @PrimaryColumn('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  /** Page of the filing, from 1. */
  @PrimaryColumn('integer')
  page!: number;

  /** The filing's document: for the Senate the page around the pictures. */
  @PrimaryColumn('text')
  documentSha256!: string;

  @References(() => RawDocument, 'document_sha256')
  document?: Relation<RawDocument>;

  @PrimaryColumn('text')
  parserVersion!: string;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  form!: string | null;

  /** Degrees that the scan is turned clockwise to be upright. */
  @Column('integer')
  rotation!: number;

  @Column('double precision')
  skew!: number;

  /** Pixels of the picture. */
  @Column('integer')
  width!: number;

  @Column('integer')
  height!: number;

  @Column('text', { nullable: true })
  pictureSha256!: string | null;

  @References(() => ScanPicture, 'picture_sha256')
  picture?: Relation<ScanPicture>;

  @WrittenAt()
  recordedAt!: Date;
}

export type ScanSheetRecord = Omit<ScanSheet, 'filing' | 'document' | 'picture'>;

/** A row of a scan that waits for a person. It is not a trade; once it is, it keeps its id. */
@Entity('paper_rows')
@Index('paper_rows_filing_id_ordinal_idx', ['filingId', 'ordinal'], { unique: true, where: 'superseded_at IS NULL' })
export class WaitingRow {
  @UuidKey()
  id!: string;

  @PrimaryColumn('timestamptz', { default: () => 'now()' })
  recordedAt!: Date;

  /** When it was read differently, or decided. */
  @Column('timestamptz', { nullable: true })
  supersededAt!: Date | null;

  @Column('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  @Column('integer')
  ordinal!: number;

  /** The row as it was read, with its place and how surely each field was read. */
  @Column('jsonb')
  fields!: ParsedTransaction;

  @Column('text')
  documentSha256!: string;

  @References(() => RawDocument, 'document_sha256')
  document?: Relation<RawDocument>;

  @Column('text')
  parserVersion!: string;
}

export type WaitingRowRecord = Omit<WaitingRow, 'filing' | 'document'>;
