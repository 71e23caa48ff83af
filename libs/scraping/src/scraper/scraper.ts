import type { Chamber } from '#rotunda/contracts';
import { natsSettings } from '#rotunda/messaging';
import { databaseSettings, RawDocuments } from '#rotunda/persistence';
import { httpSettings, logSettings, type Settings, tracingSettings } from '#rotunda/runtime';
import { taskSettings } from '#rotunda/tasks';
import type { CleanedEnv } from 'envalid';
import type { RequestBudget } from '../budget/request-budget.js';
import type { DisclosureSite } from '../disclosure-site.js';
import { CheckHandler } from '../handlers/check.handler.js';
import { ReparseHandler } from '../handlers/reparse.handler.js';
import { ScrapeHandler } from '../handlers/scrape.handler.js';
import { handlersOf, type HandlerClass } from '../handlers/task-handler.js';
import { breakerSettings, siteSettings } from '../settings.js';

/** The part of the archive of fetched documents that a site uses. */
export type DocumentArchive = Pick<RawDocuments, 'latest' | 'save'>;

/** A chamber's site with its resources: threads, a session, a browser. */
export interface OpenSite {
  site: DisclosureSite;
  /** Replaces the parts that leak memory. Called when the process has grown or after a number of tasks. */
  recycle(): void;
  close(): Promise<void>;
}

export const OPEN_SITE = Symbol('open site');

/** What differs between the chambers' scrapers. */
export interface Scraper<S extends Settings> {
  chamber: Chamber;
  /** The default of HTTP_PORT, for health and metrics. */
  port: number;
  /** The settings of its site. */
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
  /** Handlers of the kinds that only this chamber has. */
  handlers?: readonly HandlerClass[];
}

/** The service's name for people, NATS and Postgres. */
export const serviceOf = (chamber: Chamber): string => `${chamber}-scraper`;

/** All settings of a scraper's service. */
export const scraperSettings = <S extends Settings>({ port, settings }: Pick<Scraper<S>, 'port' | 'settings'>) => ({
  ...httpSettings(port),
  ...logSettings,
  ...tracingSettings,
  ...natsSettings,
  ...databaseSettings,
  ...taskSettings,
  ...breakerSettings,
  ...siteSettings,
  ...settings,
});

/** @throws Error where a kind of the chamber has no handler or more than one */
export const handlersOfScraper = <S extends Settings>({ chamber, handlers = [] }: Scraper<S>) =>
  handlersOf(chamber, [ScrapeHandler, CheckHandler, ReparseHandler, ...handlers]);
