import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Cli } from '../cli.js';
import { examples } from '../output/examples.js';
import type { DemoOptions } from '../stack/demo/demo.js';
import type { StartOptions } from '../stack/start.js';
import { readWorkerCounts, type WorkerCounts } from '../stack/worker-counts.js';

/** The repository, seen from `dist/apps/cli/src/commands`. */
const ROOT = fileURLToPath(new URL('../../../../..', import.meta.url));
/** Data and logs of `rotunda start`, unless it is told otherwise. */
export const STATE = join(ROOT, '.rotunda');

/** The verbs that run all of Rotunda on this machine. */
export function addStack(program: Command, cli: Cli): void {
  const startVerb = program
    .command('start')
    .summary('run everything on this machine')
    .description('run everything on this machine, against the live sites, until Ctrl-C')
    .option('--data <dir>', 'folder for data and logs', STATE)
    .option('--port <number>', 'port of the API (default: HTTP_PORT, else 8080 or a free one)', readPort)
    .option('--workers <counts>', 'of each chamber, e.g. house=2,senate=0 (default: one)', readWorkers)
    .action(async (options: StartOptions) => {
      cli.exitCode = await (await import('../stack/start.js')).start(options);
    });
  examples(startVerb, ['rotunda start --data /srv/rotunda', 'with its data and logs in a folder of your choice']);

  const demoVerb = program
    .command('demo')
    .summary('try everything, with stand-ins for both sites')
    .description('run everything against stand-ins for both sites, scrape them, and show the trades')
    .option('--exit', 'end after the scrape; the last line is a JSON report', false)
    .option('--documents <dir>', 'serve real documents: <dir>/<chamber>/listing.tsv and the files it names')
    .option('--data <dir>', 'folder for data and logs', join(STATE, 'demo'))
    .option('--no-delay', 'scrape without pauses between requests')
    .addOption(
      new Option('--index <which>', 'yearly index of the House').choices(['listing', 'real']).default('listing'),
    )
    .option('--port <number>', 'port of the API (default: a free one)', readPort)
    .action(async (options: DemoOptions) => {
      cli.exitCode = await (await import('../stack/demo/demo.js')).demo(options);
    });
  examples(
    demoVerb,
    ['rotunda demo', 'until Ctrl-C'],
    ['rotunda demo --exit --no-delay', 'a quick test of an installation'],
  );
}

function readWorkers(text: string): WorkerCounts {
  const counts = readWorkerCounts(text);
  if (counts) return counts;
  throw new InvalidArgumentError('Name each chamber once with a number up to 20, e.g. house=2,senate=1.');
}

function readPort(text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('A port is 1 to 65535.');
  return port;
}
