import { ApiProperty } from '@nestjs/swagger';
import { SCHEMA_VERSION } from './trade-columns.js';

export class ColumnTypesView {
  @ApiProperty({ example: 'number' })
  csv!: string;
  @ApiProperty({ example: 'number' })
  ndjson!: string;
  @ApiProperty({ example: 'DECIMAL(16,2)' })
  parquet!: string;
}

export class DictionaryColumnView {
  @ApiProperty({ example: 'filing_filed_on', description: 'In CSV and Parquet' })
  name!: string;
  @ApiProperty({ example: 'filing.filed_on', description: 'The same in NDJSON and in the answers of the API' })
  field!: string;
  @ApiProperty()
  types!: ColumnTypesView;
  @ApiProperty()
  nullable!: boolean;
  @ApiProperty({ type: [String], nullable: true, description: 'Each value that it may have; null: any' })
  values!: string[] | null;
  @ApiProperty({ description: 'What it means' })
  description!: string;
}

/** What each column of an export means, in their order. */
export class DictionaryView {
  @ApiProperty({ type: 'integer', example: SCHEMA_VERSION })
  schema_version!: number;
  @ApiProperty({ type: [DictionaryColumnView] })
  columns!: DictionaryColumnView[];
}
