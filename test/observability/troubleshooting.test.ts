import { Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import type { Cli } from '../../apps/cli/src/cli.js';
import { addAudit } from '../../apps/cli/src/commands/audit.js';
import { addKeys } from '../../apps/cli/src/commands/keys.js';
import { addSchedules } from '../../apps/cli/src/commands/schedules.js';
import { addSecrets } from '../../apps/cli/src/commands/secrets.js';
import { addSites } from '../../apps/cli/src/commands/sites.js';
import { addTasks } from '../../apps/cli/src/commands/tasks.js';
import { Terminal } from '../../apps/cli/src/terminal.js';
import { page, verbsOn } from './troubleshooting-page.js';

/** A sentence may name a verb without what it takes. */
const INCOMPLETE = new Set(['commander.missingArgument', 'commander.missingMandatoryOptionValue']);

/** The verbs of `rotunda` over the API, which check their words and do nothing. */
function program(): Command {
  const cli: Cli = { terminal: new Terminal(), exitCode: 0 };
  const made = new Command('rotunda');
  for (const add of [addAudit, addKeys, addSchedules, addSecrets, addSites, addTasks]) add(made, cli);
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
