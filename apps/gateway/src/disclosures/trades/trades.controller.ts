import { Controller, Get, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Lineages, TradeHistories, TradesQuery } from '#rotunda/persistence';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { TradePage } from '../disclosure-pages.js';
import { tradeFilters, TradeListParams } from '../disclosure-params.js';
import { presentFiling } from '../filings/filing.view.js';
import { presentSource, presentTrade, TradeDetailView, TradeSourceView } from './trade.view.js';
import { presentTransaction } from './transaction.view.js';
import { USE_NOTICE } from '../../http/use-notice.js';

@ApiTags('disclosures')
@Disclosures()
@Controller('trades')
export class TradesController {
  constructor(
    private readonly trades: TradesQuery,
    private readonly histories: TradeHistories,
    private readonly lineages: Lineages,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({ summary: 'Lists trades, by default those of the newest filing first' })
  @ApiOkResponse({ type: TradePage })
  @ApiProblems(400, 503)
  async list(@Query() params: TradeListParams): Promise<TradePage> {
    const { items, nextCursor } = await this.trades.page(tradeFilters(params));
    const data = items.map((trade) => ({ ...presentTransaction(trade), filing: presentFiling(trade.filing) }));
    return { data, next_cursor: nextCursor, notice: USE_NOTICE };
  }

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a trade with its filing and its earlier revisions' })
  @ApiOkResponse({ type: TradeDetailView })
  @ApiProblems(400, 404, 503)
  async show(@Param('id', new UuidPipe('trade')) id: string): Promise<TradeDetailView> {
    const trade = (await this.histories.find(id)) ?? unknownTrade(id);
    return presentTrade(trade, await this.lineages.ofRow(id));
  }

  @Get(':id/source')
  @Needs('look')
  @ApiOperation({ summary: 'Shows where a trade was read: the archived document, the place in it, the parser' })
  @ApiOkResponse({ type: TradeSourceView })
  @ApiProblems(400, 404, 503)
  async source(@Param('id', new UuidPipe('trade')) id: string): Promise<TradeSourceView> {
    return presentSource((await this.histories.source(id)) ?? unknownTrade(id));
  }
}

function unknownTrade(id: string): never {
  throw new NotFoundException(`There is no trade ${id}; /api/v1/trades lists the trades.`);
}
