import { ApiProperty } from '@nestjs/swagger';
import { AsOfView } from '../disclosures/as-of.view.js';
import { Noticed } from '../disclosures/noticed.js';
import { SCHEMA_VERSION } from './columns/trade-columns.js';

/** Paths on this gateway, with the filters and the instant of the manifest. */
export class ExportLinksView {
  @ApiProperty({ example: '/api/v1/exports/trades-2024.csv?as_of=2026-11-28T12%3A00%3A00.000Z' })
  csv!: string;
  @ApiProperty({ example: '/api/v1/exports/trades-2024.ndjson?as_of=2026-11-28T12%3A00%3A00.000Z' })
  ndjson!: string;
  @ApiProperty({ example: '/api/v1/exports/trades-2024.parquet?as_of=2026-11-28T12%3A00%3A00.000Z' })
  parquet!: string;
}

export class ExportFileView {
  @ApiProperty({ type: 'integer', nullable: true, example: 2024, description: 'Year of the filing; null: undated' })
  year!: number | null;
  @ApiProperty({ type: 'integer', example: 12_345, description: 'Trades in the file' })
  rows!: number;
  @ApiProperty()
  links!: ExportLinksView;
}

/** What there is to export, as of one instant. */
export class ExportManifestView extends Noticed {
  @ApiProperty({
    type: 'integer',
    example: SCHEMA_VERSION,
    description: 'Increases when a column changes its name, its type or its meaning',
  })
  schema_version!: number;
  @ApiProperty({ description: 'Of each file: with it, each can be made again' })
  as_of!: AsOfView;
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    description: 'As they were asked for',
    example: { chamber: ['house'] },
  })
  filters!: Record<string, string | string[]>;
  @ApiProperty({ type: 'integer', example: 123_456, description: 'Trades in all files' })
  rows!: number;
  @ApiProperty({ type: [ExportFileView], description: 'One for each year that has some, the undated ones first' })
  files!: ExportFileView[];
  @ApiProperty({ description: 'All in one file' })
  whole!: ExportLinksView;
  @ApiProperty({ description: 'What each column means', example: '/api/v1/exports/dictionary' })
  dictionary!: string;
}
