import { SCHEMA_VERSION } from '../columns/trade-columns.js';
import type { Column } from '../columns/column.js';
import { csvChunks } from './csv.js';
import { ndjsonChunks } from './ndjson.js';
import { parquetChunks } from './parquet/parquet.js';

export const EXPORT_FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface Encoding {
  mediaType: string;
  /** @param about what the file says of itself, where its format has a place for that */
  encode(
    batches: AsyncIterable<readonly object[]>,
    columns: readonly Column[],
    about: Readonly<Record<string, string>>,
  ): AsyncGenerator<string | Uint8Array, void>;
}

export const ENCODINGS: Readonly<Record<ExportFormat, Encoding>> = {
  csv: { mediaType: 'text/csv; charset=utf-8; header=present', encode: csvChunks },
  ndjson: { mediaType: 'application/x-ndjson', encode: ndjsonChunks },
  parquet: {
    mediaType: 'application/vnd.apache.parquet',
    encode: (batches, columns, about) =>
      parquetChunks(batches, columns, { ...about, schema_version: String(SCHEMA_VERSION) }),
  },
};
