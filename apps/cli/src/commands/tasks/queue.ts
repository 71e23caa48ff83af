import type { Command } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';

/** A queue as `GET tasks/queue` shows it. */
interface Queue {
  chamber: string;
  name: string;
  length: number;
  oldest: string | null;
  oldest_seconds: number;
}

/** `rotunda queue`: how much waits. */
export function addQueue(program: Command, cli: Cli): void {
  const queue = addGatewayOption(
    program.command('queue').description('how many tasks wait, and how long the oldest has'),
  );
  const list = queue
    .command('list', { isDefault: true })
    .description('the length of each chamber’s queue by kind of task, and its oldest task')
    .action(async () => {
      const answer = await apiOf(list).get<{ queues: Queue[] }>('/tasks/queue');
      cli.output.list(answer, {
        rows: answer.queues,
        id: ({ chamber, name }) => `tasks.${chamber}.${name}`,
        empty: 'There are no queues.',
        columns: [
          { name: 'queue', cell: ({ chamber, name }) => `tasks.${chamber}.${name}` },
          {
            name: 'length',
            cell: ({ length }) => length,
            align: 'right',
            colour: ({ length }) => (length > 0 ? 'yellow' : 'dim'),
          },
          { name: 'oldest', cell: ({ oldest }) => oldest },
          {
            name: 'waited',
            cell: ({ oldest, oldest_seconds }) => oldest && `${Math.round(oldest_seconds)} s`,
            align: 'right',
          },
        ],
      });
    });
  examples(
    list,
    ['rotunda queue list', 'how much waits, of each kind'],
    ['rotunda queue list --json', 'the same for a program'],
  );
}
