import { around, type Box } from '../image/grey-image.js';
import type { Read } from '../layout/sheet-layout.js';
import type { RowFields } from './scan-reading.js';

/** A line of a form's table with its cells read; a transaction takes one or more of them. */
export interface TableLine {
  page: number;
  /** Position on the sheet, empty lines counted too: neighbours differ by one. */
  position: number;
  box: Box;
  hand: 'typed' | 'handwritten';
  fields: RowFields;
  /** Whether the cells of the dates have ink; a date that can't be read is there all the same. */
  hasDate: boolean;
  /** How many of type and amount have a clear mark. */
  marks: number;
}

export interface FoundRows {
  rows: TableLine[];
  /** Lines with a text that belong to no transaction: words such as "Nothing to report", headings. */
  texts: TableLine[];
  /** Lines with a date or a clear mark that are no transaction: too little of one is there. */
  unclear: TableLine[];
}

/** A name put together from several lines may have lines that are not its own: a person confirms it. */
const JOINED_CONFIDENCE = 0.5;

/**
 * Which lines are transactions.
 *
 * An owner's code alone (filers have them typed in advance) or a lone mark is no transaction. Names written over several
 * lines of the table have date and marks on the last one (two of 54 scans); so a line with a name and no date belongs to
 * the transaction right below it.
 */
export function findRows(lines: readonly TableLine[]): FoundRows {
  const found: FoundRows = { rows: [], texts: [], unclear: [] };
  let above: TableLine[] = [];
  for (const line of lines) {
    if (above.length > 0 && !isBelow(line, above.at(-1)!)) {
      found.texts.push(...above);
      above = [];
    }
    if (isTransaction(line)) {
      found.rows.push(hasAsset(line) ? joined([...above, line]) : line);
      if (!hasAsset(line)) found.texts.push(...above);
      above = [];
    } else if (hasAsset(line)) above.push(line);
    else if (line.hasDate || line.marks > 0) found.unclear.push(line);
  }
  found.texts.push(...above);
  found.unclear.push(...found.texts.filter(({ marks }) => marks > 0));
  return found;
}

/** A single letter is rather a speck, or a rest of the row above. */
const hasAsset = ({ fields }: TableLine): boolean => fields.asset_name.raw.replace(/[^A-Za-z0-9]/g, '').length >= 2;

/** A date with a name or a mark, or a name with both marks. */
const isTransaction = (line: TableLine): boolean =>
  line.hasDate ? hasAsset(line) || line.marks > 0 : hasAsset(line) && line.marks === 2;

const isBelow = (line: TableLine, above: TableLine): boolean =>
  line.page === above.page && line.position === above.position + 1;

function joined(lines: TableLine[]): TableLine {
  const last = lines.at(-1)!;
  if (lines.length === 1) return last;
  const names = lines.map(({ fields }) => fields.asset_name);
  const owners = lines.map(({ fields }) => fields.owner).filter(({ raw }) => raw !== '');
  return {
    ...last,
    box: around(lines.map(({ box }) => box)),
    fields: {
      ...last.fields,
      owner: owners[0] ?? last.fields.owner,
      asset_name: {
        value: names.map(({ value }) => value).join(' '),
        raw: names.map(({ raw }) => raw).join(' '),
        confidence: Math.min(JOINED_CONFIDENCE, ...names.map(({ confidence }: Read<string>) => confidence)),
        box: around(names.map(({ box }) => box)),
      },
    },
  };
}
