import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsOptional, Length, Matches } from 'class-validator';
import { CHAMBERS } from '../chambers.js';
import { IsCalendarDate } from '../instant.js';
import { Command } from './command.js';
import { Describe } from '../field-notes.js';
import type { KindResult, TaskKind } from './task-kind.js';

const EXTERNAL_ID = /^[A-Za-z0-9-]{1,64}$/;

/** Dates are those on which the filings were filed, both ends included. */
export class ReparseCommand extends Command {
  @Describe('House DocIDs or Senate UUIDs; all archived filings unless given')
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

  /** What is left to do after an upgrade. */
  @Describe('Only filings that another version of the parser read last')
  @IsOptional()
  @Length(1, 100, { message: 'parser_version_not must be a parser version, such as house-1' })
  parser_version_not?: string | null;

  @Describe('Stores the differences; ids stay, and what was read before stays as superseded revisions')
  @IsOptional()
  @IsBoolean({ message: 'apply must be true or false' })
  apply?: boolean | null;
}

/** One field that the documents, read anew, have otherwise. */
export interface ReparseExample {
  external_id: string;
  /** Of the row, as it is now; null for a field of the filing. */
  ordinal: number | null;
  /** As the API calls it; `filing.…` of the filing, `row` where a whole row was found or has vanished. */
  field: string;
  before: unknown;
  after: unknown;
}

export interface ReparseResult extends KindResult {
  /** `partial`: some documents could no longer be read, and were left as they were. */
  status: 'success' | 'partial';
  /** looked_at is the sum of the others. */
  filings: { looked_at: number; same: number; different: number; failed: number };
  /** In how many places each field differs. */
  changes: Record<string, number>;
  rows: { added: number; removed: number; changed: number };
  /** Whether the differences were stored, or only counted. */
  applied: boolean;
  /** The first of them. */
  examples: ReparseExample[];
  /** What could not be read or found, a sentence each. */
  warnings: string[];
}

export const REPARSE: TaskKind<ReparseCommand, ReparseResult> = {
  chambers: CHAMBERS,
  command: ReparseCommand,
  summary: 'Reads the archived documents anew, without the site, and reports what differs; changes it on request',
  needs: ['postgres'],
  sharesSlots: true,
  isRetried: true,
  isBuried: true,
};
