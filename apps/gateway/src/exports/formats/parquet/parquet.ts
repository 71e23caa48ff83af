import { setImmediate as breathe } from 'node:timers/promises';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column } from '../../columns/column.js';
import { ColumnValues } from './column-values.js';
import { isList, schemaOf } from './elements.js';
import { type ColumnChunk, writeColumn } from './write-column.js';

/** Of these, readers take one at a time; and so much of a file is in memory here. */
const ROW_GROUP = 10_000;
/** Other requests wait so long at most, and one column more. */
const AT_ONE_GO_MS = 8;
const CHUNK_BYTES = 64 * 1024;

/**
 * A Parquet file, row group by row group. hyparquet-writer writes a whole group in one go and looks at each of its
 * values a dozen times: 69 µs of work for a trade of 82 columns, here 18. Its parts (pages, compression, footer)
 * write what `ColumnValues` has collected, a column at a time.
 */
export async function* parquetChunks(
  batches: AsyncIterable<readonly object[]>,
  columns: readonly Column[],
  about: Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array, void> {
  const bytes = new TakenBytes();
  const file = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    createdBy: 'rotunda',
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
  });
  const group = new RowGroup(columns);
  for await (const rows of batches) {
    group.add(rows);
    if (group.rows < ROW_GROUP) continue;
    yield* group.write(file, bytes);
  }
  if (group.rows > 0) yield* group.write(file, bytes);
  void file.finish();
  yield bytes.take();
}

class RowGroup {
  rows = 0;
  private readonly values: ColumnValues[];

  constructor(private readonly columns: readonly Column[]) {
    this.values = columns.map(() => new ColumnValues());
  }

  add(rows: readonly object[]): void {
    this.rows += rows.length;
    for (const [at, column] of this.columns.entries()) {
      const values = this.values[at]!;
      for (const row of rows) {
        const value = column.valueOf(row);
        if (isList(column)) values.addList(value);
        else values.add(column.type === 'json' ? JSON.stringify(value) : value);
      }
    }
  }

  async *write(file: ParquetWriter, bytes: TakenBytes): AsyncGenerator<Uint8Array, void> {
    const written: ColumnChunk[] = [];
    let begunMs = performance.now();
    for (const [at, column] of this.columns.entries()) {
      written.push(writeColumn(bytes, column, this.values[at]!));
      this.values[at]!.clear();
      if (performance.now() - begunMs > AT_ONE_GO_MS) {
        await breathe();
        begunMs = performance.now();
      }
      if (bytes.index > CHUNK_BYTES) yield bytes.take();
    }
    const sizes = (which: 'total_uncompressed_size' | 'total_compressed_size'): bigint =>
      written.reduce((sum, { meta_data }) => sum + meta_data![which], 0n);
    file.num_rows += BigInt(this.rows);
    file.row_groups.push({
      columns: written,
      num_rows: BigInt(this.rows),
      total_byte_size: sizes('total_uncompressed_size'),
      total_compressed_size: sizes('total_compressed_size'),
    });
    this.rows = 0;
  }
}

/** What was written since it was last asked; `offset` goes on counting. */
class TakenBytes extends ByteWriter {
  take(): Uint8Array {
    const taken = new Uint8Array(this.buffer.slice(0, this.index));
    this.index = 0;
    return taken;
  }
}
