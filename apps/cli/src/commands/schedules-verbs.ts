import { CHAMBERS, TASK_NAMES } from '#rotunda/contracts';
import { type Command, Option } from 'commander';
import { gatewayOption } from '../api/gateway-option.js';
import { readObject } from '../api/json-argument.js';
import { Terminal } from '../terminal.js';

/** The verbs below `schedules`: when tasks are given by themselves, over REST. */
export function addSchedulesVerbs(program: Command, exit: (code: number) => void, terminal = new Terminal()): void {
  const schedules = program
    .command('schedules')
    .description('see and change what runs by itself, over the API of a gateway that runs')
    .addOption(gatewayOption());
  const api = async () =>
    new (await import('./schedules-command.js')).SchedulesCommand(
      schedules.opts<{ gateway: string }>().gateway,
      terminal,
    );

  schedules
    .command('list')
    .description('the schedules, and when each fires next; last those that are damaged, and why')
    .action(async () => exit(await (await api()).list()));

  schedules
    .command('set')
    .description('make a schedule, or change what is given of one that is there')
    .argument('<name>', 'of the schedule: 1 to 64 letters, digits, hyphens or underscores')
    .option('--cron <expression>', 'minute, hour, day of the month, month, weekday, e.g. "0 2 * * *"')
    .option('--timezone <zone>', 'of the expression, e.g. America/New_York (UTC)')
    .addOption(new Option('--task <name>', 'what to do').choices(TASK_NAMES))
    .addOption(new Option('--chamber <chamber...>', 'where (all)').choices([...CHAMBERS, 'all']))
    .option('--args <json>', 'the command’s fields, e.g. {"days_back": 7}; all of them', readObject)
    .addOption(new Option('--overlap <what>', 'while the tick before is unfinished (skip)').choices(['skip', 'allow']))
    .addOption(
      new Option('--catch-up <what>', 'which tick missed in an outage is made up for (latest)').choices([
        'latest',
        'none',
      ]),
    )
    .option('--expires', 'a command that no worker took up goes with the next tick')
    .option('--no-expires', 'it does not (where none is said)')
    .action(async (name, { chamber, catchUp, ...given }) =>
      exit(
        await (await api()).set(name, { ...given, ...chambersOf(chamber), ...(catchUp ? { catch_up: catchUp } : {}) }),
      ),
    );

  for (const [verb, method, description] of [
    ['show', 'show', 'its definition and state, and its next five fires, as JSON'],
    ['pause', 'pause', 'hold it back; ticks that fall due meanwhile are passed over'],
    ['resume', 'resume', 'let it fire again, from its next tick on'],
    ['run', 'runNow', 'give its command now, beside its ticks; prints the task’s id'],
    ['delete', 'delete', 'remove it; what it has published goes on'],
  ] as const) {
    schedules
      .command(verb)
      .description(description)
      .argument('<name>', 'of the schedule')
      .action(async (name) => exit(await (await api())[method](name)));
  }
}

function chambersOf(given: string[] | undefined): { chambers?: (typeof CHAMBERS)[number][] } {
  if (!given) return {};
  return { chambers: CHAMBERS.filter((chamber) => given.includes('all') || given.includes(chamber)) };
}
