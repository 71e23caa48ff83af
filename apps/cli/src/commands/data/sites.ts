import { Argument, type Command } from 'commander';
import type { SiteBudget, SiteState } from '#rotunda/contracts';
import { CHAMBERS } from '#rotunda/contracts/light';
import { apiOf } from '../../api/gateway-option.js';
import type { Cli } from '../../cli.js';
import { examples } from '../../output/examples.js';
import { fieldLines } from '../../output/fields.js';
import type { Colour } from '../../output/paint.js';
import type { Column } from '../../output/table.js';

/** As the API shows it. */
type Site = Pick<SiteState, 'chamber' | 'paused' | 'breaker'> & {
  waiting_because: string | null;
  withheld: string | null;
  budget: Pick<SiteBudget, 'holder' | 'next_request_at' | 'rest_ms'> | null;
};

const reasonOf = ({ waiting_because, withheld }: Site): string | null => waiting_because ?? withheld;

const COLUMNS: Column<Site>[] = [
  { name: 'chamber', cell: ({ chamber }) => chamber },
  {
    name: 'scrapes',
    cell: (site) => (reasonOf(site) === null ? 'run' : 'wait'),
    colour: (site) => (reasonOf(site) === null ? 'green' : 'yellow'),
  },
  { name: 'breaker', cell: ({ breaker }) => breaker.state, colour: ({ breaker }) => COLOURS[breaker.state] },
  { name: 'refusals', cell: ({ breaker }) => breaker.failures },
  { name: 'next request', cell: ({ budget }) => budget?.next_request_at },
  { name: 'why', cell: reasonOf },
];

const COLOURS: Record<Site['breaker']['state'], Colour> = { closed: 'green', half_open: 'yellow', open: 'red' };

/** The verbs of `sites` that read. */
export function addSiteReads(sites: Command, cli: Cli): void {
  addList(sites, cli);
  addShow(sites, cli);
}

function addList(sites: Command, { output }: Cli): void {
  const list = sites
    .command('list', { isDefault: true })
    .description('show whether each chamber’s scrapes run, and if not, why')
    .action(async () => {
      const answer = await apiOf(sites).get<{ sites: Site[] }>('/sites');
      const id = ({ chamber }: Site): string => chamber;
      output.list(answer, { rows: answer.sites, columns: COLUMNS, id, empty: 'There are no sites.' });
    });
  examples(list, ['rotunda sites list', 'pause, breaker and budget of both']);
}

function addShow(sites: Command, { output }: Cli): void {
  const show = sites
    .command('show')
    .description('show a chamber’s pause, breaker, terms and budget')
    .addArgument(new Argument('<chamber>', 'whose site').choices(CHAMBERS))
    .action(async (chamber: string) => {
      const answer = await apiOf(sites).get<{ sites: Site[] }>('/sites');
      const site = answer.sites.find((each) => each.chamber === chamber)!;
      output.show(site, () => ({ lines: siteLines(site), quiet: [chamber] }));
    });
  examples(show, ['rotunda sites show senate', 'what holds its scrapes back']);
}

function siteLines(site: Site): string[] {
  const { chamber, paused, breaker, withheld, budget } = site;
  const reason = reasonOf(site);
  return fieldLines([
    ['site', chamber],
    ['scrapes', reason === null ? 'run' : `wait: ${reason}`],
    ['paused', paused && `since ${paused.at}${paused.reason === null ? '' : `: ${paused.reason}`}`],
    ['breaker', breakerLine(breaker)],
    ['terms', withheld],
    ['budget', budget && budgetLine(budget)],
  ]);
}

function breakerLine({ state, failures, opened_at, probe_at, reason, trips = 0 }: Site['breaker']): string {
  if (state === 'closed') return failures === 0 ? 'closed' : `closed, ${failures} refusals in a row`;
  const often = trips > 1 ? ` (${trips} times since it last served a document)` : '';
  return `${state} since ${opened_at}${often}, probed at ${probe_at}${reason === null ? '' : `: ${reason}`}`;
}

const budgetLine = ({ holder, next_request_at, rest_ms }: NonNullable<Site['budget']>): string =>
  `${holder === null ? 'free' : `${holder} is asking`}, next request at ${next_request_at}` +
  (rest_ms === undefined ? '' : ` (the site asked for ${rest_ms} ms)`);
