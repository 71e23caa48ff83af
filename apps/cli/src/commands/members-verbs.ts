import { type Command, InvalidArgumentError } from 'commander';
import { isIsoDate } from '#rotunda/domain';

/** The verbs below `members`. */
export function addMembersVerbs(program: Command, exit: (code: number) => void): void {
  const members = program.command('members').description('who sits in Congress, and which of them filed what');

  members
    .command('import')
    .description('bring the members in DATABASE_URL to what a list says, and match all filings anew')
    .argument('<file>', 'legislators-current.json, legislators-historical.json or a list of ours (TSV)')
    .option('--as-of <day>', 'the day whose state the list shows, YYYY-MM-DD (what the list says, else today)', readDay)
    .action(async (file, { asOf }) => exit(await (await import('./members-command.js')).importMembers(file, asOf)));

  members
    .command('match')
    .description('say anew which member filed, for all filings in DATABASE_URL; decisions by hand stay')
    .action(async () => exit(await (await import('./members-command.js')).matchMembers()));

  members
    .command('slim')
    .description('print a list in the form in which it ships with Rotunda (data/members.tsv)')
    .argument('<file>', 'a list in any of the forms that import takes')
    .requiredOption('--as-of <day>', 'the day whose state the list shows, YYYY-MM-DD', readDay)
    .action(async (file, { asOf }) => exit(await (await import('./members-command.js')).slimMembers(file, asOf)));
}

function readDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('a day is YYYY-MM-DD');
  return text;
}
