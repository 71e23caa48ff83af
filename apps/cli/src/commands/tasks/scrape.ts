import { CHAMBERS } from '#rotunda/contracts/light';
import { isIsoDate } from '#rotunda/domain/light';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { examples } from '../../output/examples.js';
import { submitAndWait } from '../../waiting/submit-and-wait.js';

interface ScrapeOptions {
  daysBack?: number;
  from?: string;
  to?: string;
  unique: boolean;
  wait: boolean;
}

/** `rotunda scrape`: what an operator does most, without JSON. */
export function addScrape(program: Command, cli: Cli): void {
  const verb = addGatewayOption(program.command('scrape'))
    .description('collect the filings of a window of days; prints the task’s id')
    .addArgument(new Argument('<chamber>', 'whose filings').choices([...CHAMBERS, 'all']))
    .option('--days-back <number>', 'from so many days before the last day (default: 1)', readDays)
    .option('--from <day>', 'the first filing day, YYYY-MM-DD', readDay)
    .option('--to <day>', 'the last filing day (default: today in Washington)', readDay)
    .option('--unique', 'only if no identical command is queued or running', false)
    .option('--wait', 'show progress until it has ended; exit code 1 unless all of it succeeds', false)
    .action((chamber: string, { unique, wait, ...window }: ScrapeOptions) => {
      const body = { ...fieldsOf(window), ...(unique && { unique }) };
      return submitAndWait(apiOf(verb), { name: 'scrape', chamber, body }, cli, wait ? {} : null);
    });
  examples(
    verb,
    ['rotunda scrape all --wait', 'what was filed since yesterday'],
    ['rotunda scrape house --days-back 7', 'queue a week, and go on'],
    ['rotunda scrape senate --from 2026-01-01 --to 2026-06-30 --wait', 'half a year'],
  );
}

/** @throws UsageError if the options contradict each other */
function fieldsOf({ daysBack, from, to }: Pick<ScrapeOptions, 'daysBack' | 'from' | 'to'>): object {
  if (daysBack !== undefined && from !== undefined) {
    throw new UsageError('--days-back and --from both say where the window begins: give one of them');
  }
  if (from && to && from > to) throw new UsageError(`--from ${from} is after --to ${to}`);
  return {
    ...(daysBack !== undefined && { days_back: daysBack }),
    ...(from && { start_date: from }),
    ...(to && { end_date: to }),
  };
}

function readDays(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of days, at least 1.');
}

function readDay(text: string): string {
  if (isIsoDate(text)) return text;
  throw new InvalidArgumentError('It must be a day such as 2026-01-31.');
}
