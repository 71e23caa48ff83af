import { type Chamber, CHAMBERS, type ScrapeResult } from '#rotunda/contracts';
import { describeCounts, type ScrapeCounts } from '../../waiting/scrape-counts.js';
import type { ChamberTask } from './chamber-parts.js';
import type { ScrapeOfAll, TradeRow } from './demo-scrape.js';

const GAP = '  ';
const MAX_CELL_CHARACTERS = 36;

/** The last line of `demo --exit`. A chamber is null if its task did not succeed. */
export type DemoReport = Record<Chamber, ScrapeCounts | null> & {
  /** From the request to the end of the last task. */
  seconds: number;
  task_id: string;
  /** Why a chamber is null. */
  error?: string;
};

export function demoReport({ id, children }: ScrapeOfAll, seconds: number): DemoReport {
  const reports = CHAMBERS.map((chamber) => [chamber, reportOf(children.find((task) => task.chamber === chamber))]);
  const errors = children.filter(({ result }) => !result).map(outcomeOf);
  return {
    ...(Object.fromEntries(reports) as Record<Chamber, ScrapeCounts | null>),
    seconds: Math.round(seconds * 100) / 100,
    task_id: id,
    ...(errors.length > 0 ? { error: errors.join('; ') } : {}),
  };
}

const reportOf = (task: ChamberTask | undefined): ScrapeCounts | null =>
  task?.result ? { stats: task.result.stats, filings: task.result.filings } : null;

const outcomeOf = ({ chamber, state, error }: ChamberTask): string =>
  `the ${chamber}'s task ended as ${state}${error ? `: ${error.code}: ${error.message}` : ''}`;

/**
 * What is wrong with the scrape; empty if nothing is.
 * @param listed how many filings each site lists in the window; null if unknown
 */
export function complaints({ children }: ScrapeOfAll, listed: Record<Chamber, number | null>): string[] {
  return CHAMBERS.flatMap((chamber) => {
    const task = children.find((child) => child.chamber === chamber);
    if (!task) return [`there is no task for the ${chamber}`];
    if (task.state !== 'SUCCESS' || !task.result) return [outcomeOf(task)];
    return countComplaints(task.result, listed[chamber]);
  });
}

function countComplaints({ chamber, filings }: ScrapeResult, siteLists: number | null): string[] {
  const { listed, ...settled } = filings;
  const sum = Object.values(settled).reduce((all, count) => all + count, 0);
  const found: string[] = [];
  if (sum !== listed) found.push(`${chamber}: ${listed} filings were listed, and ${sum} are accounted for`);
  if (siteLists !== null && listed !== siteLists) {
    found.push(`${chamber}: the site lists ${siteLists} filings, the scrape saw ${listed}`);
  }
  return found;
}

/** The chambers side by side, with counts once the listing is read. */
export const describeProgress = (chambers: ChamberTask[]): string =>
  chambers
    .map(({ chamber, progress: { phase, done, total, saved } }) =>
      total === 0 ? `${chamber}: ${phase} …` : `${chamber}: ${done} of ${total} filings, ${saved} trades saved`,
    )
    .join('; ')
    .replace(/^/, '  ');

/** The outcome, for people. */
export function describeResult(report: DemoReport): string[] {
  const lines = [`Done in ${report.seconds} s${report.error ? `, but ${report.error}` : ''}.`];
  for (const chamber of CHAMBERS) {
    const found = report[chamber];
    if (found) lines.push(`  ${chamber}: ${describeCounts(found)}`);
  }
  const all = CHAMBERS.map((chamber) => report[chamber]);
  if (all.every((found) => found && found.filings.listed > 0 && found.filings.known === found.filings.listed)) {
    lines.push('All filings were known from an earlier run; nothing was fetched.');
  }
  return lines;
}

/** Columns for a terminal; long cells are cut with `…`. */
export function tradesTable(trades: readonly TradeRow[]): string[] {
  const header = ['FILED', 'MEMBER', 'OWNER', 'TYPE', 'ASSET', 'TRADED', 'AMOUNT'];
  const rows = [header, ...trades.map(cells)].map((row) => row.map(cut));
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join(GAP)
      .trimEnd(),
  );
}

const cells = (trade: TradeRow): string[] => [
  trade.filing.filed_on ?? trade.filing.filed_at_raw,
  trade.filing.filer_name_raw,
  trade.owner ?? trade.owner_raw,
  (trade.type ?? trade.type_raw).replace('_', ' '),
  trade.ticker ?? trade.asset_name,
  trade.traded_on ?? trade.traded_on_raw,
  trade.amount_raw,
];

/** Text of documents may contain line breaks and control characters, which a terminal would obey. */
function cut(text: string): string {
  const clean = text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  return clean.length <= MAX_CELL_CHARACTERS ? clean : `${clean.slice(0, MAX_CELL_CHARACTERS - 1).trimEnd()}…`;
}
