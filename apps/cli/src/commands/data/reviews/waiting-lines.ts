import { PAPER_FIELDS, type PaperField } from '#rotunda/domain/light';
import { fieldLines } from '../../../output/fields.js';
import type { Paper } from '../../../output/paint.js';
import { type Column, tableLines } from '../../../output/table.js';
import { amountOf, assetOf, inCell, ownerOf, type TradeCells, tradedOn, typeOf } from '../cells.js';

/** A row of a scan that waits for a person. */
interface WaitingRow {
  row_id: string;
  ordinal: number;
  page: number | null;
  fields: Partial<Record<PaperField, { confidence: number; doubtful: boolean }>>;
  row: TradeCells & { notified_on: string | null; notified_on_raw: string | null };
  suggestions: { asset_name: string; ticker: string | null }[];
}

/** What was read of a scan, as far as it is shown. */
export interface ShownScan {
  class: string | null;
  sheets: { page: number; kind: string; form: string | null; image: string | null }[];
  rows: WaitingRow[];
}

const NAMES: Record<PaperField, string> = {
  ...{ owner: 'owner', asset_name: 'asset', type: 'type' },
  ...{ traded_on: 'traded', notified_on: 'notified', amount: 'amount' },
};

const isDoubtful = ({ fields }: WaitingRow, field: PaperField): boolean => fields[field]?.doubtful === true;

/** What was read, with a `?` where it is doubtful. */
const read = (field: PaperField, cell: (row: WaitingRow['row']) => string): Column<WaitingRow> => ({
  name: NAMES[field],
  cell: (waiting) => `${cell(waiting.row)}${isDoubtful(waiting, field) ? ' ?' : ''}`.trimStart(),
  colour: (waiting) => (isDoubtful(waiting, field) ? 'yellow' : null),
});

const COLUMNS: Column<WaitingRow>[] = [
  { name: 'row', cell: ({ ordinal }) => ordinal, align: 'right' },
  { name: 'page', cell: ({ page }) => page, align: 'right' },
  read('owner', ownerOf),
  read('type', typeOf),
  read('asset_name', assetOf),
  read('traded_on', tradedOn),
  read('notified_on', ({ notified_on, notified_on_raw }) => notified_on ?? notified_on_raw ?? ''),
  read('amount', amountOf),
  { name: 'how surely', cell: (row) => howSurely(row), colour: () => 'yellow' },
  { name: 'perhaps', cell: (row) => suggestionOf(row) },
];

/** Of the doubtful fields alone. Rounded down: what is not certain never says 100 %. */
const howSurely = (row: WaitingRow): string =>
  PAPER_FIELDS.filter((field) => isDoubtful(row, field))
    .map((field) => `${NAMES[field]} ${Math.floor(row.fields[field]!.confidence * 100)} %`)
    .join(', ');

/** An asset of the archive that is like the doubtful one. */
function suggestionOf(row: WaitingRow): string | null {
  const [likeliest] = row.suggestions;
  if (likeliest === undefined || !isDoubtful(row, 'asset_name')) return null;
  return inCell([likeliest.ticker, likeliest.asset_name].filter(Boolean).join(' '));
}

/** The sheets with their upright pictures, and the rows that wait. */
export const scanLines = ({ class: paperClass, sheets, rows }: ShownScan, gateway: string, paper: Paper): string[] => [
  '',
  ...fieldLines([
    ['scan', paperClass],
    ...sheets.map(({ page, kind, form, image }) => {
      const text = [form === null ? kind : `form ${form}`, image && gateway + image].filter(Boolean).join(', ');
      return [`sheet ${page}`, text] as const;
    }),
  ]),
  ...(rows.length === 0 ? [] : ['', 'Waiting for a person:', ...tableLines(rows, COLUMNS, paper)]),
];
