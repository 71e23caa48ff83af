import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import {
  type Chamber,
  CHAMBERS,
  type CheckResult,
  type FilingCounts,
  type GroupResult,
  type ReparseExample,
  type ReparseResult,
  type ScrapeResult,
  type TaskResult,
  type TransactionStats,
} from '#rotunda/contracts';
import { ANY_VALUE } from '../../http/json-schemas.js';

const COUNT = { type: 'integer' } as const;

class KindResultView {
  @ApiProperty({ enum: ['success', 'partial'], description: '`partial`: a part of the work could not be done' })
  status!: 'success' | 'partial';
  @ApiProperty({ enum: CHAMBERS })
  chamber!: Chamber;
}

class TransactionStatsView implements TransactionStats {
  @ApiProperty({ ...COUNT, description: 'The sum of the others' })
  total!: number;
  @ApiProperty({ ...COUNT, description: 'Rows that this task stored' })
  saved!: number;
  @ApiProperty({ ...COUNT, description: 'Rows that were already stored' })
  skipped!: number;
  @ApiProperty({ ...COUNT, description: 'Rows of a document that could not be parsed' })
  errors!: number;
}

class FilingCountsView implements FilingCounts {
  @ApiProperty({ ...COUNT, description: 'The sum of the others' })
  listed!: number;
  @ApiProperty({ ...COUNT, description: 'Finished by an earlier task, and not fetched again' })
  known!: number;
  @ApiProperty(COUNT)
  parsed!: number;
  @ApiProperty({ ...COUNT, description: 'Scans: archived, not read' })
  paper!: number;
  @ApiProperty({ ...COUNT, required: false, description: 'Scans whose every row is stored' })
  paper_read?: number;
  @ApiProperty({ ...COUNT, required: false, description: 'Scans that a person has to look at' })
  paper_review?: number;
  @ApiProperty(COUNT)
  needs_review!: number;
  @ApiProperty(COUNT)
  unavailable!: number;
  @ApiProperty(COUNT)
  failed!: number;
}

export class ScrapeResultView extends KindResultView implements ScrapeResult {
  @ApiProperty({ format: 'date' })
  start_date!: string;
  @ApiProperty({ format: 'date' })
  end_date!: string;
  @ApiProperty()
  stats!: TransactionStatsView;
  @ApiProperty()
  filings!: FilingCountsView;
  @ApiProperty({ type: [String], description: 'Sentences for the operator' })
  warnings!: string[];
}

class SiteCheckView {
  @ApiProperty()
  name!: string;
  @ApiProperty()
  detail!: string;
}

export class CheckResultView extends KindResultView implements CheckResult {
  @ApiProperty({ type: [SiteCheckView] })
  checks!: SiteCheckView[];
}

class ReparsedFilingsView {
  @ApiProperty({ ...COUNT, description: 'The sum of the others' })
  looked_at!: number;
  @ApiProperty(COUNT)
  same!: number;
  @ApiProperty(COUNT)
  different!: number;
  @ApiProperty(COUNT)
  failed!: number;
}

class ReparsedRowsView {
  @ApiProperty(COUNT)
  added!: number;
  @ApiProperty(COUNT)
  removed!: number;
  @ApiProperty(COUNT)
  changed!: number;
}

class ReparseExampleView implements ReparseExample {
  @ApiProperty({ description: 'House DocID or Senate UUID' })
  external_id!: string;
  @ApiProperty({ ...COUNT, nullable: true, description: 'Present ordinal of the row; null for a field of the filing' })
  ordinal!: number | null;
  @ApiProperty({ description: 'Its name in the API; `filing.…` for one of the filing, `row` for a whole row' })
  field!: string;
  @ApiProperty(ANY_VALUE)
  before!: unknown;
  @ApiProperty(ANY_VALUE)
  after!: unknown;
}

export class ReparseResultView extends KindResultView implements ReparseResult {
  @ApiProperty()
  filings!: ReparsedFilingsView;
  @ApiProperty({ type: 'object', additionalProperties: COUNT, description: 'Differences by field' })
  changes!: Record<string, number>;
  @ApiProperty()
  rows!: ReparsedRowsView;
  @ApiProperty({ description: 'Whether the differences were stored' })
  applied!: boolean;
  @ApiProperty({ type: [ReparseExampleView], description: 'The first differences' })
  examples!: ReparseExampleView[];
  @ApiProperty({ type: [String], description: 'A sentence for each document that could not be found or parsed' })
  warnings!: string[];
}

const RESULTS = [ScrapeResultView, CheckResultView, ReparseResultView];

/** For a property that is the result of a task of any kind. */
export const ANY_RESULT = { oneOf: RESULTS.map((result) => ({ $ref: getSchemaPath(result) })) };

class GroupTotalsView {
  @ApiProperty()
  stats!: TransactionStatsView;
  @ApiProperty()
  filings!: FilingCountsView;
}

@ApiExtraModels(...RESULTS)
export class GroupResultView implements GroupResult {
  @ApiProperty({ enum: ['success', 'partial'], description: '`partial`: that of a child is' })
  status!: 'success' | 'partial';
  @ApiProperty({ type: 'array', items: ANY_RESULT, description: 'Of the children that have one' })
  results!: TaskResult[];
  @ApiProperty()
  totals!: GroupTotalsView;
}

/** As `tasks/status` shows it: a client that scrapes `all` reads the same fields as for one chamber. */
export class GroupStatusResultView extends GroupResultView {
  @ApiProperty({ enum: [...CHAMBERS, 'all'], required: false, description: 'For scrapes' })
  chamber?: Chamber | 'all';
  @ApiProperty({ required: false, description: 'For scrapes: those of `totals`' })
  stats?: TransactionStatsView;
}
