import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { type Chamber, CHAMBERS } from '#rotunda/contracts';
import { addDays, type DateWindow, easternDate, FIRST_PTR_DAY, type IsoDate } from '#rotunda/domain';
import { CoverageQuery } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { invalidFields } from '../http/known-errors.js';
import { DateFilter, refuseReversedRange } from '../http/list-params.js';
import { CoverageView, presentCoverage } from './coverage.view.js';

/** Keeps the answer readable and the query quick. */
const MAX_RANGE_DAYS = 50 * 366;

class CoverageParams {
  @ApiPropertyOptional({ enum: CHAMBERS, description: 'Both by default' })
  @IsOptional()
  @IsIn(CHAMBERS, { message: `chamber must be one of ${CHAMBERS.join(', ')}` })
  chamber?: Chamber;

  @DateFilter('Filed on this day or later; by default from the first day of which anything is known')
  from?: string;

  @DateFilter('Filed on this day or earlier; by default until today in Washington')
  to?: string;
}

@ApiTags('disclosures')
@Disclosures()
@Controller('coverage')
export class CoverageController {
  constructor(
    private readonly coverage: CoverageQuery,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Counts filings by chamber, month and status, and lists days that were never scraped' })
  @ApiOkResponse({ type: CoverageView })
  @ApiProblems(400, 503)
  async show(@Query() { chamber, from, to }: CoverageParams): Promise<CoverageView> {
    const chambers = chamber ? [chamber] : [...CHAMBERS];
    const window = await this.windowOf(chambers, from, to);
    return presentCoverage(window, chambers, await this.coverage.months(chambers, window));
  }

  /** Future days are left out: they are not gaps yet. */
  private async windowOf(chambers: Chamber[], from?: IsoDate, to?: IsoDate): Promise<DateWindow> {
    refuseReversedRange('', from, to);
    const today = easternDate(this.now());
    if (from && from > today) refuse('from', `from ${from} is in the future; today is ${today} in Washington`);
    const end = to && to < today ? to : today;
    const firstOfMonth = `${end.slice(0, 7)}-01`;
    const known = from ?? (await this.firstDay(chambers)) ?? firstOfMonth;
    const start = known > end ? firstOfMonth : known;
    if (addDays(start, MAX_RANGE_DAYS) < end) refuse('from', `from ${start} to ${end} is more than 50 years`);
    return { start, end };
  }

  /** An impossible filing date would start the table centuries ago. */
  private async firstDay(chambers: Chamber[]): Promise<IsoDate | null> {
    const first = await this.coverage.firstDay(chambers);
    return first !== null && first < FIRST_PTR_DAY ? FIRST_PTR_DAY : first;
  }
}

function refuse(field: string, message: string): never {
  throw invalidFields(400, [{ field, message }]);
}
