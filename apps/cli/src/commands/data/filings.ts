import { Argument, type Command } from 'commander';
import { FILING_FORMATS, FILING_STATUSES } from '#rotunda/domain/light';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { addPageOptions, type ListOptions, type Page, readPages, wantedOf } from '../../api/pages.js';
import { segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { fieldLines } from '../../output/fields.js';
import type { Colour, Paper } from '../../output/paint.js';
import { type Column, tableLines } from '../../output/table.js';
import { filedOn, filerOf, type TradeCells } from './cells.js';
import { addSeenFilters, hintAtMore, wordsOption } from './filters.js';
import { filerLine, linkFields, type ShownTrade } from './trade-lines.js';
import { TRADE_COLUMNS } from './trades.js';

/** A filing, as far as it is shown. */
export type ShownFiling = ShownTrade['filing'] & {
  format: string | null;
  status: string;
  reason: string | null;
  review_reasons: string[];
  quality_flags: string[];
  document_url: string;
  document_sha256: string | null;
};

type FilingDetail = ShownFiling &
  Pick<ShownTrade, 'amends' | 'amended_by'> & {
    transactions: (TradeCells & { id: string; ordinal: number })[];
    pages: { page: number; document: string }[];
  };

const COLOURS: Record<string, Colour> = {
  parsed: 'green',
  paper_read: 'green',
  paper_review: 'yellow',
  needs_review: 'yellow',
  unavailable: 'yellow',
  failed: 'red',
};
export const statusColour = ({ status }: { status: string }): Colour | null => COLOURS[status] ?? null;

const COLUMNS: Column<ShownFiling>[] = [
  { name: 'filed', cell: filedOn },
  { name: 'chamber', cell: ({ chamber }) => chamber },
  { name: 'member', cell: filerOf },
  { name: 'document', cell: ({ external_id }) => external_id },
  { name: 'format', cell: ({ format }) => format },
  { name: 'status', cell: ({ status }) => status, colour: statusColour },
  { name: 'id', cell: ({ id }) => id, colour: () => 'dim' },
];

export const ROW_COLUMNS: Column<FilingDetail['transactions'][number]>[] = [
  { name: 'row', cell: ({ ordinal }) => ordinal, align: 'right' },
  ...TRADE_COLUMNS,
  { name: 'trade', cell: ({ id }) => id, colour: () => 'dim' },
];

/** The verbs below `filings`. */
export function addFilings(program: Command, cli: Cli): void {
  const filings = addGatewayOption(program.command('filings').description('list and show filings'));
  addList(filings, cli);
  addShow(filings, cli);
}

function addList(filings: Command, { output }: Cli): void {
  const list = filings.command('list', { isDefault: true }).description('list filings, the newest first');
  addPageOptions(addSeenFilters(list))
    .addOption(wordsOption('--status <status>', 'only this status', FILING_STATUSES))
    .addOption(wordsOption('--format <format>', 'only this format', FILING_FORMATS))
    .action(async (options: ListOptions) => {
      const page = await readPages<Page<ShownFiling>>(apiOf(filings), '/filings', wantedOf(options));
      output.list(page, { rows: page.data, columns: COLUMNS, id: ({ id }) => id, empty: 'There are no such filings.' });
      hintAtMore(output, page);
    });
  examples(
    list,
    ['rotunda filings list --status failed --all', 'what could not be fetched or read'],
    ['rotunda filings list --chamber senate --filed-from 2026-06-01', 'what was filed since then'],
    ['rotunda filings list --format paper --state TX,FL', 'the scans of two states'],
    ['rotunda filings list --status paper_review', 'the scans that wait for a person'],
    ['rotunda filings list --status needs_review,failed --as-of 2026-06-01', 'what was open then'],
  );
}

function addShow(filings: Command, { output, terminal }: Cli): void {
  const show = filings
    .command('show')
    .description('show a filing with its trades and the filings that it amends')
    .addArgument(new Argument('<id>', 'of the filing, as "list" shows it'))
    .action(async (id: string) => {
      const api = apiOf(filings);
      const filing = await api.get<FilingDetail>(`/filings/${segment(id)}`);
      output.show(filing, () => ({ lines: filingLines(filing, api.gateway, terminal), quiet: [filing.id] }));
    });
  examples(show, ['rotunda filings show 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', 'with its trades, in document order']);
}

function filingLines(filing: FilingDetail, gateway: string, paper: Paper): string[] {
  const fields = fieldLines([
    ['filing', `${filing.id} (${filing.chamber} ${filing.external_id})`],
    ['filer', filerLine(filing)],
    ['filed', filedOn(filing)],
    ['status', [filing.status, filing.format].filter(Boolean).join(', ')],
    ['why', filing.reason],
    ...filing.review_reasons.map((reason) => ['review', reason] as const),
    ['doubtful', filing.quality_flags.join(', ')],
    ...linkFields('replaces', filing.amends),
    ...linkFields('replaced by', filing.amended_by),
    ['document', filing.document_url],
    ['archived', filing.document_sha256 && `${gateway}/api/v1/documents/${filing.document_sha256}`],
    ...filing.pages.map(({ page, document }) => [`sheet ${page}`, gateway + document] as const),
  ]);
  return filing.transactions.length === 0
    ? fields
    : [...fields, '', ...tableLines(filing.transactions, ROW_COLUMNS, paper)];
}
