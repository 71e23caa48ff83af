import type { TaskState } from '#rotunda/contracts';
import { CHAMBERS } from '#rotunda/contracts/light';
import type { Command } from 'commander';
import { apiOf } from '../../api/gateway-option.js';
import type { RotundaApi } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { destinationOption, linesOf, nodeLine, type Saying } from './nodes.js';

interface Waiting {
  data: TaskState[];
  next_cursor: string | null;
}

const NOT_RESERVED =
  'Workers reserve nothing (no prefetch): each takes a command when it begins it. These wait for any worker of the chamber.';

/** `inspect reserved`: in Celery what a worker has fetched and not begun. */
export function addReserved(inspect: Command, cli: Cli): void {
  const verb = inspect
    .command('reserved')
    .description('the commands that wait in each chamber’s queue: workers fetch none before they begin it')
    .addOption(destinationOption())
    .action(async ({ destination }: { destination?: string[] }) => {
      const api = apiOf(verb);
      const chambers = await chambersOf(api, destination);
      const body = await api.get<Waiting>('/tasks?state=PENDING&limit=500');
      const waiting = body.data.filter(({ chamber }) => chambers.includes(chamber)).map(sayingOf);
      cli.output.show(body, () => ({
        lines: chambers.flatMap((chamber) => {
          const own = waiting.filter(({ worker }) => worker === chamber);
          return [nodeLine(`the queue of the ${chamber}`, null, cli), ...linesOf(own)];
        }),
        quiet: waiting.map(({ id }) => id),
      }));
      cli.output.hint(NOT_RESERVED);
      if (body.next_cursor !== null) cli.output.hint('There are more: rotunda queue list counts them all.');
    });
  examples(verb, ['rotunda inspect reserved', 'what no worker has taken yet']);
}

/** Those whose tasks these workers take. */
async function chambersOf(api: RotundaApi, workers: string[] | undefined): Promise<readonly string[]> {
  if (workers === undefined) return CHAMBERS;
  const stats = await api.get<{ workers: Record<string, { chamber: string }> }>('/tasks/stats');
  const wanted = workers.map((name) => stats.workers[name]?.chamber);
  return CHAMBERS.filter((chamber) => wanted.includes(chamber));
}

const sayingOf = ({ id, chamber, name, args }: TaskState): Saying => ({
  ...{ worker: chamber, id },
  line: `* ${id}  tasks.${chamber}.${name}  ${JSON.stringify(args)}`,
});
