import { ApiProperty } from '@nestjs/swagger';
import type { TradeSource } from '#rotunda/persistence';
import { documentPath } from '../../documents/document-path.js';
import { ANY_VALUE } from '../../http/json-schemas.js';
import { USE_NOTICE } from '../../http/use-notice.js';
import { Noticed } from '../noticed.js';

export class SourceDocumentView {
  @ApiProperty({ description: 'SHA-256 of its bytes, in hex' })
  sha256!: string;
  @ApiProperty({ description: 'The URL that it was fetched from' })
  url!: string;
  @ApiProperty({ format: 'date-time' })
  fetched_at!: string;
  @ApiProperty({ example: 'application/pdf' })
  media_type!: string;
  @ApiProperty({ description: 'Size in bytes' })
  byte_length!: number;
  @ApiProperty({ description: 'Path of the archived document in this API', example: '/api/v1/documents/9f86d0…' })
  download!: string;
}

export class TradeCorrectionView {
  @ApiProperty({ description: 'The revision that has the new value' })
  revision!: number;
  @ApiProperty({ example: 'owner' })
  field!: string;
  @ApiProperty(ANY_VALUE)
  old!: unknown;
  @ApiProperty(ANY_VALUE)
  new!: unknown;
  @ApiProperty()
  by!: string;
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

/** Where a trade was read, and who changed it since. */
export class TradeSourceView extends Noticed {
  @ApiProperty({ format: 'uuid' })
  trade_id!: string;
  @ApiProperty()
  revision!: number;
  @ApiProperty({ format: 'uuid' })
  filing_id!: string;
  @ApiProperty({ description: 'House DocID or Senate UUID' })
  external_id!: string;
  @ApiProperty()
  document!: SourceDocumentView;
  @ApiProperty({ type: Number, nullable: true, description: 'Page of the PDF, from 1' })
  page!: number | null;
  @ApiProperty({
    type: [Number],
    nullable: true,
    description: 'left, bottom, right, top in PDF points from the page’s lower left corner',
  })
  box!: number[] | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Row of the HTML table, from 1' })
  dom_row!: number | null;
  @ApiProperty()
  parser_version!: string;
  @ApiProperty({ type: [TradeCorrectionView], description: 'What reviewers changed, oldest change first' })
  corrections!: TradeCorrectionView[];
}

export function presentSource({ trade, filing, document, changes }: TradeSource): TradeSourceView {
  return {
    trade_id: trade.id,
    revision: trade.revision,
    filing_id: filing.id,
    external_id: filing.externalId,
    document: {
      sha256: document.sha256,
      url: document.url,
      fetched_at: document.fetchedAt.toISOString(),
      media_type: document.mediaType,
      byte_length: document.byteLength,
      download: documentPath(document.sha256),
    },
    page: trade.page,
    box: trade.box,
    dom_row: trade.domRow,
    parser_version: trade.parserVersion,
    corrections: changes.map(({ revision, field, oldValue, newValue, by, at, reason }) => ({
      ...{ revision, field, old: oldValue, new: newValue },
      ...{ by, at: at.toISOString(), reason },
    })),
    notice: USE_NOTICE,
  };
}
