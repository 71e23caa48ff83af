import { Check, Column, Entity, Index, PrimaryColumn, type Relation } from 'typeorm';
import { References } from './columns.js';
import { Filing } from './filing.entity.js';
import { RawDocument } from './raw-document.entity.js';

/** A sheet of a filing on paper: a picture of its own, or a page of the filing's document. */
@Entity('filing_pages')
@Check('filing_pages_numbers_check', 'page > 0 AND sheet > 0')
@Index('filing_pages_document_sha256_idx', ['documentSha256'])
export class FilingPage {
  @PrimaryColumn('uuid')
  filingId!: string;

  @References(() => Filing, 'filing_id')
  filing?: Relation<Filing>;

  /** From 1, in the order of the filing. */
  @PrimaryColumn('integer')
  page!: number;

  /** The archived document that shows it. */
  @Column('text')
  documentSha256!: string;

  @References(() => RawDocument, 'document_sha256')
  document?: Relation<RawDocument>;

  /** From 1, in that document; 1 for a picture. */
  @Column('integer')
  sheet!: number;

  @Column('text')
  url!: string;

  @Column('text')
  mediaType!: string;
}

export type FilingPageRecord = Pick<FilingPage, 'page' | 'documentSha256' | 'sheet' | 'url' | 'mediaType'>;
