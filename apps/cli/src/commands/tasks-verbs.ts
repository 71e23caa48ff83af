import { CHAMBERS, TASK_NAMES, TASK_STATES } from '#rotunda/contracts';
import { Argument, type Command, Option } from 'commander';
import { gatewayOption } from '../api/gateway-option.js';
import { readObject } from '../api/json-argument.js';
import { Terminal } from '../terminal.js';

/** The verbs below `tasks`: what Celery's `inspect` and `control` were for, over REST. */
export function addTasksVerbs(program: Command, exit: (code: number) => void, terminal = new Terminal()): void {
  const tasks = program
    .command('tasks')
    .description('give, see and steer tasks over the API of a gateway that runs')
    .addOption(gatewayOption());
  const api = async () =>
    new (await import('./tasks-command.js')).TasksCommand(tasks.opts<{ gateway: string }>().gateway, terminal);
  const chamber = () => new Option('--chamber <chamber>', 'only of this chamber').choices(CHAMBERS);
  const name = () => new Option('--name <name>', 'only of this kind').choices(TASK_NAMES);

  tasks
    .command('submit')
    .description('queue a command; prints the task’s id')
    .addArgument(new Argument('<name>', 'what to do').choices(TASK_NAMES))
    .addArgument(new Argument('<chamber>', 'where').choices([...CHAMBERS, 'all']))
    .option('--args <json>', 'the command’s fields, e.g. {"days_back": 7}', readObject, {})
    .option('--unique', 'not while an identical command is queued or running', false)
    .option('--wait', 'until it has ended; exit code 1 unless it succeeds', false)
    .action(async (what, where, options) => exit(await (await api()).submit(what, where, options)));

  tasks
    .command('list')
    .description('tasks that ran, run or wait, the last queued first')
    .addOption(chamber())
    .addOption(name())
    .addOption(new Option('--state <state>', 'only in this state').choices(TASK_STATES))
    .addOption(new Option('--limit <number>', 'how many').default('20'))
    .action(async (filters) => exit(await (await api()).list(filters)));

  for (const [verb, description] of [
    ['show', 'all that is known of a task or a group, as JSON'],
    ['why', 'why it is not running'],
    ['retry', 'run it again; one that waits for a retry at once'],
    ['cancel', 'stop it: what waits at once, what runs within seconds'],
    ['terminate', 'end it at once, also where its worker is stuck'],
  ] as const) {
    tasks
      .command(verb)
      .description(description)
      .argument('<id>', 'of the task or the group')
      .action(async (id) => exit(await (await api())[verb](id)));
  }

  tasks
    .command('logs')
    .description('what it did, line by line; of a group all its children; kept for a day')
    .argument('<id>', 'of the task or the group')
    .option('-f, --follow', 'go on until it has ended', false)
    .action(async (id, { follow }) => exit(await (await api()).logs(id, follow)));

  tasks
    .command('purge')
    .description('take what waits out of the queue; never what runs')
    .addOption(chamber())
    .addOption(name())
    .requiredOption('--yes', 'that you mean it')
    .action(async ({ yes: _, ...filters }) => exit(await (await api()).purge(filters)));

  tasks
    .command('dead-letters')
    .description('what could not be done in spite of all retries, the newest first')
    .addOption(chamber())
    .addOption(name())
    .option('--code <code>', 'only with this error, e.g. LayoutChanged')
    .addOption(new Option('--limit <number>', 'how many').default('20'))
    .action(async (filters) => exit(await (await api()).deadLetters(filters)));

  tasks
    .command('replay')
    .description('give the task of a dead letter another run; with --all, of all that are meant')
    .argument('[sequence]', 'of the letter')
    .option('--all', 'every letter that no run followed', false)
    .addOption(chamber())
    .addOption(name())
    .option('--code <code>', 'only with this error')
    .action(async (sequence, { all, ...filters }) => exit(await (await api()).replay(sequence, all, filters)));
}
