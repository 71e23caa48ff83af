import { Argument, type Command } from 'commander';
import { CHAMBERS } from '#rotunda/contracts/light';
import { addGatewayOption, apiOf } from '../api/gateway-option.js';
import type { Cli } from '../cli.js';

interface Site {
  chamber: string;
  waiting_because: string | null;
}

/** The verbs that hold a chamber's scrapes back and let them run again. */
export function addSites(program: Command, cli: Cli): void {
  const chamber = (): Argument => new Argument('<chamber>', 'whose scrapes').choices([...CHAMBERS, 'all']);

  const pause = addGatewayOption(program.command('pause'))
    .description('keep a chamber’s scrapes in the queue until it is resumed; running scrapes finish')
    .addArgument(chamber())
    .option('--reason <text>', 'shown to anyone who asks why nothing runs')
    .action((name: string, { reason }: { reason?: string }) =>
      steer(pause, `/sites/${name}/pause`, reason === undefined ? {} : { reason }, cli),
    );

  const resume = addGatewayOption(program.command('resume'))
    .description('let a chamber’s scrapes run again, even if the site refused us')
    .addArgument(chamber())
    .action((name: string) => steer(resume, `/sites/${name}/resume`, {}, cli));
}

async function steer(command: Command, path: string, body: object, { terminal }: Cli): Promise<void> {
  const { sites } = await apiOf(command).post<{ sites: Site[] }>(path, body);
  for (const { chamber, waiting_because } of sites) {
    terminal.say(`${chamber}: ${waiting_because === null ? 'scrapes run' : `scrapes wait: ${waiting_because}`}`);
  }
}
