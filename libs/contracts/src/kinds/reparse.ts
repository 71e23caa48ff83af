import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional, Length, Matches } from 'class-validator';
import { CHAMBERS } from '../chambers.js';
import { IsCalendarDate } from '../instant.js';
import { Command } from './command.js';
import { Describe } from '../field-notes.js';
import type { KindResult, TaskKind } from './task-kind.js';

const EXTERNAL_ID = /^[A-Za-z0-9-]{1,64}$/;

/** The dates are filing dates, both ends included. */
export class ReparseCommand extends Command {
  @Describe('House DocIDs or Senate UUIDs; default: all archived filings')
  @IsOptional()
  @IsArray({ message: 'external_ids must be a list of House DocIDs or Senate UUIDs' })
  @ArrayMinSize(1, { message: 'external_ids must name at least one filing; leave it out for all' })
  @ArrayMaxSize(1000, { message: 'external_ids must name at most 1000 filings' })
  @Matches(EXTERNAL_ID, { each: true, message: 'external_ids must be a list of House DocIDs or Senate UUIDs' })
  external_ids?: string[] | null;

  @Describe('Filed on this day or later')
  @IsOptional()
  @IsCalendarDate()
  filed_from?: string | null;

  @Describe('Filed on this day or earlier')
  @IsOptional()
  @IsCalendarDate()
  filed_to?: string | null;

  /** The filings that are left to reparse after an upgrade. */
  @Describe('Only filings last parsed by another version of the parser')
  @IsOptional()
  @Length(1, 100, { message: 'parser_version_not must be a parser version, such as house-1' })
  parser_version_not?: string | null;

  @Describe('Stores the differences; ids stay, and the old values are kept as superseded revisions')
  @IsOptional()
  @IsBoolean({ message: 'apply must be true or false' })
  apply?: boolean | null;
}

/** One difference between the stored values and the reparsed document. */
export interface ReparseExample {
  external_id: string;
  /** The row's present ordinal; null for a field of the filing. */
  ordinal: number | null;
  /** The field's name in the API; `filing.…` for a field of the filing, `row` for a whole row added or removed. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface ReparseResult extends KindResult {
  /** `partial`: some documents could no longer be parsed; their filings are unchanged. */
  status: 'success' | 'partial';
  /** looked_at is the sum of the others. */
  filings: { looked_at: number; same: number; different: number; failed: number };
  /** The number of differences per field. */
  changes: Record<string, number>;
  rows: { added: number; removed: number; changed: number };
  /** True if the differences were stored, false if they were only counted. */
  applied: boolean;
  /** The first differences. */
  examples: ReparseExample[];
  /** A sentence for each document that could not be found or parsed. */
  warnings: string[];
}

export const REPARSE: TaskKind<ReparseCommand, ReparseResult> = {
  chambers: CHAMBERS,
  command: ReparseCommand,
  summary: 'Reparses the archived documents, without the site, and reports the differences; stores them on request',
  needs: ['postgres'],
  sharesSlots: true,
  longIf: 'whole archive',
  isRetried: true,
  leavesDeadLetter: true,
};
