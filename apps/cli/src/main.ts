#!/usr/bin/env node
import { Command } from 'commander';
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
import { Terminal } from './terminal.js';

const cli: Cli = { terminal: new Terminal(), exitCode: 0 };
const program = new Command('rotunda').description(
  'Collects every stock trade that members of the US Congress disclose',
);

addStack(program, cli);
addRun(program, cli);
addSetup(program, cli);
addSecrets(program, cli);
addParse(program, cli);
addMembers(program, cli);
addSchedules(program, cli);
addSites(program, cli);
addTasks(program, cli);
addAudit(program, cli);
addKeys(program, cli);

/** They have to stop their services first: see stop-request.ts. */
const runsServices = (verb: Command): boolean => ['start', 'demo'].includes(verb.name());

// Loaded with the verb, so that --help stays quick.
program.hook('preAction', async (_, verb) => {
  if (!runsServices(verb)) (await import('#rotunda/runtime')).endWithReader();
});
// A pipe takes 64 KiB at once, and process.exit() would drop the rest.
program.hook('postAction', async (_, verb) => {
  if (!runsServices(verb)) await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
});

/** Explicit, because kept-alive connections would hold the process for seconds. */
const exit = (code: number): never => process.exit(code);

try {
  await program.parseAsync();
  exit(cli.exitCode);
} catch (error) {
  cli.terminal.warn(`rotunda: ${error instanceof Error ? error.message : String(error)}`);
  exit(1);
}
