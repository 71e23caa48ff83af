import { setTimeout as delay } from 'node:timers/promises';
import { inOneLine } from '#rotunda/contracts/light';
import { Argument, type Command, type Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import type { Output } from '../../output/output.js';
import { candidates } from './candidates.js';
import { FILES, type Shell, SHELL_SCRIPTS } from './shell-scripts.js';
import type { TypedLine } from './typed-line.js';

/** A person waits for them at each press of the key. */
const NAMES_WITHIN_MS = 1_000;
const THINGS = ['schedules', 'workers'];
/** One that a shell would read otherwise is not offered: it came from elsewhere. */
const PLAIN_NAME = /^[\w@.+-]+$/;

const HOW_TO = `
To use it in this shell and in each new one:
  bash: echo 'source <(rotunda completion bash)' >> ~/.bashrc
  zsh:  echo 'source <(rotunda completion zsh)' >> ~/.zshrc    (below the line with compinit)
If you type "npx rotunda": put alias rotunda='npx rotunda' above that line, and type rotunda.`;

/** Prints the script of a shell, which runs the same verb with the words that were typed, to learn what can follow. */
export function addCompletion(program: Command, { output }: Cli): void {
  const shells = Object.keys(SHELL_SCRIPTS);
  const verb = addGatewayOption(program.command('completion'))
    .description('print a script with which the shell completes verbs, options and names')
    .addArgument(new Argument('<shell>', 'which one').choices(shells))
    .argument('[words...]', 'what was typed after rotunda: print what can follow (the script asks so)')
    .action(async (shell: Shell, words: string[]) => {
      if (words.length === 0) return shown(output, { script: SHELL_SCRIPTS[shell] }, [SHELL_SCRIPTS[shell]]);
      const found = await candidates(program, words, (thing, line) => namesOf(thing, line, verb));
      const lines = found === 'files' ? [FILES] : found.map(({ word, what }) => `${word}\t${inOneLine(what)}`);
      shown(output, { candidates: found }, lines);
    });
  verb.addHelpText('after', HOW_TO);
  examples(
    verb,
    ['rotunda completion bash > ~/.local/share/bash-completion/completions/rotunda', 'bash loads it when it needs it'],
    ['rotunda completion zsh > ~/.zfunc/_rotunda', 'for a folder of fpath'],
  );
}

const shown = (output: Output, answer: object, lines: string[]): void =>
  output.show(answer, () => ({ lines, quiet: lines }));

/** None if the gateway does not tell in time. */
async function namesOf(thing: string, { given }: TypedLine, verb: Command): Promise<readonly string[]> {
  if (!THINGS.includes(thing)) return [];
  const late = delay(NAMES_WITHIN_MS, []);
  return Promise.race([askForNames(thing, given, verb).catch(() => []), late]);
}

async function askForNames(thing: string, given: TypedLine['given'], verb: Command): Promise<string[]> {
  for (const [option, value] of given) if (value !== null) giveTo(verb, option, value);
  const answer = await apiOf(verb).get<Record<string, { name: string }[]>>(`/${thing}`);
  return [...new Set(answer[thing]?.map(({ name }) => name))].filter((name) => PLAIN_NAME.test(name));
}

/** The gateway that the line names is the one to ask. */
function giveTo(verb: Command, option: Option, value: string): void {
  const name = option.attributeName();
  if (!verb.options.some((own) => own.attributeName() === name)) return;
  verb.setOptionValueWithSource(name, option.parseArg ? option.parseArg(value, undefined) : value, 'cli');
}
