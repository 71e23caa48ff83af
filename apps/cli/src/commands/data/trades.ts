import { Argument, type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { addPageOptions, type ListOptions, type Page, readPages, wantedOf } from '../../api/pages.js';
import { segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import type { Column } from '../../output/table.js';
import {
  amountOf,
  assetOf,
  filedOn,
  filerOf,
  type FilingCells,
  ownerOf,
  type TradeCells,
  tradedOn,
  typeOf,
} from './cells.js';
import { hintAtMore } from './filters.js';
import { addTradeFilters } from './trade-filters.js';
import { type ShownTrade, tradeLines, type TradeSource } from './trade-lines.js';

export interface ListedTrade extends TradeCells {
  id: string;
  filing: FilingCells;
}

/** Of a row, in whatever list it stands. */
export const TRADE_COLUMNS: Column<TradeCells>[] = [
  { name: 'owner', cell: ownerOf },
  { name: 'type', cell: typeOf },
  { name: 'asset', cell: assetOf },
  { name: 'traded', cell: tradedOn },
  { name: 'amount', cell: amountOf },
];

const COLUMNS: Column<ListedTrade>[] = [
  { name: 'filed', cell: ({ filing }) => filedOn(filing) },
  { name: 'member', cell: ({ filing }) => filerOf(filing) },
  ...TRADE_COLUMNS,
  { name: 'id', cell: ({ id }) => id, colour: () => 'dim' },
];

const ORDERS = ['filed', 'stored', 'traded', 'amount', 'relevance'];

/** The verbs below `trades`. */
export function addTrades(program: Command, cli: Cli): void {
  const trades = addGatewayOption(program.command('trades').description('list and show disclosed trades'));
  addList(trades, cli);
  addShow(trades, cli);
}

function addList(trades: Command, { output }: Cli): void {
  const list = trades.command('list', { isDefault: true }).description('list trades, those of the newest filing first');
  addPageOptions(addTradeFilters(list))
    .addOption(new Option('--order <order>', 'what comes first').choices(ORDERS))
    .addOption(new Option('--direction <direction>', 'asc turns the order around').choices(['desc', 'asc']))
    .action(async ({ search: q, ...options }: ListOptions) => {
      const page = await readPages<Page<ListedTrade>>(apiOf(trades), '/trades', wantedOf({ ...options, q }));
      output.list(page, { rows: page.data, columns: COLUMNS, id: ({ id }) => id, empty: 'There are no such trades.' });
      hintAtMore(output, page);
    });
  examples(
    list,
    ['rotunda trades list', 'the newest trades'],
    ['rotunda trades list --ticker MSFT --type purchase --all', 'all purchases of Microsoft'],
    ['rotunda trades list --party D,R --state CA,NY --amount-from 250001', 'the large ones of two states'],
    ['rotunda trades list --source electronic', 'without those that were read from scans'],
    ['rotunda trades list --search "pfizer begich" --order traded', 'by words, the last day of trade first'],
    ['rotunda trades list --ticker NVDA --as-of 2026-01-01', 'what was known at New Year'],
    ['rotunda trades list --member begich --filed-from 2026-01-01 --json', 'for a program'],
  );
}

function addShow(trades: Command, { output }: Cli): void {
  const show = trades
    .command('show')
    .description('show a trade, its place in the document that it was read from, and who changed it since')
    .addArgument(new Argument('<id>', 'of the trade, as "list" shows it'))
    .action(async (id: string) => {
      const api = apiOf(trades);
      const path = `/trades/${segment(id)}`;
      const [trade, source] = await Promise.all([api.get<ShownTrade>(path), api.get<TradeSource>(`${path}/source`)]);
      output.show({ ...trade, source }, () => ({ lines: tradeLines(trade, source, api.gateway), quiet: [trade.id] }));
    });
  examples(show, ['rotunda trades show 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', 'with page and box in the PDF']);
}
