import { type Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { cliOn } from '../../apps/cli/src/cli.js';
import { programOf } from '../../apps/cli/src/program.js';
import { Terminal } from '../../apps/cli/src/terminal.js';
import { allPages, verbsOn } from './page.js';

/** A sentence may name a verb without what it takes. */
const WELL = new Set([
  'commander.missingArgument',
  'commander.missingMandatoryOptionValue',
  'commander.helpDisplayed',
  'commander.help',
  'commander.version',
]);
/** Its verbs are for a task that the reader adds: test/flow/adding-a-task.test.ts runs them. */
const ELSEWHERE = 'adding-a-task';

/** The verbs of `rotunda`, which check their words and do nothing. */
function program(): Command {
  const made = programOf(cliOn(new Terminal()));
  const idle = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} });
    if (command.commands.length === 0) command.action(() => {});
    command.commands.forEach(idle);
  };
  idle(made);
  return made;
}

async function complaint(words: string[]): Promise<string | null> {
  try {
    await program().parseAsync(words, { from: 'user' });
    return null;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return WELL.has(error.code) ? null : error.message;
  }
}

const verbs = program().commands.map((command) => command.name());
const pages = (await allPages())
  .filter(([name]) => name !== ELSEWHERE)
  .map(([name, text]) => [name, verbsOn(text, verbs)] as const);

it.each(pages.filter(([, named]) => named.length > 0))(
  'every verb of rotunda in %s exists, with its options',
  async (_, named) => {
    const wrong = await Promise.all(named.map(async (words) => [words.join(' '), await complaint(words)]));
    expect(wrong.filter(([, message]) => message !== null)).toEqual([]);
  },
);

it('notices a verb or an option that does not exist', async () => {
  expect(await complaint(['tasks', 'explain'])).toContain('unknown command');
  expect(await complaint(['keys', 'list', '--forever'])).toContain('unknown option');
  expect(pages.flatMap(([, named]) => named).length).toBeGreaterThan(60);
});
