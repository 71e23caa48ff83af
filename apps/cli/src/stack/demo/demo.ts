import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { CHAMBERS } from '#rotunda/contracts';
import { freePort } from '#rotunda/embedded';
import { RotundaApi } from '../../api/rotunda-api.js';
import { Terminal } from '../../terminal.js';
import { checkSettings } from '../check-settings.js';
import { ServiceLog } from '../parts/service-log.js';
import { type RunContext, runStack, untilStopped } from '../run-stack.js';
import { OUR_NATS, type StackAddresses, startStack } from '../stack.js';
import { HOW_TO_END, whatRunsWhere } from '../start.js';
import { interruptedExitCode } from '../stop-request.js';
import {
  complaints,
  type DemoReport,
  demoReport,
  describeProgress,
  describeResult,
  tradesTable,
} from './demo-report.js';
import { newestTrades, scrapeAll } from './demo-scrape.js';
import { type StandIns, StandInSites } from './stand-in-sites.js';

const SHOWN_TRADES = 12;
/** Short, so that a newcomer sees trades within seconds. */
const SHORT_INTERVAL_MS = 100;

export interface DemoOptions {
  /** The state folder. */
  data: string;
  /** End after the scrape, with a report as the last line. */
  exit: boolean;
  /** A folder of real documents for the stand-ins to serve. */
  documents?: string;
  index: 'real' | 'listing';
  /** False: no courtesy pause between requests. */
  delay: boolean;
  /** Port of the gateway; a free one if not set. */
  port?: number;
}

/** Runs the whole stack against the stand-in sites, scrapes them and shows the trades. Returns the exit code. */
export async function demo(options: DemoOptions): Promise<number> {
  if (options.documents !== undefined) await assertDocuments(options.documents);
  await checkSettings(replacedSettings(options));
  const terminal = new Terminal();
  const outcome: { report?: DemoReport } = {};
  const whenStopped = options.exit ? interruptedExitCode : (): number => 0;
  const code = await runStack({ data: options.data, terminal, whenStopped }, async (context) => {
    const { sites, addresses } = await startDemoStack(options, context, terminal);
    const api = new RotundaApi(addresses.gateway);
    const { report, wrong } = await scrape(options, sites, api, terminal, context.stopping);
    outcome.report = report;
    await showTrades(api, terminal);
    if (options.exit) return wrong.length === 0 ? 0 : 1;
    for (const line of [...whatRunsWhere(addresses, context.folder), ...whatToTry(api, addresses)]) terminal.say(line);
    return untilStopped();
  });
  if (options.exit && outcome.report) terminal.say(JSON.stringify(outcome.report));
  return code;
}

/** @throws Error that names the missing file */
async function assertDocuments(documents: string): Promise<void> {
  for (const chamber of CHAMBERS) {
    const listing = join(resolve(documents), chamber, 'listing.tsv');
    try {
      await access(listing);
    } catch (cause) {
      throw new Error(`--documents ${documents}: ${listing} is missing; it lists the documents to serve`, { cause });
    }
  }
}

async function startDemoStack(
  options: DemoOptions,
  { folder, supervisor }: RunContext,
  terminal: Terminal,
): Promise<{ sites: StandIns; addresses: StackAddresses }> {
  const startedMs = performance.now();
  terminal.say('Starting Rotunda with stand-ins for both sites; no request leaves this machine …');
  const log = await ServiceLog.open(folder.logFile('stand-in-sites'), (line) =>
    terminal.warn(`stand-in sites: ${line}`),
  );
  const standIns = new StandInSites({ documents: documentsOf(options), index: options.index, log });
  const alongside = async (): Promise<Record<string, string>> => {
    await supervisor.start(standIns);
    const { house, senate } = standIns.sites;
    return { ...addressesOf(house.url, senate.url, senate.media_url), ...requestIntervals(options) };
  };
  const port = async (): Promise<number> => options.port ?? freePort();
  // Without NATS_URL and DATABASE_URL, even if they are set: the operator's own servers are left alone.
  const addresses = await startStack({ folder, supervisor, terminal, port, alongside });
  terminal.say(`Ready after ${secondsSince(startedMs).toFixed(1)} s.`);
  // Before the scrape: whoever opens it now sees the scrape going on.
  terminal.say(`The dashboard: ${addresses.gateway}/`);
  return { sites: standIns.sites, addresses };
}

