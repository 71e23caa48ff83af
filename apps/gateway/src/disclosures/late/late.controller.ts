import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { LateQuery, TradesQuery } from '#rotunda/persistence';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { disclosureFilters } from '../disclosure-params.js';
import { LateListParams } from './late-params.js';
import { LatePage, presentLate } from './late.view.js';

@ApiTags('disclosures')
@Disclosures()
@Controller('late')
export class LateController {
  constructor(
    private readonly late: LateQuery,
    private readonly trades: TradesQuery,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Lists trades that were disclosed late, those of the newest filing first, and counts them by filer',
    description:
      'A trade must be disclosed within 30 days after the filer’s notice of it, and at the latest 45 days after the ' +
      'trade (5 U.S.C. § 13105(l)). Trades that count now (`is_current`), as they are read now. The date of the notice ' +
      'is on the House’s form only. `late` of a trade, here and elsewhere, is about the 45 days alone.',
  })
  @ApiOkResponse({ type: LatePage })
  @ApiProblems(400, 503)
  async list(@Query() params: LateListParams): Promise<LatePage> {
    const filters = { ...disclosureFilters(params), limit: params.limit, cursor: params.cursor };
    const [summary, page] = await Promise.all([
      this.late.summary(filters),
      this.trades.page({ ...filters, onlyLate: true }),
    ]);
    return presentLate(summary, page, params.fields);
  }
}
