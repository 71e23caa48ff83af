import type { ScrapeResult, TaskResult } from '#rotunda/contracts';
import { CHAMBERS, inOneLine } from '#rotunda/contracts/light';
import { describeCounts } from './scrape-counts.js';
import { tasksOf, type Waited } from './wait-for-tasks.js';

/** How a task or a group ended: its state, then what it did for each chamber, for people. */
export async function outcomeLines(waited: Waited): Promise<string[]> {
  const results = tasksOf(waited).flatMap(({ result }) => result ?? []);
  const lines = CHAMBERS.map((chamber) => chamberLines(results.filter((result) => result.chamber === chamber)));
  return [stateLine(waited), ...(await Promise.all(lines)).flat()].map(inOneLine);
}

export const stateLine = ({ state, error }: Waited): string =>
  error ? inOneLine(`${state}: ${error.code}: ${error.message}`) : state;

/** Of a chamber; a long window is scraped in several tasks. */
async function chamberLines(results: TaskResult[]): Promise<string[]> {
  const scrapes = results.filter((result) => 'stats' in result);
  const counts = scrapes.length > 0 ? [await scrapedLine(scrapes)] : [];
  return [...counts, ...results.flatMap(otherLines), ...results.flatMap(warningLines)];
}

async function scrapedLine(scrapes: ScrapeResult[]): Promise<string> {
  const { foldResults } = await import('#rotunda/tasks');
  return `${scrapes[0]!.chamber}: ${describeCounts(foldResults(scrapes).totals)}`;
}

function otherLines(result: TaskResult): string[] {
  if ('checks' in result) return result.checks.map(({ name, detail }) => `${result.chamber}: ${name}: ${detail}`);
  if (!('applied' in result)) return [];
  const { looked_at, different, failed } = result.filings;
  const stored = result.applied ? 'stored' : 'not stored';
  return [`${result.chamber}: ${looked_at} filings looked at, ${different} different (${stored}), ${failed} failed.`];
}

const warningLines = (result: TaskResult): string[] =>
  'warnings' in result ? result.warnings.map((warning) => `${result.chamber}: warning: ${warning}`) : [];
