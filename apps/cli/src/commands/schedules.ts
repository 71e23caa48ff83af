import type { ScheduleDefinition } from '#rotunda/contracts';
import { type Chamber, CHAMBERS, TASK_NAMES } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';
import { ApiError } from '../api/api-error.js';
import { addGatewayOption, apiOf } from '../api/gateway-option.js';
import { readObject } from '../api/json-argument.js';
import { type RotundaApi, segment } from '../api/rotunda-api.js';
import type { Cli } from '../cli.js';
import { UsageError } from '../exit-codes.js';
import { answerFields } from '../output/answer-fields.js';
import { canAsk, confirm } from '../output/confirm.js';
import { examples } from '../output/examples.js';
import { fieldLines } from '../output/fields.js';
import type { Output } from '../output/output.js';
import {
  lastRunsOf,
  SCHEDULE_COLUMNS,
  type Schedule,
  scheduleLine,
  scheduleRows,
  type Schedules,
} from './schedule-lines.js';

type GivenFields = Partial<Omit<ScheduleDefinition, 'chambers'>> & { chamber?: string[]; catchUp?: 'latest' | 'none' };

const NOT_FOUND = 404;
const DAMAGED = 409;

/** What runs by itself, over REST. A new verb is a function below, and a line here. */
export function addSchedules(program: Command, cli: Cli): void {
  const schedules = addGatewayOption(program.command('schedules').description('list, change and run schedules'));
  addList(schedules, cli);
  addSet(schedules, cli);
  addShow(schedules, cli);
  addSteering(schedules, cli);
  addRun(schedules, cli);
  addReset(schedules, cli);
  addDelete(schedules, cli);
}

const pathOf = (name: string): string => `/schedules/${segment(name)}`;

function addList(schedules: Command, { output }: Cli): void {
  const list = schedules
    .command('list', { isDefault: true })
    .description('list the schedules with their next fire, and the damaged ones with what is wrong')
    .action(async () => {
      const answer = await apiOf(schedules).get<Schedules>('/schedules');
      output.list(answer, {
        rows: scheduleRows(answer),
        columns: SCHEDULE_COLUMNS,
        id: ({ name }) => name,
        empty: 'There are no schedules; `rotunda schedules reset --yes` brings those that are shipped.',
      });
    });
  examples(
    list,
    ['rotunda schedules list', 'what runs by itself, and when'],
    [`rotunda schedules list --json | jq '.damaged'`, 'those that can’t fire, and why'],
  );
}

function addSet(schedules: Command, { output }: Cli): void {
  const set = schedules
    .command('set')
    .description('create a schedule, or change only the given fields of an existing one')
    .argument('<name>', 'of the schedule: 1 to 64 letters, digits, hyphens or underscores')
    .option('--cron <expression>', 'minute, hour, day of the month, month, weekday, e.g. "0 2 * * *"')
    .addOption(
      new Option('--every <interval>', 'in place of --cron: 3600 (seconds), 90s, 15m, 2h or 1d').conflicts('cron'),
    )
    .option('--timezone <zone>', 'of the expression, e.g. America/New_York (default: UTC)')
    .addOption(new Option('--task <name>', 'what to do').choices(TASK_NAMES))
    .addOption(new Option('--chamber <chamber...>', 'for which chambers (default: all)').choices([...CHAMBERS, 'all']))
    .option('--args <json>', 'fields of the command, e.g. {"days_back": 7}; replaces all of them', readObject)
    .addOption(
      new Option('--overlap <what>', 'if the previous tick is unfinished (default: skip)').choices(['skip', 'allow']),
    )
    .addOption(
      new Option('--catch-up <what>', 'which of the ticks missed in an outage to run (default: latest)').choices([
        'latest',
        'none',
      ]),
    )
    .option('--expires', 'drop a command that no worker took before the next tick')
    .option('--no-expires', 'keep such a command (default)')
    .action(async (name: string, given: GivenFields) => {
      const api = apiOf(schedules);
      const before = await find(api, name);
      const schedule = await put(api, name, changed(before?.definition ?? {}, given), before?.etag);
      showChanged(schedule, before ? 'changed' : 'created', output);
      if (given.timezone && schedule.every) output.hint('--timezone has no effect on an interval, which ticks in UTC');
    });
  examples(
    set,
    ['rotunda schedules set nightly --cron "30 4 * * *" --task scrape', 'every night at 04:30 UTC'],
    ['rotunda schedules set nightly --every 6h', 'the same work four times a day instead'],
  );
}

function addShow(schedules: Command, { output }: Cli): void {
  const show = schedules
    .command('show')
    .description('show a schedule, its state, its next five fires and last runs; into a pipe as JSON')
    .argument('<name>', 'of the schedule')
    .action(async (name: string) => {
      const schedule = await apiOf(schedules).get<Schedule>(pathOf(name));
      const { last_runs: _, ...fields } = schedule;
      const lines = fieldLines([...answerFields(fields), ['last runs', lastRunsOf(schedule)]]);
      output.page(schedule, () => ({ lines, quiet: [schedule.name] }));
    });
  examples(show, ['rotunda schedules show daily', 'when it fires next, and what came of its last ticks']);
}

