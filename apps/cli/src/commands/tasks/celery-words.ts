import { CHAMBERS, inOneLine, TASK_NAMES, type TaskStateName } from '#rotunda/contracts/light';
import { type Command, Option } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { readObject } from '../../api/json-argument.js';
import { segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { examples } from '../../output/examples.js';
import { submitAndWait } from '../../waiting/submit-and-wait.js';

interface Status {
  task_id: string;
  status: TaskStateName;
  result?: object;
  error?: string;
}

/** Words of Celery's command line that have other ones here; the help does not list them. */
export function addCeleryWords(program: Command, cli: Cli): void {
  addCall(program, cli);
  addResult(program, cli);
}

/** `celery call tasks.house.scrape --kwargs '{"days_back": 7}'`, for `tasks submit scrape house`. */
function addCall(program: Command, cli: Cli): void {
  const verb = addGatewayOption(program.command('call', { hidden: true }))
    .description('the same as "tasks submit"')
    .argument('<name>', 'a kind of task, or one with its chamber, e.g. tasks.house.scrape')
    .argument('[chamber]', 'for which chamber, or all')
    .addOption(new Option('-k, --kwargs <json>', 'fields of the command').argParser(readObject))
    .addOption(new Option('-a, --args <json>', 'the same').argParser(readObject).hideHelp())
    .action((name: string, chamber: string | undefined, { args, kwargs }: { args?: object; kwargs?: object }) =>
      submitAndWait(apiOf(verb), { ...commandOf(name, chamber), body: { ...args, ...kwargs } }, cli, null),
    );
  examples(verb, [`rotunda call tasks.house.scrape --kwargs '{"days_back": 7}'`, 'as with Celery']);
}

function commandOf(word: string, given: string | undefined): { name: string; chamber: string } {
  const [, of, kind] = /^tasks\.(\w+)\.(\w+)$/.exec(word) ?? [];
  const [chamber, name] = [given ?? of, kind ?? word];
  const names: readonly string[] = TASK_NAMES;
  const chambers: readonly string[] = [...CHAMBERS, 'all'];
  if (names.includes(name) && chamber !== undefined && chambers.includes(chamber)) return { name, chamber };
  throw new UsageError(
    `give a kind of task (${names.join(', ')}) and a chamber (${chambers.join(', ')}), e.g. tasks.house.scrape`,
  );
}

/** `celery result`; the wait for it is `tasks wait`. */
function addResult(program: Command, cli: Cli): void {
  const verb = addGatewayOption(program.command('result', { hidden: true }))
    .description('the result of a task as JSON, or its state; exit code 1 unless it succeeded')
    .argument('<id>', 'of the task or the group')
    .action(async (id: string) => {
      const answer = await apiOf(verb).get<Status>(`/tasks/status/${segment(id)}`);
      const { status, result, error } = answer;
      const state = inOneLine(error ? `${status}: ${error}` : status);
      cli.output.show(answer, () => ({ lines: result ? JSON.stringify(result, null, 2).split('\n') : [state] }));
      cli.exitCode = status === 'SUCCESS' ? 0 : 1;
    });
  examples(verb, ['rotunda result daily-house-20261128T020000Z', 'as with Celery']);
}
