import type { ScheduleDefinition } from '#rotunda/contracts';
import { type Chamber, CHAMBERS, TASK_NAMES } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';
import { ApiError } from '../api/api-error.js';
import { addGatewayOption, apiOf } from '../api/gateway-option.js';
import { readObject } from '../api/json-argument.js';
import { type RotundaApi, segment } from '../api/rotunda-api.js';
import type { Cli } from '../cli.js';

interface Schedule extends Required<ScheduleDefinition> {
  name: string;
  paused_at: string | null;
  next_fires: string[];
}

interface Schedules {
  schedules: Schedule[];
  damaged: { name: string; reason: string }[];
}

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
  addDelete(schedules, cli);
}

const pathOf = (name: string): string => `/schedules/${segment(name)}`;

function addList(schedules: Command, { terminal }: Cli): void {
  schedules
    .command('list')
    .description('list the schedules with their next fire, and the damaged ones with what is wrong')
    .action(async () => {
      const answer = await apiOf(schedules).get<Schedules>('/schedules');
      for (const schedule of answer.schedules) terminal.say(scheduleLine(schedule));
      for (const { name, reason } of answer.damaged) terminal.say(`${name.padEnd(12)}  damaged: ${reason}`);
    });
}

function addSet(schedules: Command, { terminal }: Cli): void {
  schedules
    .command('set')
    .description('create a schedule, or change only the given fields of an existing one')
    .argument('<name>', 'of the schedule: 1 to 64 letters, digits, hyphens or underscores')
    .option('--cron <expression>', 'minute, hour, day of the month, month, weekday, e.g. "0 2 * * *"')
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
      const schedule = await put(api, name, { ...before?.definition, ...fieldsOf(given) }, before?.etag);
      terminal.say(scheduleLine(schedule));
      terminal.say(`${before ? 'changed' : 'created'}; next fires: ${schedule.next_fires.join(', ')}`);
    });
}

function addShow(schedules: Command, { terminal }: Cli): void {
  schedules
    .command('show')
    .description('print the definition and state of a schedule, and its next five fires, as JSON')
    .argument('<name>', 'of the schedule')
    .action(async (name: string) => terminal.say(JSON.stringify(await apiOf(schedules).get(pathOf(name)), null, 2)));
}

function addSteering(schedules: Command, { terminal }: Cli): void {
  for (const [verb, description] of [
    ['pause', 'stop it from firing; ticks in the meantime are skipped'],
    ['resume', 'let it fire again, from its next tick on'],
  ] as const) {
    schedules
      .command(verb)
      .description(description)
      .argument('<name>', 'of the schedule')
      .action(async (name: string) =>
        terminal.say(scheduleLine(await apiOf(schedules).post<Schedule>(`${pathOf(name)}/${verb}`))),
      );
  }
}

function addRun(schedules: Command, { terminal }: Cli): void {
  schedules
    .command('run')
    .description('queue its command now, besides its ticks; prints the task’s id')
    .argument('<name>', 'of the schedule')
    .action(async (name: string) => {
      const path = `${pathOf(name)}/run`;
      const { task_id, message } = await apiOf(schedules).post<{ task_id: string; message: string }>(path);
      terminal.say(task_id);
      terminal.warn(message);
    });
}

function addDelete(schedules: Command, { terminal }: Cli): void {
  schedules
    .command('delete')
    .description('delete it; commands that it has queued still run')
    .argument('<name>', 'of the schedule')
    .action(async (name: string) => {
      await apiOf(schedules).send(pathOf(name), { method: 'DELETE' });
      terminal.say(`${name} is deleted; commands that it has queued still run`);
    });
}

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

function definitionOf({
  cron,
  timezone,
  task,
  args,
  chambers,
  overlap,
  catch_up,
  expires,
}: Schedule): ScheduleDefinition {
  return { cron, timezone, task, args, chambers, overlap, catch_up, expires };
}

function fieldsOf({ chamber, catchUp, ...given }: GivenFields): Partial<ScheduleDefinition> {
  const chambers = chamber && CHAMBERS.filter((each: Chamber) => chamber.includes('all') || chamber.includes(each));
  return { ...given, ...(chambers && { chambers }), ...(catchUp && { catch_up: catchUp }) };
}

function scheduleLine({ name, cron, timezone, task, chambers, paused_at, next_fires }: Schedule): string {
  const when = paused_at === null ? `next ${next_fires[0]}` : `paused since ${paused_at}`;
  return `${name.padEnd(12)}  ${`${cron} ${timezone}`.padEnd(20)}  ${task} of ${chambers?.join(' and ')}  ${when}`;
}
