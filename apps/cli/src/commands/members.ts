import type { Command } from 'commander';
import { addGatewayOption } from '../api/gateway-option.js';
import type { Cli } from '../cli.js';
import { examples } from '../output/examples.js';
import { readDay } from './data/filters.js';
import { addMemberReads } from './data/members.js';

type AsOf = { asOf?: string };

/**
 * The verbs below `members`. Some read over the API; the others work on Postgres, without a gateway, and load TypeORM when
 * one of them runs.
 */
export function addMembers(program: Command, cli: Cli): void {
  const { output } = cli;
  const members = addGatewayOption(
    program.command('members').description('list members, load them, match filings to them'),
  );
  addMemberReads(members, cli);
  const load = () => import('../members/members.js');

  const importing = members
    .command('import')
    .description('load a list of members into DATABASE_URL, and match all filings to them again')
    .argument('<file>', 'legislators-current.json, legislators-historical.json or our own TSV')
    .option('--as-of <day>', 'the day that the list describes, YYYY-MM-DD (default: its own day, else today)', readDay)
    .action(async (file: string, { asOf }: AsOf) => (await load()).importMembers(output, file, asOf));
  examples(importing, [
    'rotunda members import legislators-current.json',
    'a newer list, and all filings matched to it',
  ]);

  const match = members
    .command('match')
    .description('match all filings in DATABASE_URL to members again; manual decisions stay')
    .action(async () => (await load()).matchMembers(output));
  examples(match, ['rotunda members match', 'after a decision by hand, or an update']);

  const slim = members
    .command('slim')
    .description('print a list in the form that ships with Rotunda (data/members.tsv)')
    .argument('<file>', 'a list in any form that import takes')
    .requiredOption('--as-of <day>', 'the day that the list describes, YYYY-MM-DD', readDay)
    .action(async (file: string, { asOf }: Required<AsOf>) => (await load()).slimMembers(output, file, asOf));
  examples(slim, [
    'rotunda members slim legislators-current.json --as-of 2026-06-10 > data/members.tsv',
    'the list that ships',
  ]);
}
