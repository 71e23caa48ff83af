import type { TaskState } from '#rotunda/contracts';
import { CHAMBERS, inOneLine, TASK_NAMES, TASK_STATES } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { query } from '../../api/query.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { sayAway } from '../../waiting/say-away.js';

interface EventFilters extends Record<string, string | undefined> {
  chamber?: string;
  name?: string;
  state?: string;
}

/** `rotunda events`: Celery's `events --dump`. */
export function addEvents(program: Command, cli: Cli): void {
  const verb = addGatewayOption(program.command('events'))
    .description('print each change of a task as it happens, until Ctrl-C')
    .addOption(new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS))
    .addOption(new Option('--name <name>', 'only this kind of task').choices(TASK_NAMES))
    .addOption(new Option('--state <state>', 'only changes to this state').choices(TASK_STATES))
    .addOption(new Option('--dump', 'as in Celery').hideHelp())
    .action(async ({ chamber, name, state }: EventFilters) => {
      const path = `/tasks/events${query({ chamber, name, state })}`;
      for await (const { event, data } of apiOf(verb).events(path, () => sayAway(cli))) {
        if (event === 'task') print(data as TaskState, cli);
      }
    });
  examples(
    verb,
    ['rotunda events', 'what happens now'],
    ['rotunda events --state FAILURE --json', 'a line of JSON for each task that fails'],
  );
}

function print(task: TaskState, { output, terminal }: Cli): void {
  const line = { people: () => eventLine(task), json: () => JSON.stringify(task), quiet: () => task.id };
  terminal.say(line[output.mode]());
}

/** The time is that of its arrival here: a state does not say when it changed last. */
function eventLine({ id, chamber, name, state, progress, error }: TaskState): string {
  const { phase, done, total } = progress;
  const doing = state === 'STARTED' ? (total > 0 ? `${phase} ${done}/${total}` : phase) : '';
  const what = error ? `${error.code}: ${error.message}` : doing;
  const task = `${chamber}.${name}`.padEnd(14);
  return inOneLine(`${new Date().toISOString()}  ${state.padEnd(7)}  ${task}  ${id}  ${what}`.trimEnd());
}
