#!/usr/bin/env node
import { endWithReader } from '#rotunda/runtime/light';
import { cliOn } from './cli.js';
import { EXIT_CODES } from './exit-codes.js';
import { runsPrograms } from './output/output-options.js';
import { programOf } from './program.js';
import { runProgram } from './run-program.js';
import { Terminal } from './terminal.js';

const cli = cliOn(new Terminal());
const program = programOf(cli);

/** Explicit, because kept-alive connections would hold the process for seconds. */
const exit = (code: number): never => process.exit(code);

/** Whether the verb stops what it runs itself, before we may end. */
let endsItself = false;
endWithReader(undefined, (code) => endsItself || exit(code));
program.hook('preAction', (_, verb) => {
  endsItself = runsPrograms(verb);
  if (endsItself) return;
  process.once('SIGINT', () => {
    cli.terminal.endProgress();
    for (const line of cli.interruptNote) cli.terminal.warn(line);
    exit(EXIT_CODES.interrupted);
  });
});

const code = await runProgram(program, cli, process.argv.slice(2));
// A pipe takes 64 KiB at once, and process.exit() would drop the rest.
if (!endsItself) await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
if (!cli.isService) exit(code);
