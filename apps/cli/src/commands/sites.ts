import { Argument, type Command } from 'commander';
import { CHAMBERS, inOneLine } from '#rotunda/contracts/light';
import { addGatewayOption, apiOf } from '../api/gateway-option.js';
import type { Cli } from '../cli.js';
import { examples } from '../output/examples.js';
import { addSiteReads } from './data/sites.js';

interface Site {
  chamber: string;
  waiting_because: string | null;
}

/** The verbs that show whether a chamber's scrapes run, hold them back and let them run again. */
export function addSites(program: Command, cli: Cli): void {
  const sites = addGatewayOption(program.command('sites').description('show, hold back and release scrapes'));
  addSiteReads(sites, cli);
  addPause(sites.command('pause'), cli);
  addResume(sites.command('resume'), cli);
  // The spellings of earlier versions.
  addPause(addGatewayOption(program.command('pause', { hidden: true })), cli);
  addResume(addGatewayOption(program.command('resume', { hidden: true })), cli);
}

const chamberArgument = (): Argument => new Argument('<chamber>', 'whose scrapes').choices([...CHAMBERS, 'all']);

function addPause(pause: Command, cli: Cli): void {
  pause
    .description('keep a chamber’s scrapes in the queue until it is resumed; running scrapes finish')
    .addArgument(chamberArgument())
    .option('--reason <text>', 'shown to anyone who asks why nothing runs')
    .action((chamber: string, { reason }: { reason?: string }) =>
      steer(pause, `/sites/${chamber}/pause`, reason === undefined ? {} : { reason }, cli),
    );
  examples(pause, [`${nameOf(pause)} house --reason "their site is being moved"`, 'no scrape of the House starts']);
}

function addResume(resume: Command, cli: Cli): void {
  resume
    .description('let a chamber’s scrapes run again, even if the site refused us')
    .addArgument(chamberArgument())
    .action((chamber: string) => steer(resume, `/sites/${chamber}/resume`, {}, cli));
  examples(resume, [`${nameOf(resume)} all`, 'both chambers are scraped again']);
}

async function steer(command: Command, path: string, body: object, { output }: Cli): Promise<void> {
  const answer = await apiOf(command).post<{ sites: Site[] }>(path, body);
  output.show(answer, () => ({
    lines: answer.sites.map(
      ({ chamber, waiting_because: reason }) =>
        `${chamber}: ${reason === null ? 'scrapes run' : inOneLine(`scrapes wait: ${reason}`)}`,
    ),
    quiet: answer.sites.map(({ chamber }) => chamber),
  }));
}

/** As it is typed: `rotunda sites pause`, or `rotunda pause`. */
const nameOf = (command: Command): string =>
  [command.parent && nameOf(command.parent), command.name()].join(' ').trim();
