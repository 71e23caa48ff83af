import { Readable } from 'node:stream';
import { applyDecorators, Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Trade, type TradeFilters, TradesQuery } from '#rotunda/persistence';
import { TakesKeyFrom } from '../../access/key-places.js';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { jsonArray } from '../json-array.js';
import { NumberedPages } from '../numbered-pages.js';
import { symbolsIn } from '../symbols.js';
import { TickerPipe } from '../../disclosures/ticker.pipe.js';
import { PAGE_SIZE, QuiverParams, QuiverTickerParams } from './quiver-params.js';
import { presentForQuiver, QuiverTradeView } from './quiver.view.js';

const LAST_MS_OF_DAY = 'T23:59:59.999Z';

const QuiverRoute = (path: string, what: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    Needs('look'),
    TakesKeyFrom({ schemes: ['Token'] }),
    ApiOperation({
      summary: `Lists ${what} as Quiver’s \`bulk/congresstrading\` does, those of the newest filing first`,
      description:
        'docs/switching.md says what differs. Without `page` and `page_size` the answer has every trade, and is sent as ' +
        'it is read. `Authorization: Token` with a key works too.',
    }),
    ApiOkResponse({ type: [QuiverTradeView] }),
    ApiProblems(400, 503),
  );

/** The paths with `bulk` are Quiver's own, for clients that change their base URL alone. */
@ApiTags('compat')
@Disclosures()
@Controller('compat/quiver')
export class QuiverController {
  constructor(
    private readonly trades: TradesQuery,
    private readonly pages: NumberedPages,
  ) {}

  @QuiverRoute('congresstrading', 'trades')
  async all(@Query() params: QuiverParams, @Res() reply: FastifyReply): Promise<void> {
    const { ticker, bioguide_id, representative } = params;
    const tickers = ticker === undefined ? undefined : symbolsIn(ticker);
    const members = bioguide_id === undefined ? undefined : [bioguide_id];
    await this.send(reply, params, { tickers, members, name: representative });
  }

  @QuiverRoute('congresstrading/:ticker', 'trades in a ticker')
  async ofTicker(
    @Param('ticker', TickerPipe) ticker: string,
    @Query() params: QuiverTickerParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.send(reply, params, { tickers: [ticker] });
  }

  @QuiverRoute('bulk/congresstrading', 'trades')
  bulk(@Query() params: QuiverParams, @Res() reply: FastifyReply): Promise<void> {
    return this.all(params, reply);
  }

  @QuiverRoute('bulk/congresstrading/:ticker', 'trades in a ticker')
  bulkOfTicker(
    @Param('ticker', TickerPipe) ticker: string,
    @Query() params: QuiverTickerParams,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.ofTicker(ticker, params, reply);
  }

  private async send(reply: FastifyReply, params: QuiverTickerParams, some: Partial<TradeFilters>): Promise<void> {
    const { page, page_size, version } = params;
    const filters = { ...some, ...seenOn(params) };
    const isBand = version?.toUpperCase() === 'V2';
    const present = (trade: Trade): QuiverTradeView => presentForQuiver(trade, isBand);
    if (page === undefined && page_size === undefined) {
      const rows = Readable.from(jsonArray(this.trades.stream(filters), present));
      await reply.type('application/json; charset=utf-8').send(rows);
      return;
    }
    const trades = await this.pages.page(filters, (page ?? 1) - 1, page_size ?? PAGE_SIZE);
    await reply.send(trades.map(present));
  }
}

const seenOn = ({ date }: QuiverTickerParams): Pick<TradeFilters, 'firstSeenFrom' | 'firstSeenTo'> =>
  date === undefined ? {} : { firstSeenFrom: new Date(date), firstSeenTo: new Date(date + LAST_MS_OF_DAY) };
