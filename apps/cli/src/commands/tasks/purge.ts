import { CHAMBERS, TASK_NAMES } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { canAsk, confirm } from '../../output/confirm.js';
import { examples } from '../../output/examples.js';

interface PurgeOptions {
  chamber?: string;
  name?: string;
  yes?: boolean;
  force?: boolean;
}

/** `rotunda purge`, as Celery's users type it. */
export const addTopPurge = (program: Command, cli: Cli): void =>
  addPurge(addGatewayOption(program.command('purge')), 'rotunda purge', cli);

/** @param line as the verb is typed */
export function addPurge(verb: Command, line: string, cli: Cli): void {
  verb
    .description('remove waiting commands from the queue; running tasks are left alone')
    .addOption(new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS))
    .addOption(new Option('--name <name>', 'only this kind of task').choices(TASK_NAMES))
    .option('-y, --yes', 'don’t ask')
    .addOption(new Option('-f, --force', 'the same, as in Celery').hideHelp())
    .action(async ({ yes, force, chamber, name }: PurgeOptions) => {
      const filters = { ...(chamber && { chamber }), ...(name && { name }) };
      if (!(yes ?? force) && !(await isConfirmed(filters))) {
        cli.output.hint('Nothing was removed.');
        cli.exitCode = 1;
        return;
      }
      const answer = await apiOf(verb).post<Record<string, number>>('/tasks/purge', filters);
      const { purged, left, stale } = answer;
      cli.output.show(answer, () => ({
        lines: [`${purged} purged, ${left} left that run or wait for a retry, ${stale} leftovers removed`],
      }));
    });
  examples(
    verb,
    [line, 'asks first'],
    [`${line} --chamber house --name scrape --yes`, 'the House’s scrapes, without asking'],
  );
}

async function isConfirmed({ chamber, name }: PurgeOptions): Promise<boolean> {
  if (!canAsk()) throw new UsageError('this removes all waiting commands: confirm it with --yes');
  const which = [chamber && `of the ${chamber}`, name && `of the kind ${name}`].filter(Boolean).join(' ');
  return confirm(
    `Remove all waiting commands${which ? ` ${which}` : ''} from the queue? Running tasks are left alone.`,
  );
}
