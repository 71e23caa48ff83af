import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CHAMBERS } from '../chambers.js';
import { IsCalendarDate } from '../instant.js';
import { Command } from './command.js';
import { Describe } from '../field-notes.js';
import type { KindResult, TaskKind } from './task-kind.js';

/** Dates are the sites' calendar days (US Eastern), both ends included. */
export class ScrapeCommand extends Command {
  @Describe('How many days before end_date the window begins', { default: 1 })
  @IsOptional()
  @IsInt({ message: 'days_back must be a whole number of days' })
  @Min(1, { message: 'days_back must be at least 1' })
  @Max(5000, { message: 'days_back must be at most 5000' })
  days_back?: number | null;

  @Describe('Beats days_back; 2012-01-01, when PTRs began, or later')
  @IsOptional()
  @IsCalendarDate()
  start_date?: string | null;

  @Describe('Today in Washington unless given')
  @IsOptional()
  @IsCalendarDate()
  end_date?: string | null;

  /** Sites list some filings days after the date they give them: a window alone would miss those. Schedules set it. */
  @Describe('Also takes filings of the listings that were never seen before, whatever their date')
  @IsOptional()
  @IsBoolean({ message: 'include_unknown must be true or false' })
  include_unknown?: boolean | null;

  /** An outage leaves no gap. Schedules set it. */
  @Describe('Begins no later than two weeks before the end of the last such scrape, so that no gap is left')
  @IsOptional()
  @IsBoolean({ message: 'since_last_success must be true or false' })
  since_last_success?: boolean | null;
}

export interface TransactionStats {
  /** saved + skipped + errors */
  total: number;
  /** Rows that this task was the first to store. */
  saved: number;
  /** Rows that were there before. */
  skipped: number;
  /** Rows that the document claims to have and that could not be read. */
  errors: number;
}

export interface FilingCounts {
  /** The sum of the others: no filing is unaccounted for. */
  listed: number;
  /** Settled by an earlier task, and not fetched again. */
  known: number;
  parsed: number;
  paper: number;
  needs_review: number;
  unavailable: number;
  failed: number;
}

export interface ScrapeResult extends KindResult {
  /** `partial`: something that was listed could not be had yet; the next scrape of the chamber tries it again. */
  status: 'success' | 'partial';
  start_date: string;
  end_date: string;
  stats: TransactionStats;
  filings: FilingCounts;
  /** What the operator should know, e.g. a yearly index that the site does not have. */
  warnings: string[];
}

export const SCRAPE: TaskKind<ScrapeCommand, ScrapeResult> = {
  chambers: CHAMBERS,
  command: ScrapeCommand,
  summary: 'Collects the filings of a window of days (US Eastern, both ends included)',
  needs: ['site', 'postgres'],
  sharesSlots: true,
  isRetried: true,
  isBuried: true,
};
