import type { Command } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { query } from '../../api/query.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import type { Colour } from '../../output/paint.js';
import type { Column } from '../../output/table.js';
import { chamberOption, readDay } from './filters.js';

interface Counts {
  listed: number;
  parsed: number;
  paper_read: number;
  paper_review: number;
  paper: number;
  needs_review: number;
  unavailable: number;
  failed: number;
  waiting: number;
  transactions: number;
  late: number;
}

interface Month extends Counts {
  month: string;
  scraped: 'whole' | 'partly' | 'never';
  missing_days: { from: string; to: string }[];
}

interface Coverage {
  chambers: { chamber: string; months: Month[]; undated: Counts | null }[];
}

/** Filings without a readable date have no month. */
type Line = Counts & { chamber: string } & (Month | { month: 'undated'; scraped?: undefined; missing_days: [] });

const COLOURS: Record<string, Colour> = { whole: 'green', partly: 'yellow', never: 'red' };

const count = (name: string, of: keyof Counts, alarm?: Colour): Column<Line> => ({
  name,
  align: 'right',
  cell: (line) => line[of],
  colour: (line) => (line[of] === 0 ? 'dim' : (alarm ?? null)),
});

const COLUMNS: Column<Line>[] = [
  { name: 'chamber', cell: ({ chamber }) => chamber },
  { name: 'month', cell: ({ month }) => month },
  { name: 'scraped', cell: ({ scraped }) => scraped, colour: ({ scraped = '' }) => COLOURS[scraped] ?? null },
  count('filings', 'listed'),
  count('parsed', 'parsed'),
  count('paper read', 'paper_read'),
  count('paper review', 'paper_review', 'yellow'),
  count('paper', 'paper'),
  count('review', 'needs_review', 'yellow'),
  count('unavailable', 'unavailable', 'yellow'),
  count('failed', 'failed', 'red'),
  count('waiting', 'waiting', 'yellow'),
  count('trades', 'transactions'),
  count('late', 'late'),
  { name: 'days never scraped', cell: ({ missing_days }) => missing_days.map(daysOf).join(', ') },
];

const daysOf = ({ from, to }: { from: string; to: string }): string => (from === to ? from : `${from} to ${to}`);

/** The verb below `coverage`. */
export function addCoverage(program: Command, { output }: Cli): void {
  const coverage = addGatewayOption(program.command('coverage').description('what the archive has, and what it lacks'));
  const list = coverage
    .command('list', { isDefault: true })
    .description('count filings by month of filing, and name the days that were never scraped')
    .addOption(chamberOption())
    .option('--from <day>', 'filed on this day or later, YYYY-MM-DD (default: the first known one)', readDay)
    .option('--to <day>', 'filed on this day or earlier (default: today in Washington)', readDay)
    .option('--gaps', 'only months that have some')
    .action(async ({ gaps, ...window }: { gaps?: boolean } & Record<string, string | undefined>) => {
      const answer = await apiOf(coverage).get<Coverage>(`/coverage${query(window)}`);
      const lines = answer.chambers.flatMap(linesOf).filter((line) => !gaps || line.missing_days.length > 0);
      const empty = 'There are no gaps.';
      output.list(answer, { rows: lines, columns: COLUMNS, id: ({ chamber, month }) => `${chamber} ${month}`, empty });
    });
  examples(
    list,
    ['rotunda coverage list --from 2026-01-01', 'this year, month by month'],
    ['rotunda coverage list --chamber senate --gaps', 'what of the Senate was never scraped'],
  );
}

function linesOf({ chamber, months, undated }: Coverage['chambers'][number]): Line[] {
  const lines: Line[] = months.map((month) => ({ ...month, chamber }));
  return undated === null ? lines : [...lines, { ...undated, chamber, month: 'undated', missing_days: [] }];
}
