import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Chamber, Draining } from '#rotunda/contracts';
import { CHAMBERS, inOneLine } from '#rotunda/contracts/light';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { type RotundaApi, segment } from '../../api/rotunda-api.js';
import type { Cli } from '../../cli.js';
import { EXIT_CODES, UsageError } from '../../exit-codes.js';
import { examples } from '../../output/examples.js';
import { Leaving } from './leaving.js';
import {
  type ListedWorker,
  PING_COLUMNS,
  type PingedWorker,
  remainingOf,
  WORKER_COLUMNS,
  workerLines,
} from './worker-lines.js';

const SECOND_MS = 1_000;
const MOST_SECONDS = 86_400;
const SUCCESSOR_SECONDS = 120;
const NONE = 'No worker is running. Start one with "rotunda worker house" or "rotunda worker senate".';

interface Choice {
  all: boolean;
  chamber?: Chamber;
  wait: boolean;
  /** Seconds. */
  timeout?: number;
}

/** What runs, and how it is taken out of service. */
export function addWorkers(program: Command, cli: Cli): void {
  const workers = addGatewayOption(program.command('workers').description('list workers, and drain or restart them'));
  addList(workers, cli);
  addShow(workers, cli);
  addDrain(workers, cli);
  addRestart(workers, cli);
  addPing(workers, cli);
}

const chamberOption = (): Option => new Option('--chamber <chamber>', 'only this chamber').choices(CHAMBERS);

function addList(workers: Command, { output }: Cli): void {
  const list = workers
    .command('list', { isDefault: true })
    .description('list the running workers')
    .addOption(chamberOption())
    .action(async ({ chamber }: { chamber?: Chamber }) => {
      const rows = await new Leaving(apiOf(workers), output).workers(chamber);
      output.list({ workers: rows }, { rows, columns: WORKER_COLUMNS, id: ({ id }) => id, empty: NONE });
    });
  examples(list, ['rotunda workers list --chamber house', 'what runs for the House, and how busy it is']);
}

function addShow(workers: Command, { output }: Cli): void {
  const show = workers
    .command('show')
    .description('show a worker, and the tasks that it is doing')
    .argument('<name>', 'of the worker, or its id')
    .action(async (name: string) => {
      const worker = await workerOf(apiOf(workers), name);
      output.show(worker, () => ({ lines: workerLines(worker), quiet: [worker.id] }));
    });
  examples(show, ['rotunda workers show house-scraper@host', 'its tasks, memory and CPU']);
}

function addDrain(workers: Command, cli: Cli): void {
  const drain = withChoice(workers.command('drain'))
    .description('let workers end the tasks that they have, take no more, and exit for good (with code 10)')
    .option('--wait', 'wait until they have ended, however long their tasks take', false)
    .action(async (names: string[], choice: Choice) => {
      const leaving = new Leaving(apiOf(workers), cli.output);
      const chosen = await choose(apiOf(workers), leaving, names, choice);
      const asked = await askAll(leaving, chosen, 'drain');
      if (choice.wait) for (const worker of asked) await leaving.gone(worker);
      report(cli, leaving, asked, (worker) => (choice.wait ? `${worker.name} is drained` : beginsTo(worker, 'drains')));
    });
  examples(
    drain,
    ['rotunda workers drain house-scraper-2@host --wait', 'take one worker out of service'],
    ['rotunda workers drain --all --chamber house', 'all workers of the House'],
  );
}

function addRestart(workers: Command, cli: Cli): void {
  const restart = withChoice(workers.command('restart'))
    .description('let workers end the tasks that they have and exit; their supervisors start them again')
    .option('--wait', 'one by one: the next one once a new worker is there; always so with --all', false)
    .option('--timeout <seconds>', 'longest wait for a new worker', readSeconds, SUCCESSOR_SECONDS)
    .action(async (names: string[], choice: Choice) => {
      const leaving = new Leaving(apiOf(workers), cli.output);
      const chosen = await choose(apiOf(workers), leaving, names, choice);
      if (!choice.wait && !choice.all) {
        const asked = await askAll(leaving, chosen, 'restart');
        return report(cli, leaving, asked, (worker) => beginsTo(worker, 'restarts'));
      }
      const isDrained = ({ draining }: ListedWorker): boolean => choice.all && draining === 'drain';
      for (const { name } of chosen.filter(isDrained)) {
        cli.output.hint(inOneLine(`${name} is being drained, and is left alone`));
      }
      const withinMs = (choice.timeout ?? SUCCESSOR_SECONDS) * SECOND_MS;
      const stay = chosen.filter((worker) => !isDrained(worker));
      report(cli, leaving, await restartOneByOne(leaving, stay, cli, withinMs));
    });
  examples(
    restart,
    ['rotunda workers restart --all', 'each worker with the current settings and version, one after the other'],
    ['rotunda workers restart house-scraper@host', 'one worker, without waiting for it'],
  );
}

