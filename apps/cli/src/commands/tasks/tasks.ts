import { Argument, type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { query } from '../../api/query.js';
import { segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { examples } from '../../output/examples.js';
import { sayAway } from '../../waiting/say-away.js';
import { whyItFailed } from './failed-attempt.js';
import { addPurge } from './purge.js';
import { addSubmit } from './submit.js';
import {
  LETTER_COLUMNS,
  type ListedLetter,
  type ListedTask,
  logLine,
  type LogLine,
  TASK_COLUMNS,
  type Why,
  whyLine,
} from './task-lines.js';
import { addManyOptions, type ManyOptions, oneTask, steerAll, type Verb } from './many-tasks.js';
import { addTaskFilters, chamberOption, filtersOf, nameOption, type TaskFilterOptions } from './task-filters.js';
import { pageOf, type ShownTask } from './task-page.js';
import { addWait } from './wait.js';

type Filters = Record<string, string | undefined>;

/** What Celery's `inspect` and `control` did, over REST. A new verb is a function below, and a line here. */
export function addTasks(program: Command, cli: Cli): void {
  const tasks = addGatewayOption(program.command('tasks').description('submit, inspect and control tasks'));
  addSubmit(tasks, cli);
  addWait(tasks, cli);
  addList(tasks, cli);
  addShow(tasks, cli);
  addWhy(tasks, cli);
  addSteering(tasks, cli);
  addLogs(tasks, cli);
  addPurge(tasks.command('purge'), 'rotunda tasks purge', cli);
  addDeadLetters(tasks, cli);
  addReplay(tasks, cli);
}

const limitOption = (): Option => new Option('--limit <number>', 'how many').default('20');
const idArgument = (): Argument => new Argument('<id>', 'of the task or the group');

function addList(tasks: Command, { output }: Cli): void {
  const list = addTaskFilters(
    tasks.command('list', { isDefault: true }).description('list tasks, the last queued first'),
  )
    .addOption(limitOption())
    .action(async ({ limit, ...filters }: TaskFilterOptions & { limit: string }) => {
      const answer = await apiOf(tasks).get<{ data: ListedTask[] }>(`/tasks${query({ ...filtersOf(filters), limit })}`);
      output.list(answer, {
        rows: answer.data,
        columns: TASK_COLUMNS,
        id: ({ id }) => id,
        empty: 'There are no such tasks.',
      });
    });
  examples(
    list,
    ['rotunda tasks list --state FAILURE --limit 100', 'what failed'],
    ['rotunda tasks list --chamber house --name scrape', 'the last scrapes of the House'],
    ['rotunda tasks list --search 20012345 --error SiteUnavailable', 'what failed at a document'],
    ['rotunda tasks list --state PENDING --quiet', 'the ids of what waits, for a script'],
  );
}

function addShow(tasks: Command, { terminal, output }: Cli): void {
  const show = tasks
    .command('show')
    .description('show a task or a group with its attempts, progress, result and error; into a pipe as JSON')
    .addArgument(idArgument())
    .action(async (id: string) => {
      const api = apiOf(tasks);
      const task = await api.get<ShownTask>(`/tasks/${segment(id)}`);
      output.page(task, () => ({ lines: pageOf(task, api.gateway, terminal), quiet: [task.id] }));
      if (output.isPiped) for (const line of whyItFailed(task, api.gateway)) output.hint(line);
    });
  examples(
    show,
    ['rotunda tasks show ID', 'how a task is getting on, or why it failed'],
    ['rotunda tasks show ID --json | jq .result', 'its result, for a program'],
  );
}

function addWhy(tasks: Command, { output }: Cli): void {
  const verb = tasks
    .command('why')
    .description('say why a task is not running')
    .addArgument(idArgument())
    .action(async (id: string) => {
      const why = await apiOf(tasks).get<Why>(`/tasks/${segment(id)}/why`);
      const children = (why.children ?? []).map((child) => `  ${child.task_id} ${whyLine(child)}`);
      output.show(why, () => ({ lines: [whyLine(why), ...children], quiet: [why.reason] }));
    });
  examples(verb, ['rotunda tasks why ID', 'e.g. no worker, a site that refuses us, a retry that waits']);
}

function addSteering(tasks: Command, cli: Cli): void {
  const addForMany = (verb: Verb, description: string, path: (id: string) => string): Command => {
    const command = tasks.command(verb.name).description(description).argument('[id]', 'of the task or the group');
    return addManyOptions(command).action((id: string | undefined, options: ManyOptions) => {
      const one = oneTask(id, options);
      return one === null ? steerAll(tasks, verb, options, cli) : steer(tasks, path(segment(one)), cli);
    });
  };
  examples(
    addForMany(
      { name: 'retry', done: 'retried' },
      'run a task again, or with --all those that match and did not succeed; one that waits for a retry runs at once',
      (id) => `/tasks/${id}/retry`,
    ),
    ['rotunda tasks retry ID', 'the next run of a task that has failed'],
    ['rotunda tasks retry --all --error SiteUnavailable', 'all that failed so; says how many, and asks'],
  );
  examples(
    addForMany(
      { name: 'cancel', done: 'cancelled' },
      'cancel a task, or with --all those that match: at once if it waits, within seconds if it runs',
      (id) => `/tasks/cancel/${id}`,
    ),
    ['rotunda tasks cancel ID', 'what it has stored stays'],
    ['rotunda tasks cancel --all --state PENDING --chamber house --yes', 'all that wait, without asking'],
  );
  examples(
    tasks
      .command('terminate')
      .description('end a task at once, even if its worker is stuck')
      .addArgument(idArgument())
      .action((id: string) => steer(tasks, `/tasks/${segment(id)}/terminate`, cli)),
    ['rotunda tasks terminate ID', 'for a task that "cancel" does not end'],
  );
}

async function steer(tasks: Command, path: string, { output }: Cli): Promise<void> {
  const answer = await apiOf(tasks).post<{ task_id: string; message: string; warning?: string }>(path);
  output.show(answer, () => ({ lines: [answer.message], quiet: [answer.task_id] }));
  if (answer.warning) output.hint(answer.warning);
}

function addLogs(tasks: Command, cli: Cli): void {
  const { output } = cli;
  const logs = tasks
    .command('logs')
    .description('print the log of a task, or of all tasks of a group; logs are kept for a day')
    .addArgument(idArgument())
    .option('-f, --follow', 'keep printing until the task has ended', false)
    .action(async (id: string, { follow }: { follow: boolean }) => {
      const api = apiOf(tasks);
      const path = `/tasks/${segment(id)}/logs`;
      if (!follow) {
        const answer = await api.get<{ lines: LogLine[] }>(path);
        return output.show(answer, () => ({ lines: answer.lines.map(logLine), quiet: answer.lines.map(logLine) }));
      }
      for await (const { event, data } of api.events(path, () => sayAway(cli))) {
        if (event === 'line') output.item(data, () => logLine(data as LogLine));
      }
    });
  examples(
    logs,
    ['rotunda tasks logs ID', 'what its worker wrote'],
    ['rotunda tasks logs ID --follow --json', 'each line as JSON, until the task has ended'],
  );
}

function addDeadLetters(tasks: Command, { output }: Cli): void {
  const list = tasks
    .command('dead-letters')
    .description('list commands that failed in spite of all retries, newest first')
    .addOption(chamberOption())
    .addOption(nameOption())
    .option('--code <code>', 'only this error code, e.g. LayoutChanged')
    .addOption(limitOption())
    .action(async (filters: Filters) => {
      const answer = await apiOf(tasks).get<{ data: ListedLetter[] }>(`/tasks/dead-letters${query(filters)}`);
      output.list(answer, {
        rows: answer.data,
        columns: LETTER_COLUMNS,
        id: ({ sequence }) => String(sequence),
        empty: 'There are no such dead letters.',
      });
    });
  examples(
    list,
    ['rotunda tasks dead-letters --code LayoutChanged', 'what failed because a site looks different now'],
    ['rotunda tasks dead-letters --quiet', 'their numbers, for a script'],
  );
}

function addReplay(tasks: Command, cli: Cli): void {
  const verb = tasks
    .command('replay')
    .description('run the task of a dead letter again, or with --all those of all matching dead letters')
    .argument('[sequence]', 'number of the dead letter')
    .option('--all', 'every dead letter whose task was not run again since', false)
    .addOption(chamberOption())
    .addOption(nameOption())
    .option('--code <code>', 'only this error code')
    .action(async (sequence: string | undefined, { all, ...filters }: { all: boolean } & Filters) => {
      if (Boolean(sequence) === all) throw new UsageError('give the number of one dead letter, or --all');
      if (sequence) return steer(tasks, `/tasks/dead-letters/${segment(sequence)}/replay`, cli);
      const path = '/tasks/dead-letters/replay';
      const answer = await apiOf(tasks).post<Record<'replayed' | 'invalid' | 'skipped', number>>(path, filters);
      const { replayed, invalid, skipped } = answer;
      cli.output.show(answer, () => ({
        lines: [`${replayed} replayed (${invalid} with an invalid command), ${skipped} skipped`],
        quiet: [String(replayed)],
      }));
    });
  examples(
    verb,
    ['rotunda tasks replay 17', 'the task of one dead letter'],
    ['rotunda tasks replay --all --code LayoutChanged', 'once the parser knows the new layout'],
  );
}
