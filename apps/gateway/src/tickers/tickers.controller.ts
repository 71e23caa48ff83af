import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { TickersQuery } from '#rotunda/persistence';
import { Needs } from '../access/needs.js';
import { ApiProblems } from '../http/api-problems.js';
import { Disclosures } from '../http/disclosures.js';
import { DateFilter, ListParams, refuseReversedRange, TextFilter } from '../http/list-params.js';
import { TickerPipe } from '../disclosures/ticker.pipe.js';
import { presentTicker, presentTickers, TickerPage, TickerTradesView } from './ticker.view.js';

class TickerListParams extends ListParams {
  @TextFilter('Any part of the ticker or of an asset’s name; upper and lower case are the same')
  search?: string;

  @DateFilter('Counts trades that were filed on this day or later')
  filed_from?: string;

  @DateFilter('Counts trades that were filed on this day or earlier')
  filed_to?: string;
}

@ApiTags('disclosures')
@Disclosures()
@Controller('tickers')
export class TickersController {
  constructor(private readonly tickers: TickersQuery) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Lists tickers, those that were traded most first',
    description:
      'Trades that count now (`is_current`). A ticker whose count changes between two pages may be on both or on ' +
      'neither; the trades themselves (`GET trades`) never are.',
  })
  @ApiOkResponse({ type: TickerPage })
  @ApiProblems(400, 503)
  async list(@Query() params: TickerListParams): Promise<TickerPage> {
    const { search, filed_from: filedFrom, filed_to: filedTo, limit, cursor } = params;
    refuseReversedRange('filed', filedFrom, filedTo);
    return presentTickers(await this.tickers.page({ search, filedFrom, filedTo, limit, cursor }));
  }

  @Get(':ticker')
  @Needs('look')
  @ApiOperation({
    summary: 'Shows who traded a ticker, when and how much',
    description: 'Trades that count now (`is_current`); `GET trades?ticker=…` lists them.',
  })
  @ApiParam({ name: 'ticker', description: 'Upper and lower case are the same', example: 'BRK.B' })
  @ApiOkResponse({ type: TickerTradesView })
  @ApiProblems(400, 404, 503)
  async show(@Param('ticker', TickerPipe) ticker: string): Promise<TickerTradesView> {
    const trades = await this.tickers.find(ticker);
    if (!trades) throw new NotFoundException(`There is no trade of ${ticker}; /api/v1/tickers lists what was traded.`);
    return presentTicker(trades);
  }
}
