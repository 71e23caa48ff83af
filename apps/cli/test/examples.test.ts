import { type Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { cliOn } from '../src/cli.js';
import { examplesOf } from '../src/output/examples.js';
import { verbsOf } from '../src/output/output-options.js';
import { programOf } from '../src/program.js';
import { Terminal } from '../src/terminal.js';

/** What a shell would make of it; what follows the command (a pipe, a redirection) is not for us. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/ (?:[|<>]|&&|\|\|) .*$/, '').matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, bare]) => single ?? double ?? bare ?? '',
  );

/** All of `rotunda`, but its verbs do nothing. */
function idleProgram(): Command {
  const program = programOf(cliOn(new Terminal()));
  for (const verb of verbsOf(program)) verb.action(() => undefined);
  return program;
}

const nameOf = (verb: Command | null): string => (verb ? `${nameOf(verb.parent)} ${verb.name()}`.trim() : '');

async function complaint(words: string[]): Promise<string | null> {
  try {
    await idleProgram().parseAsync(words, { from: 'user' });
    return null;
  } catch (error) {
    if (error instanceof CommanderError) return error.message;
    throw error;
  }
}

it('the examples of every verb can be typed', async () => {
  const examples = verbsOf(idleProgram()).flatMap((verb) =>
    examplesOf(verb).map(([line]) => [nameOf(verb), line] as const),
  );
  const wrong = await Promise.all(
    examples.map(async ([verb, line]) => {
      if (!`${line} `.startsWith(`${verb} `)) return `${verb}: ${line} is another verb`;
      const message = await complaint(wordsOf(line).slice(1));
      return message === null ? [] : `${line}: ${message}`;
    }),
  );
  expect(wrong.flat()).toEqual([]);
});

it('every verb has an example in its help', () => {
  const without = verbsOf(idleProgram()).filter((verb) => examplesOf(verb).length === 0 && verb.name() !== 'help');
  expect(without.map(nameOf)).toEqual([]);
});
