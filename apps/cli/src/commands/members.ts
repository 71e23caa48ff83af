import { type Command, InvalidArgumentError } from 'commander';
import { isIsoDate } from '#rotunda/domain/light';
import type { Cli } from '../cli.js';

type AsOf = { asOf?: string };

/** The verbs below `members`. They work on Postgres, without a gateway; TypeORM is loaded when one of them runs. */
export function addMembers(program: Command, { terminal }: Cli): void {
  const members = program.command('members').description('load the members of Congress, match filings to them');
  const load = () => import('../members/members.js');

  members
    .command('import')
    .description('load a list of members into DATABASE_URL, and match all filings to them again')
    .argument('<file>', 'legislators-current.json, legislators-historical.json or our own TSV')
    .option('--as-of <day>', 'the day that the list describes, YYYY-MM-DD (default: its own day, else today)', readDay)
    .action(async (file: string, { asOf }: AsOf) => (await load()).importMembers(terminal, file, asOf));

  members
    .command('match')
    .description('match all filings in DATABASE_URL to members again; manual decisions stay')
    .action(async () => (await load()).matchMembers(terminal));

  members
    .command('slim')
    .description('print a list in the form that ships with Rotunda (data/members.tsv)')
    .argument('<file>', 'a list in any form that import takes')
    .requiredOption('--as-of <day>', 'the day that the list describes, YYYY-MM-DD', readDay)
    .action(async (file: string, { asOf }: Required<AsOf>) => (await load()).slimMembers(terminal, file, asOf));
}

function readDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('A day is YYYY-MM-DD.');
  return text;
}
