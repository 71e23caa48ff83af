import { type Command, Argument, Option } from 'commander';
import { CHAMBERS } from '#rotunda/contracts';

const DEFAULT_URL = 'http://127.0.0.1:8080';

/** The verbs that hold a chamber's scrapes back and let them go on. */
export function addSitesVerbs(program: Command, exit: (code: number) => void): void {
  const chamber = (): Argument => new Argument('<chamber>', 'whose scrapes').choices([...CHAMBERS, 'all']);
  const gateway = (): Option => new Option('--url <url>', 'the gateway').env('ROTUNDA_URL').default(DEFAULT_URL);

  program
    .command('pause')
    .description('leave scrapes in the queue until they are resumed; what runs goes on to its end')
    .addArgument(chamber())
    .option('--reason <text>', 'why, for whoever wonders why nothing runs')
    .addOption(gateway())
    .action(async (name, { url, reason }) => exit(await (await import('./sites-command.js')).pause(url, name, reason)));

  program
    .command('resume')
    .description('take up scrapes again, also where the site had refused us')
    .addArgument(chamber())
    .addOption(gateway())
    .action(async (name, { url }) => exit(await (await import('./sites-command.js')).resume(url, name)));
}
