/**
 * `money`: US dollars with cents. `instant`: with a time, in UTC. `json`: a list of objects, as the text of its JSON.
 * In CSV, `texts` and `numbers` are JSON lists too.
 */
export type ColumnType =
  | 'text'
  | 'date'
  | 'instant'
  | 'money'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'texts'
  | 'numbers'
  | 'json';

/** One column of CSV and Parquet: a field of the API's answer, wherever in it that is. */
export interface Column {
  /** The path with underscores: `filing_filed_on` is `filed_on` of `filing`. */
  name: string;
  path: readonly string[];
  type: ColumnType;
  nullable: boolean;
  /** As JSON has it. Null also where a part of the path is null. */
  valueOf: (row: object) => unknown;
}

type Marked = ColumnType | `${ColumnType}?`;

/** @param fields path of a field, with dots → its type, with a question mark where it may be null */
export const columnsOf = (fields: Readonly<Record<string, Marked>>): readonly Column[] =>
  Object.entries(fields).map(([dotted, marked]) => {
    const path = dotted.split('.');
    const type = marked.replace('?', '') as ColumnType;
    return { name: path.join('_'), path, type, nullable: marked.endsWith('?'), valueOf: reader(path) };
  });

type Fields = Record<string, unknown>;

/** A million rows have eighty million of these: no loop where there is one step only. */
function reader([first, ...rest]: readonly string[]): (row: object) => unknown {
  if (rest.length === 0) return (row) => (row as Fields)[first!];
  const inner = reader(rest);
  return (row) => {
    const part = (row as Fields)[first!];
    return part === null || part === undefined ? null : inner(part);
  };
}
