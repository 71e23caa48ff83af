import { applyDecorators, Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Chamber } from '#rotunda/domain';
import type { TradeFilters } from '#rotunda/persistence';
import { TakesKeyFrom } from '../../access/key-places.js';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { NumberedPages } from '../numbered-pages.js';
import { symbolsIn } from '../symbols.js';
import { FmpLatestParams, FmpNameParams, FmpSymbolParams } from './fmp-params.js';
import { FmpTradeView, presentForFmp } from './fmp.view.js';

/** FMP's own: 100 rows unless asked for more, never more than 250. */
const LATEST = { usual: 100, most: 250 };
/** FMP answers with all rows of a symbol or a name. */
const FOUND = { usual: 5_000, most: 5_000 };

const FmpRoute = (path: string, summary: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    Needs('look'),
    TakesKeyFrom({ header: 'apikey', query: 'apikey' }),
    ApiOperation({
      summary: `${summary}, as FMP’s \`${path}\` does, those of the newest filing first`,
      description: 'docs/switching.md says what differs. A key in the address may have the role `look` only.',
    }),
    ApiOkResponse({ type: [FmpTradeView] }),
    ApiProblems(400, 503),
  );

@ApiTags('compat')
@Disclosures()
@Controller('compat/fmp')
export class FmpController {
  constructor(private readonly pages: NumberedPages) {}

  @FmpRoute('senate-latest', 'Lists the trades of senators')
  senateLatest(@Query() params: FmpLatestParams): Promise<FmpTradeView[]> {
    return this.list({ chambers: ['senate'] }, params, LATEST);
  }

  @FmpRoute('house-latest', 'Lists the trades of representatives')
  houseLatest(@Query() params: FmpLatestParams): Promise<FmpTradeView[]> {
    return this.list({ chambers: ['house'] }, params, LATEST);
  }

  @FmpRoute('senate-trades', 'Lists senators’ trades in a ticker')
  senateTrades(@Query() params: FmpSymbolParams): Promise<FmpTradeView[]> {
    return this.list({ chambers: ['senate'], tickers: symbolsIn(params.symbol) }, params, FOUND);
  }

  @FmpRoute('house-trades', 'Lists representatives’ trades in a ticker')
  houseTrades(@Query() params: FmpSymbolParams): Promise<FmpTradeView[]> {
    return this.list({ chambers: ['house'], tickers: symbolsIn(params.symbol) }, params, FOUND);
  }

  @FmpRoute('senate-trades-by-name', 'Lists the trades of senators of a name')
  senateTradesByName(@Query() params: FmpNameParams): Promise<FmpTradeView[]> {
    return this.list({ chambers: ['senate'], name: params.name }, params, FOUND);
  }

  @FmpRoute('house-trades-by-name', 'Lists the trades of representatives of a name')
  houseTradesByName(@Query() params: FmpNameParams): Promise<FmpTradeView[]> {
    return this.list({ chambers: ['house'], name: params.name }, params, FOUND);
  }

  private async list(
    filters: Omit<TradeFilters, 'limit' | 'cursor'> & { chambers: [Chamber] },
    { page, limit }: FmpLatestParams,
    { usual, most }: { usual: number; most: number },
  ): Promise<FmpTradeView[]> {
    const trades = await this.pages.page(filters, page, Math.min(limit ?? usual, most));
    return trades.map(presentForFmp);
  }
}
