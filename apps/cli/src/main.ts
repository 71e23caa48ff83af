#!/usr/bin/env node
import type { Command } from 'commander';
import { cliOn } from './cli.js';
import { programOf } from './program.js';
import { runProgram } from './run-program.js';
import { Terminal } from './terminal.js';

const cli = cliOn(new Terminal());
const program = programOf(cli);

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

exit(await runProgram(program, cli, process.argv.slice(2)));
