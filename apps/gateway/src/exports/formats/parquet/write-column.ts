import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { writeDataPageV2 } from 'hyparquet-writer/src/datapage.js';
import { writeDictionaryPage } from 'hyparquet-writer/src/dictionary.js';
import { snappyCompress } from 'hyparquet-writer/src/snappy.js';
import type { Column } from '../../columns/column.js';
import { type ColumnValues, EMPTY } from './column-values.js';
import { elementsOf, isList, ROOT } from './elements.js';
import { PHYSICAL_VALUES, rangeOf } from './physical-values.js';

type Encoder = Parameters<typeof writeDataPageV2>[0]['column'];
export type ColumnChunk = ParquetWriter['row_groups'][number]['columns'][number];

/** Where a value occurs twice on average, naming it costs less than repeating it. */
const WORTH_A_DICTIONARY = 2;

/** Writes one column of a row group: its pages, and what the footer says about them. */
export function writeColumn(writer: ByteWriter, column: Column, values: ColumnValues): ColumnChunk {
  const encoder = encoderOf(column);
  const begin = writer.offset;
  const { filled, places } = values;
  const different = values.different.map(PHYSICAL_VALUES[column.type]);
  const hasDictionary = column.type !== 'boolean' && different.length * WORTH_A_DICTIONARY <= filled;
  const encoding = hasDictionary ? 'RLE_DICTIONARY' : 'PLAIN';

  const dictionaryBytes = hasDictionary ? writeDictionaryPage(writer, encoder, different) : 0;
  const dataOffset = writer.offset;
  const given = filled === places.length ? places : places.filter((place) => place >= 0);
  const pageData = {
    values: hasDictionary ? given : Array.from(given, (place) => different[place]),
    ...levelsOf(column, values),
  };
  const dataBytes = writeDataPageV2({ writer, column: encoder, encoding, pageData });
  return {
    file_offset: BigInt(begin),
    meta_data: {
      type: encoder.element.type!,
      encodings: hasDictionary ? ['PLAIN', encoding] : [encoding],
      path_in_schema: encoder.schemaPath.slice(1).map(({ name }) => name),
      codec: encoder.codec,
      num_values: BigInt(places.length),
      total_compressed_size: BigInt(writer.offset - begin),
      total_uncompressed_size: BigInt(dictionaryBytes + dataBytes),
      data_page_offset: BigInt(dataOffset),
      ...(hasDictionary && { dictionary_page_offset: BigInt(begin) }),
      statistics: { null_count: BigInt(places.length - filled), ...rangeOf(column.type, different) },
    },
  };
}

type Levels = Omit<Parameters<typeof writeDataPageV2>[0]['pageData'], 'values'>;

/** Dremel's levels: how much of the path to a value is there, and whether a list goes on. */
function levelsOf(column: Column, { places, repetitions }: ColumnValues): Levels {
  const most = Number(column.nullable) + Number(isList(column));
  const ofEmpty = Number(column.nullable);
  const levels = new Uint8Array(most === 0 ? 0 : places.length);
  for (let at = 0; at < levels.length; at += 1) {
    levels[at] = places[at]! >= 0 ? most : places[at] === EMPTY ? ofEmpty : 0;
  }
  // They are declared as number[], but only read. Rows are counted by the repetitions: nulls are left out of the values.
  const read = { definitionLevels: levels, repetitionLevels: repetitions } as unknown as Levels;
  return { ...read, maxDefinitionLevel: most };
}

const ENCODERS = new WeakMap<Column, Encoder>();

function encoderOf(column: Column): Encoder {
  const known = ENCODERS.get(column);
  if (known) return known;
  const elements = elementsOf(column);
  const encoder: Encoder = {
    columnName: column.name,
    element: elements.at(-1)!,
    schemaPath: [ROOT, ...elements],
    codec: 'SNAPPY',
    compressors: { SNAPPY: snappyCompress },
    ...{ stats: true, pageSize: 0, columnIndex: false, offsetIndex: false },
  };
  ENCODERS.set(column, encoder);
  return encoder;
}
