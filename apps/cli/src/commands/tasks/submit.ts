import { CHAMBERS, isFinal, TASK_NAMES } from '#rotunda/contracts/light';
import { Argument, type Command } from 'commander';
import { apiOf } from '../../api/gateway-option.js';
import { readObject } from '../../api/json-argument.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { submitAndWait } from '../../waiting/submit-and-wait.js';
import type { WaitOptions } from '../../waiting/wait-for-tasks.js';

interface SubmitOptions {
  args: object;
  unique: boolean;
  wait: boolean;
}

/** Here a group ends with its first failure, and only a terminal gets progress: scripts read the lines. */
const WAIT: WaitOptions = { hasEnded: ({ state }) => isFinal(state), plainProgress: false };

/** `rotunda tasks submit`: any kind of task. */
export function addSubmit(tasks: Command, cli: Cli): void {
  const verb = tasks
    .command('submit')
    .description('queue a command; prints the task’s id')
    .addArgument(new Argument('<name>', 'what to do').choices(TASK_NAMES))
    .addArgument(new Argument('<chamber>', 'for which chamber').choices([...CHAMBERS, 'all']))
    .option('--args <json>', 'fields of the command, e.g. {"days_back": 7}', readObject, {})
    .option('--unique', 'only if no identical command is queued or running', false)
    .option('--wait', 'wait for the end; exit code 1 unless the task succeeds', false)
    .action((name: string, chamber: string, { args, unique, wait }: SubmitOptions) => {
      const body = { ...args, ...(unique && { unique }) };
      return submitAndWait(apiOf(verb), { name, chamber, body }, cli, wait ? WAIT : null);
    });
  examples(
    verb,
    ['rotunda tasks submit check house --wait', 'whether the site answers, and its layout is known'],
    [`rotunda tasks submit reparse all --args '{"apply": true}'`, 'read the archived documents again'],
  );
}
