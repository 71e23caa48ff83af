import type { Command } from 'commander';
import type { Cli } from '../cli.js';

/** They run services or a scraper's program, which print in a form of their own. */
const RUN_PROGRAMS = ['start', 'demo', 'worker', 'scheduler', 'gateway', 'parse', 'run'];

/** Whether a verb runs a program, which ends by itself on Ctrl-C, and when nobody reads its output any more. */
export const runsPrograms = (verb: Command): boolean =>
  verb.parent?.parent === null && RUN_PROGRAMS.includes(verb.name());

/** Gives each verb `--json` and `--quiet`. Call it once all verbs are there. */
export function addOutputOptions(program: Command, { output }: Cli): void {
  for (const verb of verbsOf(program)) {
    if (runsPrograms(verb)) continue;
    verb.option('--json', 'print the answer as JSON').option('-q, --quiet', 'print ids only, and no hints');
  }
  program.hook('preAction', (_, verb) => {
    if (verb.getOptionValue('quiet')) output.mode = 'quiet';
    if (verb.getOptionValue('json')) output.mode = 'json';
    // A verb's other options become a query or a body, and these two must not go with them.
    for (const name of ['json', 'quiet']) verb.setOptionValue(name, undefined);
  });
}

/** Each command that does something itself. */
const verbsOf = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(verbsOf);
