import { randomUUID } from 'node:crypto';
import { CHAMBERS, inOneLine, isFinal, TASK_NAMES, TASK_STATES, type TaskStateName } from '#rotunda/contracts/light';
import { Argument, type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { readObject } from '../../api/json-argument.js';
import { query } from '../../api/query.js';
import { type RotundaApi, segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import type { Terminal } from '../../terminal.js';
import { type ShownTask, whyItFailed } from './failed-attempt.js';
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

type Filters = Record<string, string | undefined>;

/** The answer to a command. */
interface Submitted {
  task_id: string;
  message: string;
}

/** The answer of `GET tasks/status/{id}`. */
interface Status {
  status: TaskStateName;
  error?: string;
}

interface SubmitOptions {
  args: object;
  unique: boolean;
  wait: boolean;
}

const WAIT_SECONDS = 20;

/** What Celery's `inspect` and `control` did, over REST. A new verb is a function below, and a line here. */
export function addTasks(program: Command, cli: Cli): void {
  const tasks = addGatewayOption(program.command('tasks').description('submit, inspect and control tasks'));
  addSubmit(tasks, cli);
  addList(tasks, cli);
  addShow(tasks, cli);
  addWhy(tasks, cli);
  addSteering(tasks, cli);
  addLogs(tasks, cli);
  addPurge(tasks, cli);
  addDeadLetters(tasks, cli);
  addReplay(tasks, cli);
}

const chamberOption = (): Option => new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS);
const nameOption = (): Option => new Option('--name <name>', 'only this kind of task').choices(TASK_NAMES);
const limitOption = (): Option => new Option('--limit <number>', 'how many').default('20');
const idArgument = (): Argument => new Argument('<id>', 'of the task or the group');

function addSubmit(tasks: Command, cli: Cli): void {
  tasks
    .command('submit')
    .description('queue a command; prints the task’s id')
    .addArgument(new Argument('<name>', 'what to do').choices(TASK_NAMES))
    .addArgument(new Argument('<chamber>', 'for which chamber').choices([...CHAMBERS, 'all']))
    .option('--args <json>', 'fields of the command, e.g. {"days_back": 7}', readObject, {})
    .option('--unique', 'only if no identical command is queued or running', false)
    .option('--wait', 'wait for the end; exit code 1 unless the task succeeds', false)
    .action(async (name: string, chamber: string, { args, unique, wait }: SubmitOptions) => {
      const api = apiOf(tasks);
      const [path, body] = [`/tasks/${name}/${chamber}`, { ...args, ...(unique && { unique }) }];
      const { task_id, message } = await (wait ? submitSafely(api, path, body, cli) : api.post<Submitted>(path, body));
      cli.terminal.say(task_id);
      cli.terminal.warn(message);
      if (wait) await waitForEnd(api, task_id, cli);
    });
}

/** Survives a restart of the gateway: under its key the command is queued once, however often it is sent. */
async function submitSafely(api: RotundaApi, path: string, body: object, { terminal }: Cli): Promise<Submitted> {
  // A wrong address is an error at once, not after a minute of waiting.
  await api.get('/tasks/registered');
  const headers = { 'idempotency-key': randomUUID() };
  return api.sendUntilAnswered<Submitted>(path, { method: 'POST', headers, body }, () => sayAway(terminal));
}

async function waitForEnd(api: RotundaApi, id: string, cli: Cli): Promise<void> {
  const path = `/tasks/status/${id}?wait=${WAIT_SECONDS}`;
  for (;;) {
    const { status, error } = await api.sendUntilAnswered<Status>(path, {}, () => sayAway(cli.terminal));
    if (!isFinal(status)) continue;
    cli.terminal.say(error ? inOneLine(`${status}: ${error}`) : status);
    cli.exitCode = status === 'SUCCESS' ? 0 : 1;
    return;
  }
}

const sayAway = (terminal: Terminal): void => terminal.warn('rotunda: the gateway is away; continuing when it is back');

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

function addLogs(tasks: Command, { terminal }: Cli): void {
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
      for await (const { event, data } of api.events(path, () => sayAway(terminal))) {
        if (event === 'line') terminal.say(logLine(data as LogLine));
      }
    });
}

function addPurge(tasks: Command, { terminal }: Cli): void {
  tasks
    .command('purge')
    .description('remove waiting commands from the queue; running tasks are left alone')
    .addOption(chamberOption())
    .addOption(nameOption())
    .requiredOption('--yes', 'confirm it')
    .action(async ({ yes: _, ...filters }: Filters) => {
      const { purged, left, stale } = await apiOf(tasks).post<Record<string, number>>('/tasks/purge', filters);
      terminal.say(`${purged} purged, ${left} left that run or wait for a retry, ${stale} leftovers removed`);
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
