import { readFile } from 'node:fs/promises';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { addGatewayOption, apiOf } from '../../api/gateway-option.js';
import { addPageOptions, type ListOptions, type Page, readPages, wantedOf } from '../../api/pages.js';
import { segment } from '../../api/rotunda-api.js';
import { callerName } from '../../audited.js';
import type { Cli } from '../../cli.js';
import { UsageError } from '../../exit-codes.js';
import { examples } from '../../output/examples.js';
import type { Colour } from '../../output/paint.js';
import type { Column } from '../../output/table.js';
import { filedOn, filerOf, inCell, minuteOf } from './cells.js';
import { changesOf, type GivenChange, readChanges, readSetting } from './corrections.js';
import { chamberOption, hintAtMore } from './filters.js';
import { type ListedReview, reviewLines, type ShownReview } from './review-lines.js';

interface Decision {
  by: string;
  reason?: string;
  ifVersion?: number;
}

const ANY = 'all';
const LONGEST_REASON = 60;
const COLOURS: Record<string, Colour> = { open: 'yellow', outdated: 'dim', rejected: 'red' };

const COLUMNS: Column<ListedReview>[] = [
  { name: 'opened', cell: ({ opened_at }) => minuteOf(opened_at) },
  { name: 'status', cell: ({ status }) => status, colour: ({ status }) => COLOURS[status] ?? 'green' },
  { name: 'chamber', cell: ({ chamber }) => chamber },
  { name: 'member', cell: ({ filing }) => filerOf(filing) },
  { name: 'filed', cell: ({ filing }) => filedOn(filing) },
  { name: 'rows', cell: ({ counts }) => counts.rows, align: 'right' },
  { name: 'why', cell: ({ reasons }) => inCell(reasons.join('; '), LONGEST_REASON) },
  { name: 'id', cell: ({ id }) => id, colour: () => 'dim' },
];

/** The verbs below `reviews`. */
export function addReviews(program: Command, cli: Cli): void {
  const reviews = addGatewayOption(program.command('reviews').description('decide on filings that failed a gate'));
  addList(reviews, cli);
  addShow(reviews, cli);
  addAccept(reviews, cli);
  addCorrect(reviews, cli);
  addReject(reviews, cli);
}

const idArgument = (): Argument => new Argument('<id>', 'of the review, as "list" shows it');
const pathOf = (id: string): string => `/reviews/${segment(id)}`;

function addList(reviews: Command, { output }: Cli): void {
  const list = reviews
    .command('list', { isDefault: true })
    .description('list filings that a person should look at, the last opened first');
  addPageOptions(list)
    .addOption(chamberOption())
    .option('--status <status>', `open, accepted, corrected, rejected, outdated, or ${ANY}`, 'open')
    .action(async ({ status, ...options }: ListOptions & { status: string }) => {
      const wanted = wantedOf({ ...options, ...(status !== ANY && { status }) });
      const page = await readPages<Page<ListedReview>>(apiOf(reviews), '/reviews', wanted);
      output.list(page, { rows: page.data, columns: COLUMNS, id: ({ id }) => id, empty: 'There are no such reviews.' });
      hintAtMore(output, page);
    });
  examples(
    list,
    ['rotunda reviews list', 'what is open'],
    ['rotunda reviews list --status all --chamber house', 'also what was decided'],
  );
}

function addShow(reviews: Command, { output, terminal }: Cli): void {
  const show = reviews
    .command('show')
    .description('show a review: why it is there, the rows as they were read, and all decisions')
    .addArgument(idArgument())
    .action(async (id: string) => {
      const api = apiOf(reviews);
      const review = await api.get<ShownReview>(pathOf(id));
      output.show(review, () => ({ lines: reviewLines(review, api.gateway, terminal), quiet: [review.id] }));
    });
  examples(show, ['rotunda reviews show 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', 'with the document’s address']);
}

const addDecisionOptions = (verb: Command): Command =>
  verb
    .addArgument(idArgument())
    .option('--by <name>', 'who decides', callerName())
    .option('--if-version <number>', 'only if the review still has this version, as "show" names it', readVersion);

function addAccept(reviews: Command, cli: Cli): void {
  const accept = addDecisionOptions(reviews.command('accept').description('accept the rows as they were read'))
    .option('--reason <text>', 'why')
    .action((id: string, decision: Decision) => decide(reviews, id, 'accept', bodyOf(decision), cli));
  examples(accept, ['rotunda reviews accept 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', 'the filing counts as parsed']);
}

function addReject(reviews: Command, cli: Cli): void {
  const reject = addDecisionOptions(reviews.command('reject').description('reject a misread document'))
    .requiredOption('--reason <text>', 'why; it stays with the filing')
    .action((id: string, decision: Decision) => decide(reviews, id, 'reject', bodyOf(decision), cli));
  examples(reject, [
    'rotunda reviews reject 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b --reason "another form"',
    'its rows no longer count',
  ]);
}

function addCorrect(reviews: Command, cli: Cli): void {
  const correct = addDecisionOptions(reviews.command('correct').description('correct what was misread'))
    .requiredOption('--reason <text>', 'why')
    .option('--set <row.field=value>', 'a new value (null: none) of a row by its number; may be repeated', readSetting)
    .option('--file <path>', 'JSON list of {"row", "field", "value"}, perhaps with "reason"')
    .action(async (id: string, { set = [], file, ...decision }: Decision & { set?: GivenChange[]; file?: string }) => {
      const given = [...set, ...(file === undefined ? [] : readChanges(await textOf(file)))];
      if (given.length === 0) throw new UsageError('Give --set or --file; "accept" leaves the rows as they are.');
      // The revisions that it has now: if somebody changes a row meanwhile, the gateway refuses.
      const { transactions } = await apiOf(reviews).get<ShownReview>(pathOf(id));
      await decide(reviews, id, 'correct', { ...bodyOf(decision), changes: changesOf(given, transactions) }, cli);
    });
  const line = 'rotunda reviews correct 0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b --reason "as printed"';
  examples(
    correct,
    [`${line} --set 3.owner=spouse --set 3.ticker=null`, 'two fields of row 3'],
    [`${line} --file corrections.json`, 'e.g. [{"row": 3, "field": "traded_on", "value": "2026-05-06"}]'],
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
