import type { Command } from 'commander';
import { addGatewayOption, apiOf } from '../../../api/gateway-option.js';
import { addPageOptions, type ListOptions, type Page, readPages, wantedOf } from '../../../api/pages.js';
import type { Cli } from '../../../cli.js';
import { examples } from '../../../output/examples.js';
import type { Colour } from '../../../output/paint.js';
import type { Column } from '../../../output/table.js';
import { filedOn, filerOf, inCell, minuteOf } from '../cells.js';
import { addAccept, addCorrect, addReject, idArgument, pathOf } from './decide.js';
import { chamberOption, hintAtMore } from '../filters.js';
import { type ListedReview, reviewLines, type ShownReview } from './review-lines.js';

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
