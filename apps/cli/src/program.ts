import type { Command } from 'commander';
import type { Cli } from './cli.js';
import { addAudit } from './commands/audit.js';
import { addKeys } from './commands/keys.js';
import { addMembers } from './commands/members.js';
import { addParse } from './commands/parse.js';
import { addRun } from './commands/run.js';
import { addSchedules } from './commands/schedules.js';
import { addSecrets } from './commands/secrets.js';
import { addSetup } from './commands/setup.js';
import { addSites } from './commands/sites.js';
import { addStack } from './commands/stack.js';
import { addTasks } from './commands/tasks.js';
import { addOutputOptions } from './output/output-options.js';
import { emptyProgram } from './run-program.js';

/** All verbs, in the order in which `--help` lists them. */
const VERBS = [
  ...[addStack, addRun, addSetup, addSecrets, addParse, addMembers],
  ...[addSchedules, addSites, addTasks, addAudit, addKeys],
];

/** The command `rotunda`. */
export function programOf(cli: Cli): Command {
  const program = emptyProgram(cli).description('Collects every stock trade that members of the US Congress disclose');
  for (const add of VERBS) add(program, cli);
  addOutputOptions(program, cli);
  return program;
}
