import { Controller, Get, Inject, NotFoundException, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Lineages, MembersQuery, TradeHistories, TradesQuery } from '#rotunda/persistence';
import { type Clock, CLOCK } from '#rotunda/runtime';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { AsOfParams, pastInstant } from '../disclosure-params.js';
import { PastArchive } from '../past-archive.js';
import { presentTradeDetail, TradeDetailView } from './trade-detail.view.js';
import { presentTrades, TradePage } from './trade-page.view.js';
import { tradeFilters, TradeListParams } from './trade-params.js';
import { presentSource, TradeSourceView } from './trade-source.view.js';

@ApiTags('disclosures')
@Disclosures()
@Controller('trades')
export class TradesController {
  constructor(
    private readonly trades: TradesQuery,
    private readonly histories: TradeHistories,
    private readonly members: MembersQuery,
    private readonly lineages: Lineages,
    private readonly past: PastArchive,
    @Inject(CLOCK) private readonly now: Clock,
  ) {}

  @Get()
  @Needs('look')
  @ApiOperation({
    summary: 'Lists trades, by default those of the newest filing first',
    description:
      'Of several values of a filter one has to fit; of several filters all have to. Follow `next_cursor` with the same ' +
      'filters: no trade is skipped or repeated while others arrive.',
  })
  @ApiOkResponse({ type: TradePage })
  @ApiProblems(400, 503)
  async list(@Query() params: TradeListParams): Promise<TradePage> {
    const filters = tradeFilters(params, this.now());
    const [page, count] = await Promise.all([
      this.trades.page(filters),
      params.count === 'exact' ? this.trades.count(filters) : null,
    ]);
    return presentTrades(page, params, { count, as_of: await this.past.memoryOf(filters.asOf) });
  }

  @Get(':id')
  @Needs('look')
  @ApiOperation({ summary: 'Shows a trade with its filing, its lineage and its earlier revisions' })
  @ApiOkResponse({ type: TradeDetailView })
  @ApiProblems(400, 404, 503)
  async show(@Param('id', new UuidPipe('trade')) id: string, @Query() { as_of }: AsOfParams): Promise<TradeDetailView> {
    const asOf = pastInstant(as_of, this.now());
    const trade = (await this.past.trade(id, asOf)) ?? unknownTrade(id, as_of);
    const { memberId } = trade.filing;
    const member = memberId === null ? null : await this.members.find(memberId);
    const links = await this.past.links(await this.lineages.ofRow(id), ({ filingId }) => filingId, asOf);
    return presentTradeDetail({ ...trade, member }, links, await this.past.memoryOf(asOf));
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

function unknownTrade(id: string, asOf?: string): never {
  const then = asOf === undefined ? '' : ` as of ${asOf}`;
  throw new NotFoundException(`There is no trade ${id}${then}; /api/v1/trades lists the trades.`);
}
