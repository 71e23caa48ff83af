import { type Command, Option } from 'commander';
import type { Cli } from '../cli.js';
import { UsageError } from '../exit-codes.js';

/** They run services or a scraper's program, which print in a form of their own. */
const RUN_PROGRAMS = ['start', 'demo', 'worker', 'scheduler', 'gateway', 'parse', 'run'];

/** Whether a verb runs a program, which ends by itself on Ctrl-C, and when nobody reads its output any more. */
export const runsPrograms = (verb: Command): boolean =>
  verb.parent?.parent === null && RUN_PROGRAMS.includes(verb.name());

/** Gives each verb `--json` and `--quiet`, also before its first word. Call it once all verbs are there. */
export function addOutputOptions(program: Command, { output }: Cli): void {
  for (const verb of verbsOf(program)) {
    if (!runsPrograms(verb)) for (const option of outputOptions()) verb.addOption(option);
  }
  for (const option of outputOptions()) program.addOption(option.hideHelp());
  program.hook('preAction', (_, verb) => {
    // The program takes its options wherever they are: a verb never gets these two.
    const { quiet, json } = program.opts<{ quiet?: true; json?: true }>();
    if ((quiet ?? json) && runsPrograms(verb)) {
      throw new UsageError(`${verb.name()} prints in a form of its own, without --json and --quiet`);
    }
    if (quiet) output.mode = 'quiet';
    if (json) output.mode = 'json';
  });
}

const outputOptions = (): Option[] => [
  new Option('--json', 'print the answer as JSON'),
  new Option('-q, --quiet', 'print ids only, and no hints'),
];

/** Each command that does something itself. */
export const verbsOf = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(verbsOf);
