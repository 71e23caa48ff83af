import { type Chamber, CHAMBERS, TASK_NAMES, type TaskName } from '#rotunda/contracts/light';
import { type Command, InvalidArgumentError } from 'commander';
import { readObject } from '../../api/json-argument.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { examples } from '../../output/examples.js';

interface Options {
  from?: string;
  to?: string;
  args: object;
  print: boolean;
}

/** `rotunda run <kind> <chamber>`; `rotunda run <chamber>` is a scrape. */
export function addRun(program: Command, cli: Cli): void {
  const verb = program
    .command('run')
    .summary('one task in the foreground, without NATS')
    .description('one task in the foreground, without a broker; what is stored goes into DATABASE_URL')
    .usage('[options] [kind] <chamber>')
    .argument('<kind>', `${TASK_NAMES.join(', ')}; scrape if only a chamber is given`, readKindOrChamber)
    .argument('[chamber]', CHAMBERS.join(' or '), readChamber)
    .option('--from <day>', 'of a scrape: the first filing day, YYYY-MM-DD (yesterday)')
    .option('--to <day>', 'of a scrape: the last filing day (today in Washington)')
    .option('--args <json>', 'the command’s fields, e.g. {"days_back": 7}', readObject, {})
    .option('--print', 'of a scrape: print each filing as a line of JSON and store nothing; needs no Postgres', false)
    .action(async (first: TaskName | Chamber, second: Chamber | undefined, options: Options) => {
      const { kind, chamber } = await whatToRun(first, second);
      const { run } = await import('./scraper-program.js');
      cli.exitCode = await run(chamber, kind, fieldsOf(kind, options), options.print);
    });
  examples(
    verb,
    ['rotunda run house --from 2026-11-01 --print', 'the filings since then as JSON, stored nowhere'],
    ['rotunda run check senate', 'whether the site answers and looks as it did'],
    [`rotunda run reparse house --args '{"apply": true}'`, 'the archived documents, read anew'],
  );
}

async function whatToRun(
  first: TaskName | Chamber,
  second: Chamber | undefined,
): Promise<{ kind: TaskName; chamber: Chamber }> {
  if (isChamber(first)) {
    if (second) throw new UsageError(`"${first}" is a chamber, not a kind of task: ${TASK_NAMES.join(', ')}`);
    return { kind: 'scrape', chamber: first };
  }
  const { chambers } = (await import('#rotunda/contracts')).kindOf(first);
  if (!second) throw new UsageError(`a ${first} needs a chamber: ${chambers.join(' or ')}`);
  if (!chambers.includes(second))
    throw new UsageError(`the ${second} has no task ${first}; use ${chambers.join(' or ')}`);
  return { kind: first, chamber: second };
}

function fieldsOf(kind: TaskName, { from, to, args }: Options): object {
  if (kind !== 'scrape' && (from ?? to))
    throw new UsageError(`--from and --to are for a scrape; give a ${kind} its --args`);
  return { ...args, ...(from && { start_date: from }), ...(to && { end_date: to }) };
}

const isChamber = (text: string): text is Chamber => CHAMBERS.some((name) => name === text);

function readKindOrChamber(text: string): TaskName | Chamber {
  const known = [...TASK_NAMES, ...CHAMBERS].find((name) => name === text);
  if (known) return known;
  throw new InvalidArgumentError(`A kind of task is ${TASK_NAMES.join(', ')}; a chamber is ${CHAMBERS.join(' or ')}.`);
}

function readChamber(text: string): Chamber {
  if (isChamber(text)) return text;
  throw new InvalidArgumentError(`A chamber is ${CHAMBERS.join(' or ')}.`);
}
