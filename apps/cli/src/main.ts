#!/usr/bin/env node
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Chamber, CHAMBERS } from '#rotunda/contracts';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { addMembersVerbs } from './commands/members-verbs.js';
import { addSchedulesVerbs } from './commands/schedules-verbs.js';
import { addSitesVerbs } from './commands/sites-verbs.js';
import { addTasksVerbs } from './commands/tasks-verbs.js';

/** The repository, seen from `dist/apps/cli/src`. */
const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const STATE = join(ROOT, '.rotunda');

const program = new Command('rotunda').description(
  'Collects every stock trade that members of the US Congress disclose',
);

program
  .command('start')
  .description('run all of it on this machine, against the live sites, until Ctrl-C')
  .option('--data <dir>', 'folder for the data and the logs', STATE)
  .option('--port <number>', 'port of the API (HTTP_PORT, otherwise 8080 or a free one)', readPort)
  .action(async (options) => (await import('./stack/start.js')).start(options).then(exit));

program
  .command('demo')
  .description('run all of it against stand-ins of both sites, scrape them, and show the trades')
  .option('--exit', 'end after the scrape; the last line is a JSON report', false)
  .option('--documents <dir>', 'serve real documents: <dir>/<chamber>/listing.tsv and the files they name')
  .option('--data <dir>', 'folder for the data and the logs', join(STATE, 'demo'))
  .option('--no-delay', 'scrape without pauses between requests')
  .addOption(new Option('--index <which>', 'yearly index of the House').choices(['listing', 'real']).default('listing'))
  .option('--port <number>', 'port of the API (a free one)', readPort)
  .action(async (options) => (await import('./stack/demo.js')).demo(options).then(exit));

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

program
  .command('setup')
  .description(
    'bring NATS (NATS_URL) and Postgres (DATABASE_URL) to what this version needs; changes only what differs',
  )
  .action(async () => (await import('./commands/setup-command.js')).setup().then(exit));

program
  .command('parse')
  .description('read documents of a chamber from files: a JSON object for each on stdout; needs no services')
  .addArgument(new Argument('<chamber>', 'whose documents they are').choices(['senate', 'house']))
  .argument('<files...>', 'PDFs of the House, HTML pages of the Senate')
  .action(async (chamber, files) => (await import('./commands/parse-command.js')).parse(chamber, files).then(exit));

addMembersVerbs(program, (code) => exit(code));
addSchedulesVerbs(program, (code) => exit(code));
addSitesVerbs(program, (code) => exit(code));
addTasksVerbs(program, (code) => exit(code));

// What runs a stack has to stop it first: see stop-request.ts. Loaded with the verb, so that --help stays quick.
program.hook('preAction', async (_, verb) => {
  if (verb.name() !== 'start' && verb.name() !== 'demo') (await import('#rotunda/runtime')).endWithReader();
});

/** Explicit, because connections that are kept alive would hold the process for seconds. */
const exit = (code: number): never => process.exit(code);

function readChamber(text: string): Chamber {
  const chamber = CHAMBERS.find((name) => name === text);
  if (!chamber) throw new InvalidArgumentError(`a chamber is ${CHAMBERS.join(' or ')}`);
  return chamber;
}

function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('a port is 1 to 65535');
  return port;
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`rotunda: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
