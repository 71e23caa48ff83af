import type { Command } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { addPageOptions, type ListOptions, type Page, readPages, wantedOf } from '../../api/pages.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import type { Output } from '../../output/output.js';
import type { Column } from '../../output/table.js';
import { amountOf, assetOf, filedOn, filerOf, tradedOn, typeOf } from './cells.js';
import { addDisclosureFilters, hintAtMore } from './filters.js';
import type { ListedTrade } from './trades.js';

interface LateTrade extends ListedTrade {
  notified_on: string | null;
  days_past_trade_limit: number;
  days_past_notice_limit: number | null;
}

interface LateMember {
  bioguide: string | null;
  name: string;
  chambers: string[];
  late_trades: number;
  in_time_trades: number;
  unknown_trades: number;
  worst_days: number;
  last_filed_on: string;
}

interface Late extends Page<LateTrade> {
  counts: { late: number; in_time: number; unknown: number; not_judged: number };
  members: LateMember[];
}

const TRADE_COLUMNS: Column<LateTrade>[] = [
  { name: 'past 45', cell: ({ days_past_trade_limit: days }) => days, align: 'right' },
  { name: 'past 30', cell: ({ days_past_notice_limit: days }) => days, align: 'right' },
  { name: 'member', cell: ({ filing }) => filerOf(filing) },
  { name: 'type', cell: typeOf },
  { name: 'asset', cell: assetOf },
  { name: 'amount', cell: amountOf },
  { name: 'traded', cell: tradedOn },
  { name: 'notified', cell: ({ notified_on }) => notified_on },
  { name: 'filed', cell: ({ filing }) => filedOn(filing) },
  { name: 'id', cell: ({ id }) => id, colour: () => 'dim' },
];

const MEMBER_COLUMNS: Column<LateMember>[] = [
  { name: 'late', cell: ({ late_trades }) => late_trades, align: 'right' },
  { name: 'worst', cell: ({ worst_days }) => `${worst_days} d`, align: 'right' },
  { name: 'in time', cell: ({ in_time_trades }) => in_time_trades, align: 'right' },
  { name: 'unknown', cell: ({ unknown_trades }) => unknown_trades, align: 'right' },
  { name: 'member', cell: ({ name }) => name },
  { name: 'bioguide', cell: ({ bioguide }) => bioguide },
  { name: 'chamber', cell: ({ chambers }) => chambers.join(', ') },
  { name: 'last', cell: ({ last_filed_on }) => last_filed_on },
];

/** The verbs below `late`. */
export function addLate(program: Command, cli: Cli): void {
  const late = addGatewayOption(program.command('late').description('trades disclosed after the law’s limits'));
  addList(late, cli);
  addMembers(late, cli);
}

function addList(late: Command, { output }: Cli): void {
  const list = late
    .command('list', { isDefault: true })
    .description('list late trades, by how many days past the 45 after the trade, and the 30 after the notice');
  addPageOptions(addDisclosureFilters(list)).action(async (options: ListOptions) => {
    const answer = await readPages<Late>(apiOf(late), '/late', wantedOf(options));
    const empty = 'No such trade was disclosed late.';
    output.list(answer, { rows: answer.data, columns: TRADE_COLUMNS, id: ({ id }) => id, empty });
    hintAtCounts(output, answer);
    hintAtMore(output, answer);
  });
  examples(
    list,
    ['rotunda late list', 'the newest'],
    ['rotunda late list --bioguide B001323 --all', 'all of one member'],
    ['rotunda late list --filed-from 2026-01-01 --json', 'for a program'],
  );
}

function addMembers(late: Command, { output }: Cli): void {
  const members = late.command('members').description('list who was late, most often first');
  addDisclosureFilters(members).action(async (filters: Record<string, string | undefined>) => {
    const answer = await readPages<Late>(apiOf(late), '/late', wantedOf({ ...filters, limit: 1 }));
    const id = ({ bioguide, name }: LateMember): string => bioguide ?? name;
    const empty = 'No such trade was disclosed late.';
    output.list(answer, { rows: answer.members, columns: MEMBER_COLUMNS, id, empty });
    hintAtCounts(output, answer);
  });
  examples(members, ['rotunda late members --chamber house --filed-from 2026-01-01', 'of the House, this year']);
}

const hintAtCounts = (output: Output, { counts: { late, in_time, unknown, not_judged } }: Late): void =>
  output.hint(
    `${late} late, ${in_time} in time, ${unknown} unknown (a date is missing or impossible), ` +
      `${not_judged} not judged (they amend an earlier trade, or may do).`,
  );
