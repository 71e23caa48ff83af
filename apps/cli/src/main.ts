#!/usr/bin/env node
import { type Chamber, CHAMBERS } from '#rotunda/contracts';
import { Argument, Command, InvalidArgumentError } from 'commander';
import type { Cli } from './cli.js';
import { addMembers } from './commands/members.js';
import { addSchedules } from './commands/schedules.js';
import { addSetup } from './commands/setup.js';
import { addSites } from './commands/sites.js';
import { addStack } from './commands/stack.js';
import { addTasks } from './commands/tasks.js';
import { Terminal } from './terminal.js';

const cli: Cli = { terminal: new Terminal(), exitCode: 0 };
const program = new Command('rotunda').description(
  'Collects every stock trade that members of the US Congress disclose',
);

addStack(program, cli);

program
  .command('run')
  .description('one scrape in the foreground, into DATABASE_URL and without a broker')
  .argument('<chamber>', 'senate or house', readChamber)
  .option('--from <day>', 'first filing day, YYYY-MM-DD (yesterday)')
  .option('--to <day>', 'last filing day (today in Washington)')
  .option('--print', 'print each filing as a line of JSON, and keep nothing: needs no Postgres')
  .action(async (chamber, { from, to, print }) => {
    const args = [...(from ? ['--from', from] : []), ...(to ? ['--to', to] : []), ...(print ? ['--print'] : [])];
    exit(await (await import('./commands/scraper-program.js')).runScraperProgram(chamber, 'run', args));
  });

addSetup(program, cli);

program
  .command('parse')
  .description('read documents of a chamber from files: a JSON object for each on stdout; needs no services')
  .addArgument(new Argument('<chamber>', 'whose documents they are').choices(['senate', 'house']))
  .argument('<files...>', 'PDFs of the House, HTML pages of the Senate')
  .action(async (chamber, files) => (await import('./commands/parse-command.js')).parse(chamber, files).then(exit));

addMembers(program, cli);
addSchedules(program, cli);
addSites(program, cli);
addTasks(program, cli);

// `start` and `demo` have to stop their services first: see stop-request.ts. Loaded with the verb, so that --help stays quick.
program.hook('preAction', async (_, verb) => {
  if (verb.name() !== 'start' && verb.name() !== 'demo') (await import('#rotunda/runtime')).endWithReader();
});

/** Explicit, because kept-alive connections would hold the process for seconds. */
const exit = (code: number): never => process.exit(code);

function readChamber(text: string): Chamber {
  const chamber = CHAMBERS.find((name) => name === text);
  if (!chamber) throw new InvalidArgumentError(`a chamber is ${CHAMBERS.join(' or ')}`);
  return chamber;
}

try {
  await program.parseAsync();
  exit(cli.exitCode);
} catch (error) {
  cli.terminal.warn(`rotunda: ${error instanceof Error ? error.message : String(error)}`);
  exit(1);
}
