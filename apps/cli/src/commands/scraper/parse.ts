import { CHAMBERS, type Chamber } from '#rotunda/contracts/light';
import { Argument, type Command } from 'commander';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';

export function addParse(program: Command, cli: Cli): void {
  const verb = program
    .command('parse')
    .summary('documents from files as JSON')
    .description('parse a chamber’s documents from files and print a JSON object for each; needs no services')
    .addArgument(new Argument('<chamber>', 'the chamber of the documents').choices(CHAMBERS))
    .argument('<files...>', 'PDFs of the House, HTML pages of the Senate (pictures beside them are read), or its GIFs')
    .option(
      '--debug <folder>',
      'draw each sheet of a scan into this folder, with the grid, marks and boxes found on it',
    )
    .action(async (chamber: Chamber, files: string[], { debug }: { debug?: string }) => {
      const options = debug === undefined ? [] : ['--debug', debug];
      cli.exitCode = await (await import('./scraper-program.js')).parse(chamber, [...options, '--', ...files]);
    });
  examples(
    verb,
    ['rotunda parse house 20026590.pdf 20026591.pdf | jq .transactions', 'the trades of two reports'],
    ['rotunda parse house 8216880.pdf --debug sheets | jq .paper', 'what is read from a scan, and a picture of it'],
  );
}
