import { CHAMBERS, TASK_NAMES, TASK_STATES } from '#rotunda/contracts/light';
import { Argument, type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { query } from '../../api/query.js';
import { segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { sayAway } from '../../waiting/say-away.js';
import { type ShownTask, whyItFailed } from './failed-attempt.js';
import { addPurge } from './purge.js';
import { addSubmit } from './submit.js';
import {
  letterLine,
  type ListedLetter,
  type ListedTask,
  logLine,
  type LogLine,
  taskLine,
  type Why,
  whyLine,
} from './task-lines.js';
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

const chamberOption = (): Option => new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS);
const nameOption = (): Option => new Option('--name <name>', 'only this kind of task').choices(TASK_NAMES);
const limitOption = (): Option => new Option('--limit <number>', 'how many').default('20');
const idArgument = (): Argument => new Argument('<id>', 'of the task or the group');

function addList(tasks: Command, { terminal }: Cli): void {
  tasks
    .command('list')
    .description('list tasks, the last queued first')
    .addOption(chamberOption())
    .addOption(nameOption())
    .addOption(new Option('--state <state>', 'only this state').choices(TASK_STATES))
    .addOption(limitOption())
    .action(async (filters: Filters) => {
      const { data } = await apiOf(tasks).get<{ data: ListedTask[] }>(`/tasks${query(filters)}`);
      for (const task of data) terminal.say(taskLine(task));
    });
}

function addShow(tasks: Command, { terminal }: Cli): void {
  tasks
    .command('show')
    .description('print a task or a group as JSON')
    .addArgument(idArgument())
    .action(async (id: string) => {
      const api = apiOf(tasks);
      const task = await api.get<ShownTask>(`/tasks/${segment(id)}`);
      terminal.say(JSON.stringify(task, null, 2));
      for (const line of whyItFailed(task, api.gateway)) terminal.warn(line);
    });
}

function addWhy(tasks: Command, { terminal }: Cli): void {
  tasks
    .command('why')
    .description('say why a task is not running')
    .addArgument(idArgument())
    .action(async (id: string) => {
      const why = await apiOf(tasks).get<Why>(`/tasks/${segment(id)}/why`);
      terminal.say(whyLine(why));
      for (const child of why.children ?? []) terminal.say(`  ${child.task_id} ${whyLine(child)}`);
    });
}

function addSteering(tasks: Command, cli: Cli): void {
  for (const [verb, path, description] of [
    ['retry', (id: string) => `/tasks/${id}/retry`, 'run it again; a task that waits for a retry runs at once'],
    ['cancel', (id: string) => `/tasks/cancel/${id}`, 'cancel it: at once if it waits, within seconds if it runs'],
    ['terminate', (id: string) => `/tasks/${id}/terminate`, 'end it at once, even if its worker is stuck'],
  ] as const) {
    tasks
      .command(verb)
      .description(description)
      .addArgument(idArgument())
      .action((id: string) => steer(tasks, path(segment(id)), cli));
  }
}

async function steer(tasks: Command, path: string, { terminal }: Cli): Promise<void> {
  const { message, warning } = await apiOf(tasks).post<{ message: string; warning?: string }>(path);
  terminal.say(message);
  if (warning) terminal.warn(warning);
}

function addLogs(tasks: Command, cli: Cli): void {
  const { terminal } = cli;
  tasks
    .command('logs')
    .description('print the log of a task, or of all tasks of a group; logs are kept for a day')
    .addArgument(idArgument())
    .option('-f, --follow', 'keep printing until the task has ended', false)
    .action(async (id: string, { follow }: { follow: boolean }) => {
      const api = apiOf(tasks);
      const path = `/tasks/${segment(id)}/logs`;
      if (!follow) {
        const { lines } = await api.get<{ lines: LogLine[] }>(path);
        for (const line of lines) terminal.say(logLine(line));
        return;
      }
      for await (const { event, data } of api.events(path, () => sayAway(cli))) {
        if (event === 'line') terminal.say(logLine(data as LogLine));
      }
    });
}

function addDeadLetters(tasks: Command, { terminal }: Cli): void {
  tasks
    .command('dead-letters')
    .description('list commands that failed in spite of all retries, newest first')
    .addOption(chamberOption())
    .addOption(nameOption())
    .option('--code <code>', 'only this error code, e.g. LayoutChanged')
    .addOption(limitOption())
    .action(async (filters: Filters) => {
      const { data } = await apiOf(tasks).get<{ data: ListedLetter[] }>(`/tasks/dead-letters${query(filters)}`);
      for (const letter of data) terminal.say(letterLine(letter));
    });
}

function addReplay(tasks: Command, cli: Cli): void {
  tasks
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
      const { replayed, invalid, skipped } = await apiOf(tasks).post<Record<string, number>>(path, filters);
      cli.terminal.say(`${replayed} replayed (${invalid} with an invalid command), ${skipped} skipped`);
    });
}
