import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CHAMBERS } from '../chambers.js';
import { IsCalendarDate } from '../instant.js';
import { Command } from './command.js';
import { Describe } from '../field-notes.js';
import type { KindResult, TaskKind } from './task-kind.js';

/** The dates are the sites' calendar days (US Eastern), both ends included. */
export class ScrapeCommand extends Command {
  @Describe('The window starts this many days before end_date', { default: 1 })
  @IsOptional()
  @IsInt({ message: 'days_back must be a whole number of days' })
  @Min(1, { message: 'days_back must be at least 1' })
  @Max(5000, { message: 'days_back must be at most 5000' })
  days_back?: number | null;

  @Describe('First day of the window, overrides days_back; not before 2012-01-01, when PTRs began')
  @IsOptional()
  @IsCalendarDate()
  start_date?: string | null;

  @Describe('Last day of the window; default: today in Washington')
  @IsOptional()
  @IsCalendarDate()
  end_date?: string | null;

  /** Sites list some filings days after their filing date: a window alone would miss those. Schedules set it. */
  @Describe('Also collects listed filings that were never seen before, whatever their date')
  @IsOptional()
  @IsBoolean({ message: 'include_unknown must be true or false' })
  include_unknown?: boolean | null;

  /** Closes the gap after an outage. Schedules set it. */
  @Describe('Starts the window no later than two weeks before the end of the last such scrape, to leave no gap')
  @IsOptional()
  @IsBoolean({ message: 'since_last_success must be true or false' })
  since_last_success?: boolean | null;
}

export interface TransactionStats {
  /** saved + skipped + errors */
  total: number;
  /** Rows stored by this task. */
  saved: number;
  /** Rows that were already stored. */
  skipped: number;
  /** Rows of the document that could not be parsed. */
  errors: number;
}

export interface FilingCounts {
  /** The sum of the others: every filing is accounted for. */
  listed: number;
  /** Finished by an earlier task, and not fetched again. */
  known: number;
  parsed: number;
  /** Scans: archived, not read. */
  paper: number;
  /** Scans whose every row is stored. Absent in results of versions that read no scans. */
  paper_read?: number;
  /** Scans with rows that wait for a person. */
  paper_review?: number;
  needs_review: number;
  unavailable: number;
  failed: number;
}

export interface ScrapeResult extends KindResult {
  /** `partial`: some listed filings could not be fetched yet; the chamber's next scrape retries them. */
  status: 'success' | 'partial';
  start_date: string;
  end_date: string;
  stats: TransactionStats;
  filings: FilingCounts;
  /** Sentences for the operator, e.g. about a yearly index that the site does not have. */
  warnings: string[];
}

export const SCRAPE: TaskKind<ScrapeCommand, ScrapeResult> = {
  chambers: CHAMBERS,
  command: ScrapeCommand,
  summary: 'Collects the filings of a window of days (US Eastern, both ends included)',
  needs: ['site', 'postgres'],
  sharesSlots: true,
  longIf: 'window',
  isRetried: true,
  leavesDeadLetter: true,
};
