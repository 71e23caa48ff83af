import { type Chamber, CHAMBERS } from '#rotunda/contracts/light';
import { Argument, type Command, Option } from 'commander';
import type { Cli } from '../cli.js';
import { type ServiceName, workerOf } from '../stack/service-files.js';
import { examples } from '../output/examples.js';

/** The setting that each option sets. Those in lower case, and per child, are Celery's. */
const SETTING_OF = {
  concurrency: 'WORKER_CONCURRENCY',
  maxTasks: 'WORKER_MAX_TASKS',
  maxTasksPerChild: 'WORKER_MAX_TASKS',
  logLevel: 'LOG_LEVEL',
  loglevel: 'LOG_LEVEL',
  host: 'HTTP_HOST',
  port: 'HTTP_PORT',
} as const;

type Options = Partial<Record<keyof typeof SETTING_OF, string>> & { prefetchMultiplier?: string };

/** Names of other programs for our levels: those of Python's logging, and of pino. */
const LEVELS: Partial<Record<string, string>> = {
  ...{ info: 'log', warning: 'warn', critical: 'fatal', trace: 'verbose' },
};

/** The verbs that run one service, until it is stopped: what units and containers run. */
export function addServices(program: Command, cli: Cli): void {
  const worker = service(program, 'worker', 'run a worker of one chamber in this process, until it is stopped')
    .addArgument(new Argument('<chamber>').choices(CHAMBERS))
    .option('-c, --concurrency <number>', 'scrapes and reparses at a time (WORKER_CONCURRENCY)')
    .option('--max-tasks <number>', 'tasks after which it exits, to be restarted; 0: never (WORKER_MAX_TASKS)')
    .addOption(new Option('--max-tasks-per-child <number>').hideHelp())
    .addOption(new Option('--prefetch-multiplier <number>').hideHelp())
    .action(async (chamber: Chamber, options: Options) => {
      if (options.prefetchMultiplier !== undefined) cli.terminal.warn(NO_PREFETCH);
      await become(workerOf(chamber), options, cli);
    });
  examples(
    worker,
    ['rotunda worker house', 'a worker of the House with the settings of the environment'],
    ['rotunda worker senate --concurrency 1 --log-level debug', 'one scrape at a time, with every detail in the log'],
    ['rotunda worker house --port 8092', 'a second one on this machine: its health has another port'],
  );

  const scheduler = service(program, 'scheduler', 'run a scheduler in this process, until it is stopped').action(
    (options: Options) => become('scheduler', options, cli),
  );
  examples(scheduler, ['rotunda scheduler', 'publish the commands of all schedules; any number of them may run']);

  const gateway = service(program, 'gateway', 'run a gateway, which serves the API, in this process')
    .option('--host <address>', 'address to listen on (HTTP_HOST)')
    .action((options: Options) => become('gateway', options, cli));
  examples(
    gateway,
    ['rotunda gateway', 'the API on http://127.0.0.1:8080'],
    ['rotunda gateway --host 0.0.0.0 --port 80', 'for other machines too; then each request needs a key'],
  );
}

const NO_PREFETCH =
  '--prefetch-multiplier is ignored: a worker takes one command for each free slot, so none waits in a busy worker.';

const service = (program: Command, verb: string, description: string): Command =>
  program
    .command(verb)
    .description(`${description}; needs NATS_URL${verb === 'scheduler' ? '' : ' and DATABASE_URL'}`)
    .option('--port <number>', `port of ${verb === 'gateway' ? 'the API, ' : ''}health and metrics (HTTP_PORT)`)
    .option('-l, --log-level <level>', 'lowest level that is logged (LOG_LEVEL)', readLevel)
    .addOption(new Option('--loglevel <level>').argParser(readLevel).hideHelp());

const readLevel = (text: string): string => LEVELS[text.toLowerCase()] ?? text.toLowerCase();

async function become(name: ServiceName, options: Options, cli: Cli): Promise<void> {
  const { runService } = await import('../stack/run-service.js');
  await runService(name, settingsFrom(options));
  cli.isService = true;
}

/** What the options set, e.g. `{ WORKER_CONCURRENCY: '3' }`. */
export function settingsFrom(options: Options): Record<string, string> {
  const given = Object.entries(SETTING_OF).flatMap(([option, setting]) => {
    const value = options[option as keyof typeof SETTING_OF];
    return value === undefined ? [] : [[setting, value] as const];
  });
  return Object.fromEntries(given);
}
