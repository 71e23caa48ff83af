import { readFile } from 'node:fs/promises';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { apiOf } from '../../../api/gateway-option.js';
import { segment } from '../../../api/rotunda-api.js';
import { callerName } from '../../../audited.js';
import type { Cli } from '../../../cli.js';
import { UsageError } from '../../../exit-codes.js';
import { examples } from '../../../output/examples.js';
import { filerOf } from '../cells.js';
import { type GivenChange, readSetting } from './corrections.js';
import {
  editsOf,
  type GivenEdits,
  type GivenRemoval,
  type GivenRow,
  readAddition,
  readEdits,
  readRemoval,
} from './edits.js';
import { rowsOf, type ShownReview } from './review-lines.js';

interface Decision {
  by: string;
  reason?: string;
  ifVersion?: number;
}

interface Typed {
  set?: GivenChange[];
  add?: GivenRow[];
  remove?: GivenRemoval[];
  file?: string;
}

const NOTHING: GivenEdits = { changes: [], add: [], remove: [] };

export const idArgument = (): Argument => new Argument('<id>', 'of the review, as "list" shows it');
export const pathOf = (id: string): string => `/reviews/${segment(id)}`;

const addDecisionOptions = (verb: Command): Command =>
  verb
    .addArgument(idArgument())
    .option('--by <name>', 'who decides', callerName())
    .option('--if-version <number>', 'only if the review still has this version, as "show" names it', readVersion);

export function addAccept(reviews: Command, cli: Cli): void {
  const accept = addDecisionOptions(reviews.command('accept').description('accept the rows as they were read'))
    .option('--reason <text>', 'why')
    .action((id: string, decision: Decision) => decide(reviews, id, 'accept', bodyOf(decision), cli));
  examples(accept, ['rotunda reviews accept 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', 'the filing counts as parsed']);
}

export function addReject(reviews: Command, cli: Cli): void {
  const reject = addDecisionOptions(reviews.command('reject').description('reject a misread document'))
    .requiredOption('--reason <text>', 'why; it stays with the filing')
    .action((id: string, decision: Decision) => decide(reviews, id, 'reject', bodyOf(decision), cli));
  examples(reject, [
    'rotunda reviews reject 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b --reason "another form"',
    'its rows no longer count',
  ]);
}

export function addCorrect(reviews: Command, cli: Cli): void {
  const correct = addDecisionOptions(reviews.command('correct').description('correct what was misread'))
    .requiredOption('--reason <text>', 'why')
    .option('--set <row.field=value>', 'a new value (null: none) of a row by its number; may be repeated', readSetting)
    .option('--remove <row>', 'a row that is not there, by its number; may be repeated', readRemoval)
    .option('--add <json>', 'a row that was not read; may be repeated', readAddition)
    .option('--file <path>', 'JSON: a list of changes, or an object with lists "changes", "add", "remove"')
    .action(async (id: string, { set = [], add = [], remove = [], file, ...decision }: Decision & Typed) => {
      const inFile = file === undefined ? NOTHING : readEdits(await textOf(file));
      const given = {
        changes: [...set, ...inFile.changes],
        add: [...add, ...inFile.add],
        remove: [...remove, ...inFile.remove],
      };
      if (Object.values(given).every(({ length }) => length === 0)) {
        throw new UsageError('Give --set, --add, --remove or --file; "accept" leaves the rows as they are.');
      }
      // The revisions that it has now: if somebody changes a row meanwhile, the gateway refuses.
      const review = await apiOf(reviews).get<ShownReview>(pathOf(id));
      await decide(reviews, id, 'correct', { ...bodyOf(decision), ...editsOf(given, rowsOf(review)) }, cli);
    });
  const line = 'rotunda reviews correct 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b --reason "as printed"';
  examples(
    correct,
    [`${line} --set 3.owner=spouse --set 3.ticker=null`, 'two fields of row 3'],
    [`${line} --remove 4`, 'row 4 is not there: the others of a scan are confirmed'],
    [`${line} --file corrections.json`, 'e.g. {"changes": [{"row": 3, "field": "traded_on", "value": "2026-05-06"}]}'],
  );
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new UsageError(`The file can't be read: ${(cause as Error).message}`);
  }
}

function readVersion(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number, as "show" names it.');
}

const bodyOf = ({ by, reason, ifVersion }: Decision): object => ({
  by,
  ...(reason !== undefined && { reason }),
  ...(ifVersion !== undefined && { version: ifVersion }),
});

async function decide(reviews: Command, id: string, verb: string, body: object, { output }: Cli): Promise<void> {
  const review = await apiOf(reviews).post<ShownReview>(`${pathOf(id)}/${verb}`, body);
  const { filing, status } = review;
  const line = `${review.id} is ${status}; the filing ${filing.external_id} of ${filerOf(filing)} is ${filing.status}.`;
  output.show(review, () => ({ lines: [line], quiet: [review.id] }));
}
