import { type Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { cliOn } from '../../apps/cli/src/cli.js';
import { programOf } from '../../apps/cli/src/program.js';
import { Terminal } from '../../apps/cli/src/terminal.js';
import { page, verbsOn } from './troubleshooting-page.js';

/** A sentence may name a verb without what it takes. */
const INCOMPLETE = new Set(['commander.missingArgument', 'commander.missingMandatoryOptionValue']);

/** The verbs of `rotunda`, which check their words and do nothing. */
function program(): Command {
  const made = programOf(cliOn(new Terminal()));
  const idle = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => {} });
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
    return INCOMPLETE.has(error.code) ? null : error.message;
  }
}

it('every verb of rotunda on the page exists, with its options', async () => {
  const verbs = program().commands.map((command) => command.name());
  const named = verbsOn(await page(), verbs);
  expect(named.length).toBeGreaterThan(20);
  const wrong = await Promise.all(named.map(async (words) => [words.join(' '), await complaint(words)]));
  expect(wrong.filter(([, message]) => message !== null)).toEqual([]);
  expect(await complaint(['tasks', 'explain'])).toContain('unknown command');
  expect(await complaint(['keys', 'list', '--forever'])).toContain('unknown option');
});