function addPing(workers: Command, cli: Cli): void {
  const ping = workers
    .command('ping')
    .description('ask each worker whether it answers; exit code 1 if one does not, or there is none')
    .action(async () => {
      const answer = await apiOf(workers).get<{ workers: PingedWorker[] }>('/workers/ping');
      const rows = answer.workers;
      cli.output.list(answer, { rows, columns: PING_COLUMNS, id: ({ id }) => id, empty: NONE });
      if (rows.length === 0 || rows.some(({ answered }) => !answered)) cli.exitCode = 1;
    });
  examples(ping, ['rotunda workers ping', 'who is there, and how long it takes to answer']);
}

const withChoice = (verb: Command): Command =>
  verb
    .argument('[names...]', 'of the workers, or their ids')
    .option('--all', 'every worker', false)
    .addOption(chamberOption());

const workerOf = (api: RotundaApi, name: string): Promise<ListedWorker> => api.get(`/workers/${segment(name)}`);

async function choose(
  api: RotundaApi,
  leaving: Leaving,
  names: string[],
  { all, chamber }: Choice,
): Promise<ListedWorker[]> {
  if (all === names.length > 0) throw new UsageError('name the workers ("rotunda workers list"), or give --all');
  if (!all && chamber !== undefined) throw new UsageError('--chamber goes with --all');
  if (!all) return Promise.all(names.map((name) => workerOf(api, name)));
  const workers = await leaving.workers(chamber);
  if (workers.length === 0) throw new Error(NONE);
  return workers;
}

async function askAll(leaving: Leaving, workers: ListedWorker[], how: Draining): Promise<ListedWorker[]> {
  const asked: ListedWorker[] = [];
  for (const worker of workers) {
    const answer = await leaving.ask(worker, how);
    if (answer) asked.push(answer);
  }
  return asked;
}

/** So that a chamber keeps its other workers meanwhile, and a bad version or setting ends one worker only. */
async function restartOneByOne(
  leaving: Leaving,
  workers: ListedWorker[],
  { output }: Cli,
  withinMs: number,
): Promise<ListedWorker[]> {
  const successors: ListedWorker[] = [];
  for (const [n, worker] of workers.entries()) {
    const before = await leaving.workers();
    if (!(await leaving.ask(worker, 'restart'))) continue;
    await leaving.gone(worker);
    const successor = await leaving.successor(worker, before, withinMs);
    successors.push(successor);
    output.hint(inOneLine(`${n + 1} of ${workers.length}: ${worker.name} restarted as ${successor.name}`));
  }
  return successors;
}

const beginsTo = (worker: ListedWorker, does: string): string => `${worker.name} ${does}; ${remainingOf(worker)}`;

/** Exit code 1 where a worker did not answer. */
function report(
  cli: Cli,
  { silent }: Leaving,
  workers: ListedWorker[],
  line: (worker: ListedWorker) => string = ({ name }) => `${name} takes tasks`,
): void {
  cli.output.show({ workers }, () => ({
    lines: workers.map((worker) => inOneLine(line(worker))),
    quiet: workers.map(({ id }) => id),
  }));
  for (const { message, status } of silent) cli.output.error({ code: 'failed', message, status });
  if (silent.length > 0) cli.exitCode = EXIT_CODES.failed;
}

function readSeconds(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= MOST_SECONDS) return Number(text);
  throw new InvalidArgumentError(`It must be a number of seconds, 1 to ${MOST_SECONDS}.`);
}
