import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import { References } from './columns.js';
import { Filing } from './filing.entity.js';
import { RawDocument } from './raw-document.entity.js';

/** A sheet of a paper filing: a separate picture, or a page of the filing's document. */
@Entity('filing_pages')
@Check('filing_pages_numbers_check', 'page > 0 AND sheet > 0')
@Index('filing_pages_document_sha256_idx', ['documentSha256'])
export class FilingPage {
  @PrimaryColumn('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  /** Position in the filing, from 1. */
  @PrimaryColumn('integer')
  page!: number;

  /** The archived document that shows it. */
  @Column('text')
  documentSha256!: string;

  @References(() => RawDocument, 'document_sha256')
  document?: Relation<RawDocument>;

  /** Page number in that document, from 1; 1 for a picture. */
  @Column('integer')
  sheet!: number;

  @Column('text')
  url!: string;

  @Column('text')
  mediaType!: string;
}

export type FilingPageRecord = Pick<FilingPage, 'page' | 'documentSha256' | 'sheet' | 'url' | 'mediaType'>;
