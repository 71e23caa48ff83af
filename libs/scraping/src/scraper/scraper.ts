import type { Chamber } from '#rotunda/contracts';
import { natsSettings } from '#rotunda/messaging';
import { databaseSettings, RawDocuments } from '#rotunda/persistence';
import { httpSettings, logSettings, type Settings } from '#rotunda/runtime';
import { taskSettings } from '#rotunda/tasks';
import type { CleanedEnv } from 'envalid';
import type { RequestBudget } from '../budget/request-budget.js';
import type { DisclosureSite } from '../disclosure-site.js';
import { CheckHandler } from '../handlers/check.handler.js';
import { ReparseHandler } from '../handlers/reparse.handler.js';
import { ScrapeHandler } from '../handlers/scrape.handler.js';
import { handlersOf, type HandlerClass } from '../handlers/task-handler.js';
import { breakerSettings, siteSettings } from '../settings.js';

/** Where documents that were fetched are kept; what a site needs of it. */
export type DocumentArchive = Pick<RawDocuments, 'latest' | 'save'>;

/** A chamber's site with all that it holds: threads, a session, a browser. */
export interface OpenSite {
  site: DisclosureSite;
  /** The process has grown, or done its number of tasks: what leaks begins anew. */
  recycle(): void;
  close(): Promise<void>;
}

export const OPEN_SITE = Symbol('open site');

/** What a chamber's scraper has of its own; all else is the same for each. */
export interface Scraper<S extends Settings> {
  chamber: Chamber;
  /** Of its health and metrics, unless HTTP_PORT says otherwise. */
  port: number;
  /** Of its site. */
  settings: S;
  /** The courtesy pause between two requests to its site. */
  intervalMs(config: CleanedEnv<S>): number;
  /** See `MISSING_TERMS`. */
  missingTerms?(config: CleanedEnv<S>): string | null;
  open(
    config: CleanedEnv<S & typeof siteSettings>,
    budget: RequestBudget,
    archive: DocumentArchive,
  ): OpenSite | Promise<OpenSite>;
  /** Of the kinds that no scraper has but this. */
  handlers?: readonly HandlerClass[];
}

/** Its name for people, NATS and Postgres. */
export const serviceOf = (chamber: Chamber): string => `${chamber}-scraper`;

/** All settings of a scraper's service. */
export const scraperSettings = <S extends Settings>({ port, settings }: Scraper<S>) => ({
  ...httpSettings(port),
  ...logSettings,
  ...natsSettings,
  ...databaseSettings,
  ...taskSettings,
  ...breakerSettings,
  ...siteSettings,
  ...settings,
});

/** @throws Error where a kind of its chamber has no handler, or two */
export const handlersOfScraper = <S extends Settings>({ chamber, handlers = [] }: Scraper<S>) =>
  handlersOf(chamber, [ScrapeHandler, CheckHandler, ReparseHandler, ...handlers]);