function addSteering(schedules: Command, { output }: Cli): void {
  for (const [verb, description, example] of [
    ['pause', 'stop a schedule from firing; ticks in the meantime are skipped', 'no daily scrape until it is resumed'],
    ['resume', 'let a schedule fire again, from its next tick on', 'the daily scrape runs again'],
  ] as const) {
    const steering = schedules
      .command(verb)
      .description(description)
      .argument('<name>', 'of the schedule')
      .action(async (name: string) => {
        const schedule = await apiOf(schedules).post<Schedule>(`${pathOf(name)}/${verb}`);
        output.show(schedule, () => ({ lines: [scheduleLine(schedule)], quiet: [schedule.name] }));
      });
    examples(steering, [`rotunda schedules ${verb} daily`, example]);
  }
}

function addRun(schedules: Command, { output }: Cli): void {
  const run = schedules
    .command('run')
    .description('queue a schedule’s command now, besides its ticks; prints the task’s id')
    .argument('<name>', 'of the schedule')
    .action(async (name: string) => {
      const queued = await apiOf(schedules).post<{ task_id: string; message: string }>(`${pathOf(name)}/run`);
      output.show(queued, () => ({ lines: [queued.task_id], quiet: [queued.task_id] }));
      output.hint(queued.message);
    });
  examples(run, ['rotunda schedules run daily', 'do now what it does each day']);
}

function addReset(schedules: Command, cli: Cli): void {
  const { output } = cli;
  const reset = schedules
    .command('reset')
    .description('put a schedule back as it was shipped, also if it was paused, deleted or damaged; others stay')
    .argument('[name]', 'daily, weekly or check (default: all three)')
    .option('--yes', 'all three, without asking', false)
    .action(async (name: string | undefined, { yes }: { yes: boolean }) => {
      const api = apiOf(schedules);
      if (name !== undefined) return showChanged(await api.post<Schedule>(`${pathOf(name)}/reset`), 'reset', output);
      if (!yes && !canAsk())
        throw new UsageError('this undoes your changes of daily, weekly and check: confirm it with --yes');
      if (!yes && !(await confirm('Undo your changes of daily, weekly and check?'))) {
        cli.exitCode = 1;
        return output.hint('Nothing is reset.');
      }
      const answer = await api.post<Pick<Schedules, 'schedules'>>('/schedules/reset');
      output.show(answer, () => ({
        lines: answer.schedules.map(scheduleLine),
        quiet: answer.schedules.map((schedule) => schedule.name),
      }));
    });
  examples(
    reset,
    ['rotunda schedules reset daily', 'as it was shipped, and not paused'],
    ['rotunda schedules reset --yes', 'daily, weekly and check, without asking'],
  );
}

function addDelete(schedules: Command, { output }: Cli): void {
  const remove = schedules
    .command('delete')
    .description('delete a schedule; commands that it has queued still run')
    .argument('<name>', 'of the schedule')
    .action(async (name: string) => {
      await apiOf(schedules).send(pathOf(name), { method: 'DELETE' });
      const lines = [`${name} is deleted; commands that it has queued still run`];
      output.show({ name, deleted: true }, () => ({ lines, quiet: [name] }));
    });
  examples(remove, ['rotunda schedules delete nightly', 'it fires no more']);
}

const showChanged = (schedule: Schedule, what: string, output: Output): void =>
  output.show(schedule, () => ({
    lines: [scheduleLine(schedule), `${what}; next fires: ${schedule.next_fires.join(', ')}`],
    quiet: [schedule.name],
  }));

/** Null where there is none, or a damaged one: then the given fields are all there is of it. */
async function find(api: RotundaApi, name: string): Promise<{ definition: ScheduleDefinition; etag: string } | null> {
  try {
    const { body, headers } = await api.send<Schedule>(pathOf(name), {});
    return { definition: definitionOf(body), etag: headers.get('etag')! };
  } catch (error) {
    if (error instanceof ApiError && [NOT_FOUND, DAMAGED].includes(error.status)) return null;
    throw error;
  }
}

/** @param etag of what was read: if somebody changed it since, the gateway refuses */
async function put(
  api: RotundaApi,
  name: string,
  definition: Partial<ScheduleDefinition>,
  etag: string | undefined,
): Promise<Schedule> {
  const headers = etag === undefined ? {} : { 'if-match': etag };
  return (await api.send<Schedule>(pathOf(name), { method: 'PUT', headers, body: definition })).body;
}

/** Without a field that is null: a gateway of an earlier version knows no `every`. */
function definitionOf(schedule: Schedule): ScheduleDefinition {
  const { cron, every, timezone, task, args, chambers, overlap, catch_up, expires } = schedule;
  return { ...(every ? { every } : { cron }), timezone, task, args, chambers, overlap, catch_up, expires };
}

/** A new cron expression replaces an interval, and the other way round. */
function changed(before: Partial<ScheduleDefinition>, given: GivenFields): Partial<ScheduleDefinition> {
  const { cron, every, ...others } = before;
  const { chamber, catchUp, ...fields } = given;
  const keepsTicks = fields.cron === undefined && fields.every === undefined;
  const chambers = chamber && CHAMBERS.filter((each: Chamber) => chamber.includes('all') || chamber.includes(each));
  return {
    ...(keepsTicks && (every ? { every } : cron ? { cron } : {})),
    ...others,
    ...fields,
    ...(chambers && { chambers }),
    ...(catchUp && { catch_up: catchUp }),
  };
}