const documentsOf = ({ documents }: DemoOptions): string | undefined =>
  documents === undefined ? undefined : resolve(documents);

/** The terms are about the use of real reports: a stand-in has none to accept. */
const addressesOf = (house: string, senate: string, senateMedia: string): Record<string, string> => ({
  HOUSE_BASE_URL: house,
  SENATE_BASE_URL: senate,
  SENATE_MEDIA_URL: senateMedia,
  ROTUNDA_ACCEPT_TERMS: 'true',
  // It listens on loopback only.
  KEYS_REQUIRED: 'false',
});

/** What the demo sets itself, whatever the environment says. For a check any address will do. */
function replacedSettings(options: DemoOptions): Record<string, string> {
  const [nats, postgres, site] = ['nats://127.0.0.1', 'postgres://127.0.0.1/rotunda', 'http://127.0.0.1'];
  const replaced = {
    ...OUR_NATS,
    NATS_URL: nats,
    DATABASE_URL: postgres,
    HTTP_HOST: '127.0.0.1',
    HTTP_PORT: '1',
  };
  return { ...replaced, ...addressesOf(site, site, site), ...requestIntervals(options) };
}

/** Empty: the defaults, as on the live sites. */
export function requestIntervals({
  delay,
  documents,
}: Pick<DemoOptions, 'delay' | 'documents'>): Record<string, string> {
  if (delay && documents !== undefined) return {};
  const interval = delay ? String(SHORT_INTERVAL_MS) : '0';
  return { HOUSE_REQUEST_INTERVAL_MS: interval, SENATE_REQUEST_INTERVAL_MS: interval };
}

async function scrape(
  options: DemoOptions,
  sites: StandIns,
  api: RotundaApi,
  terminal: Terminal,
  stopping: AbortSignal,
): Promise<{ report: DemoReport; wrong: string[] }> {
  const window = windowOf(sites);
  terminal.say(announcement(sites, window, options));
  const startedMs = performance.now();
  const ended = await scrapeAll(api, window, (chambers) => terminal.progress(describeProgress(chambers)), stopping);
  const report = demoReport(ended, secondsSince(startedMs));
  for (const line of describeResult(report)) terminal.say(line);
  // The real indexes list many more filings than there are documents; their number is not known.
  const house = options.index === 'real' ? null : sites.house.filings;
  const wrong = complaints(ended, { house, senate: sites.senate.filings });
  for (const complaint of wrong) terminal.warn(`Unexpected: ${complaint}`);
  return { report, wrong };
}

/** The window that covers every filing of both sites. */
const windowOf = ({ house, senate }: StandIns): { start: string; end: string } => ({
  start: [house.window.start, senate.window.start].toSorted()[0]!,
  end: [house.window.end, senate.window.end].toSorted()[1]!,
});

function announcement(
  { house, senate }: StandIns,
  { start, end }: { start: string; end: string },
  options: DemoOptions,
): string {
  const pace = !options.delay
    ? 'without pauses'
    : options.documents === undefined
      ? `pausing ${SHORT_INTERVAL_MS / 1000} s between requests (longer on the live sites)`
      : 'pausing as on the live sites (--no-delay: no pauses)';
  return `Scraping ${senate.filings} Senate and ${house.filings} House filings from ${start} to ${end}, ${pace} …`;
}

async function showTrades(api: RotundaApi, terminal: Terminal): Promise<void> {
  const trades = await newestTrades(api, SHOWN_TRADES);
  terminal.say(`\nThe newest ${trades.length} trades:`);
  for (const line of tradesTable(trades)) terminal.say(line);
  terminal.say('');
}

const whatToTry = (api: RotundaApi, { nats }: StackAddresses): string[] => [
  'Try:',
  `  curl '${api.base}/trades?limit=3'`,
  `  nats --server ${nats} pub tasks.house.scrape '{"days_back": 7}'`,
  HOW_TO_END,
];

const secondsSince = (startedMs: number): number => (performance.now() - startedMs) / 1000;
