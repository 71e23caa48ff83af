import { inOneLine } from '#rotunda/contracts/light';
import type { Command } from 'commander';
import { readDuration } from '../../api/duration-argument.js';
import { apiOf } from '../../api/gateway-option.js';
import { type RotundaApi, segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { outcomeLines } from '../../waiting/outcome-lines.js';
import { type Waited, waitForTasks } from '../../waiting/wait-for-tasks.js';

/** `rotunda tasks wait`: Celery's `task.get(timeout)`. */
export function addWait(tasks: Command, cli: Cli): void {
  const verb = tasks
    .command('wait')
    .description('show the progress of tasks until all have ended; exit code 0 if all succeed, 1 if not')
    .argument('<id...>', 'of a task or a group')
    .option('--timeout <time>', 'wait no longer, e.g. 30 (seconds), 15m or 2h; exit code 6 if they go on', readDuration)
    .action(async (ids: string[], { timeout }: { timeout?: number }) => {
      const api = apiOf(verb);
      const waited = await waitForTasks(api, ids, cli, { timeoutMs: timeout });
      const lines = (await Promise.all(waited.map(linesOf))).flat();
      cli.output.show(await statusesOf(api, waited), () => ({ lines, quiet: waited.map(({ id }) => id) }));
      cli.exitCode = waited.every(({ state }) => state === 'SUCCESS') ? 0 : 1;
    });
  examples(
    verb,
    ['rotunda tasks wait 4e0f8a52-9c1d-4c55-8a6e-0f3b7d2c91aa', 'until it has ended, however long it takes'],
    ['rotunda tasks wait key-1 key-2 --timeout 15m', 'for both, a quarter of an hour at most'],
  );
}

async function linesOf(waited: Waited): Promise<string[]> {
  const [state, ...more] = await outcomeLines(waited);
  return [inOneLine(`${waited.id}: ${state}`), ...more.map((line) => `  ${line}`)];
}

/** As `GET tasks/status/{id}` shows each. */
const statusesOf = (api: RotundaApi, waited: readonly Waited[]): Promise<unknown[]> =>
  Promise.all(waited.map(({ id }) => api.sendUntilAnswered(`/tasks/status/${segment(id)}`, {})));
