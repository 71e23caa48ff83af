import { Command } from 'commander';
import type { Cli } from './cli.js';
import { addAudit } from './commands/access/audit.js';
import { addKeys } from './commands/access/keys.js';
import { addLogin } from './commands/access/login.js';
import { addCompletion } from './commands/completion/completion.js';
import { addConfig } from './commands/config.js';
import { addCoverage } from './commands/data/coverage.js';
import { addExport } from './commands/data/export/export.js';
import { addFilings } from './commands/data/filings.js';
import { addLate } from './commands/data/late.js';
import { addReviews } from './commands/data/reviews/reviews.js';
import { addTrades } from './commands/data/trades.js';
import { addDoctor } from './commands/doctor.js';
import { addInspect } from './commands/inspect/inspect.js';
import { addStatus } from './commands/inspect/ping.js';
import { addMembers } from './commands/members.js';
import { addSchedules } from './commands/schedules.js';
import { addParse } from './commands/scraper/parse.js';
import { addRun } from './commands/scraper/run.js';
import { addSecrets } from './commands/secrets.js';
import { addServices } from './commands/services.js';
import { addSetup } from './commands/setup.js';
import { addSites } from './commands/sites.js';
import { addStack } from './commands/stack.js';
import { addCeleryWords } from './commands/tasks/celery-words.js';
import { addEvents } from './commands/tasks/events.js';
import { addTopPurge } from './commands/tasks/purge.js';
import { addQueue } from './commands/tasks/queue.js';
import { addScrape } from './commands/tasks/scrape.js';
import { addTasks } from './commands/tasks/tasks.js';
import { addWorkers } from './commands/workers/workers.js';
import { addVersion } from './commands/version.js';
import { examples } from './output/examples.js';
import { addOutputOptions } from './output/output-options.js';
import { emptyProgram, refuseUnknownVerbs } from './run-program.js';

type AddVerbs = (program: Command, cli: Cli) => void;

/** All verbs, under the headings and in the order in which `--help` lists them. */
const VERBS: Readonly<Record<string, readonly AddVerbs[]>> = {
  'Run it:': [addStack, addServices, addWorkers, addDoctor, addInspect, addStatus, addVersion],
  'Collect:': [
    ...[addScrape, addTasks, addQueue, addTopPurge, addEvents, addCeleryWords],
    ...[addSchedules, addSites, addRun, addParse],
  ],
  'Data:': [addTrades, addFilings, addMembers, addCoverage, addLate, addReviews, addExport],
  'Access:': [addLogin, addKeys, addAudit],
  'Set up:': [addSetup, addSecrets, addConfig, addCompletion],
};

/** The command `rotunda`. */
export function programOf(cli: Cli): Command {
  const program = emptyProgram(cli).description('Collects every stock trade that members of the US Congress disclose');
  for (const [heading, addVerbs] of Object.entries(VERBS)) {
    program.commandsGroup(heading);
    for (const add of addVerbs) add(program, cli);
  }
  refuseUnknownVerbs(program);
  program.addHelpCommand(new Command('help').argument('[verb]').description('the same as --help').helpGroup('Help:'));
  addOutputOptions(program, cli);
  return examples(
    program,
    ['rotunda start', 'run everything on this machine'],
    ['rotunda scrape all --wait', 'collect the new filings now'],
    ['rotunda tasks list --state FAILURE --json', 'what failed, for a program'],
    ['rotunda tasks submit --help', 'the options of a verb, with examples'],
  );
}
