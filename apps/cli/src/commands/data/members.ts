import { Argument, type Command } from 'commander';
import { apiOf } from '../../api/gateway-option.js';
import { addPageOptions, type ListOptions, type Page, readPages, wantedOf } from '../../api/pages.js';
import { segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { fieldLines } from '../../output/fields.js';
import type { Paper } from '../../output/paint.js';
import { type Column, tableLines } from '../../output/table.js';
import { chamberOption, hintAtMore, readDay } from './filters.js';

interface Term {
  chamber: string;
  state: string;
  district: number | null;
  party: string | null;
  from: string;
  to: string;
}

interface ListedMember {
  bioguide: string;
  name: string;
  terms: Term[];
}

interface ShownMember extends ListedMember {
  nickname: string | null;
  counts: { filings: number; trades: number; first_filed_on: string | null; last_filed_on: string | null };
  aliases: {
    applies_to: string;
    filer_name_raw: string;
    decided_by: string;
    decided_at: string;
    reason: string;
    superseded_at: string | null;
  }[];
}

const seatOf = ({ state, district }: Term): string => (district === null ? state : `${state}-${district}`);

const TERM_COLUMNS: Column<Term>[] = [
  { name: 'chamber', cell: ({ chamber }) => chamber },
  { name: 'seat', cell: seatOf },
  { name: 'party', cell: ({ party }) => party },
  { name: 'from', cell: ({ from }) => from },
  { name: 'to', cell: ({ to }) => to },
];

/** A member by their last term. */
const COLUMNS: Column<ListedMember>[] = [
  { name: 'bioguide', cell: ({ bioguide }) => bioguide },
  { name: 'name', cell: ({ name }) => name },
  ...TERM_COLUMNS.map(({ name, cell }): Column<ListedMember> => ({
    name,
    cell: ({ terms }) => terms.at(-1) && cell(terms.at(-1)!),
  })),
];

/** The verbs of `members` that read, over the API. */
export function addMemberReads(members: Command, cli: Cli): void {
  addList(members, cli);
  addShow(members, cli);
}

function addList(members: Command, { output }: Cli): void {
  const list = members
    .command('list', { isDefault: true })
    .description('list members by name, each with the last term');
  addPageOptions(list)
    .option('--name <text>', 'any part of the name')
    .addOption(chamberOption())
    .option('--state <code>', 'of this state, e.g. CA')
    .option('--party <text>', 'of this party, e.g. Independent')
    .option('--on <day>', 'who sat on this day, YYYY-MM-DD', readDay)
    .action(async (options: ListOptions) => {
      const page = await readPages<Page<ListedMember>>(apiOf(members), '/members', wantedOf(options));
      const empty = 'There are no such members.';
      output.list(page, { rows: page.data, columns: COLUMNS, id: ({ bioguide }) => bioguide, empty });
      hintAtMore(output, page);
    });
  examples(
    list,
    ['rotunda members list --state AK --on 2026-06-01', 'who sat for Alaska on that day'],
    ['rotunda members list --name begich', 'by a part of the name'],
  );
}

function addShow(members: Command, { output, terminal }: Cli): void {
  const show = members
    .command('show')
    .description('show a member with all terms, and how much they filed')
    .addArgument(new Argument('<bioguide>', 'id of the member, as "list" shows it'))
    .action(async (bioguide: string) => {
      const member = await apiOf(members).get<ShownMember>(`/members/${segment(bioguide)}`);
      output.show(member, () => ({ lines: memberLines(member, terminal), quiet: [member.bioguide] }));
    });
  examples(show, ['rotunda members show B001323', 'terms, filings, trades']);
}

function memberLines({ bioguide, name, nickname, counts, aliases, terms }: ShownMember, paper: Paper): string[] {
  const decided = aliases.map((alias) => {
    const { applies_to, filer_name_raw, decided_by, decided_at, reason, superseded_at } = alias;
    const still = superseded_at === null ? '' : ', replaced since';
    return [
      'decided',
      `${filer_name_raw.trim()} (${applies_to}), by ${decided_by}, ${decided_at.slice(0, 10)}${still}: ${reason}`,
    ] as const;
  });
  const when = counts.first_filed_on === null ? '' : `, filed ${counts.first_filed_on} to ${counts.last_filed_on}`;
  const fields = fieldLines([
    ['member', `${name} (${bioguide})`],
    ['nickname', nickname],
    ['filings', `${counts.filings} with ${counts.trades} trades${when}`],
    ...decided,
  ]);
  return [...fields, '', ...tableLines(terms, TERM_COLUMNS, paper)];
}
