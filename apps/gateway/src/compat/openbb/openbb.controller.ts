import { applyDecorators, Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { TradesQuery } from '#rotunda/persistence';
import { TakesKeyFrom } from '../../access/key-places.js';
import { Needs } from '../../access/needs.js';
import { ApiProblems } from '../../http/api-problems.js';
import { Disclosures } from '../../http/disclosures.js';
import { USE_NOTICE } from '../../http/use-notice.js';
import { symbolsIn } from '../symbols.js';
import { OpenBbParams } from './openbb-params.js';
import { OpenBbAnswer, presentForOpenBb } from './openbb.view.js';

const OpenBbRoute = (path: string, what: string): MethodDecorator =>
  applyDecorators(
    Get(path),
    Needs('look'),
    TakesKeyFrom({ schemes: ['Basic'] }),
    ApiOperation({
      summary: `Lists trades as OpenBB’s \`government_trades\` does, those of the newest filing first${what}`,
      description: 'docs/switching.md says what differs. `Authorization: Basic` with a key as the password works too.',
    }),
    ApiOkResponse({ type: OpenBbAnswer }),
    ApiProblems(400, 503),
  );

@ApiTags('compat')
@Disclosures()
@Controller('compat/openbb')
export class OpenBbController {
  constructor(private readonly trades: TradesQuery) {}

  @OpenBbRoute('government_trades', '')
  async governmentTrades(@Query() { symbol, chamber, limit }: OpenBbParams): Promise<OpenBbAnswer> {
    const chambers = chamber && chamber !== 'all' ? [chamber] : undefined;
    const tickers = symbol === undefined ? undefined : symbolsIn(symbol);
    const { items } = await this.trades.page({ chambers, tickers, limit });
    const results = items.map(presentForOpenBb);
    return { results, provider: 'rotunda', warnings: null, chart: null, extra: { notice: USE_NOTICE } };
  }

  @OpenBbRoute('equity/ownership/government_trades', ': OpenBB’s own path')
  ownPath(@Query() params: OpenBbParams): Promise<OpenBbAnswer> {
    return this.governmentTrades(params);
  }
}
