import type { Command } from 'commander';
import { ApiError } from '../../api/api-error.js';
import { readDuration } from '../../api/duration-argument.js';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import type { RotundaApi } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { destinationOption, nodeLine, onlineLine } from './nodes.js';

/** A worker as `GET workers/ping` shows it. */
interface PingedWorker {
  name: string;
  answered: boolean;
  /** How long its answer took; null if it is silent. */
  ms: number | null;
}

interface PingOptions {
  destination?: string[];
  timeout?: number;
}

const NOT_FOUND = 404;

/** `inspect ping`, and `status`: which workers answer. The exit code is 1 if none does, as it is not 0 in Celery. */
export function addPing(verb: Command, cli: Cli): void {
  verb
    .description('ask each worker whether it answers; exit code 1 if none does')
    .addOption(destinationOption())
    .option('-t, --timeout <time>', 'a later answer does not count, e.g. 0.5 (seconds) or 500ms', readDuration)
    .action(async ({ destination, timeout = Infinity }: PingOptions) => {
      const { workers } = await pingedWorkers(apiOf(verb));
      const asked = workers.filter(({ name }) => destination?.includes(name) ?? true);
      const answers = ({ answered, ms }: PingedWorker): boolean => answered && (ms ?? 0) <= timeout;
      const online = asked.filter(answers);
      const lines = asked.flatMap((worker) => [
        nodeLine(worker.name, answers(worker) ? 'OK' : null, cli),
        ...(verb.name() === 'ping' ? [pongOf(worker, answers(worker))] : []),
      ]);
      cli.output.show({ workers: asked }, () => ({
        lines: [...lines, ...(lines.length > 0 ? [''] : []), onlineLine(online.length)],
        quiet: online.map(({ name }) => name),
      }));
      if (online.length === 0) cli.exitCode = 1;
    });
}

const pongOf = ({ ms }: PingedWorker, answers: boolean): string =>
  answers ? `        pong${ms === null ? '' : ` (${ms} ms)`}` : '        no answer';

async function pingedWorkers(api: RotundaApi): Promise<{ workers: PingedWorker[] }> {
  try {
    return await api.get<{ workers: PingedWorker[] }>('/workers/ping');
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== NOT_FOUND) throw error;
    const message = `The gateway at ${api.gateway} is of an earlier version, which can’t ping workers: update it. Until then "rotunda inspect stats" lists the workers that were seen within 30 s.`;
    throw new Error(message, { cause: error });
  }
}

/** What Celery calls `status`: `inspect ping` without the pongs. */
export function addStatus(program: Command, cli: Cli): void {
  const verb = addGatewayOption(program.command('status'));
  addPing(verb, cli);
  examples(verb, ['rotunda status', 'the workers that answer, as `celery status` lists them']);
}
