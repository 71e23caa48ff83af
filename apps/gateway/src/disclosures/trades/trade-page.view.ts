import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';
import type { Page, Trade } from '#rotunda/persistence';
import { NEXT_CURSOR } from '../../http/list-params.js';
import { type Chooser, chooserOf } from '../../http/lists/chosen-fields.js';
import { USE_NOTICE } from '../../http/use-notice.js';
import { AsOfView } from '../as-of.view.js';
import { type FilingView, presentFiling } from '../filings/filing.view.js';
import { Noticed } from '../noticed.js';
import type { TradeListParams } from './trade-params.js';
import { presentTrade, TradeView, withoutFiling } from './trade.view.js';

export class TradePage extends Noticed {
  @ApiProperty({ type: [TradeView] })
  data!: TradeView[];
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath('FilingView') },
    description: 'With `filings=once`: the filings of these trades by id',
  })
  filings?: Record<string, FilingView>;
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'With `count=exact`: the number of trades on all pages',
  })
  count!: number | null;
  @ApiProperty({ type: AsOfView, nullable: true, description: 'With `as_of`' })
  as_of!: AsOfView | null;
}

export function presentTrades(
  { items, nextCursor }: Page<Trade>,
  params: TradeListParams,
  more: Pick<TradePage, 'count' | 'as_of'>,
): TradePage {
  const choose = chooserOf(TradeView, params.fields);
  const rest = { next_cursor: nextCursor, ...more, notice: USE_NOTICE };
  if (params.filings !== 'once')
    return { data: items.map((trade) => choose(presentTrade(trade)) as TradeView), ...rest };
  const data = items.map((trade) => choose(withoutFiling(trade)) as TradeView);
  return { data, filings: filingsOf(items, choose), ...rest };
}

/** Each filing once, with the fields that are wanted of it. */
function filingsOf(trades: Trade[], choose: Chooser): Record<string, FilingView> {
  const each = new Map(trades.map(({ filing }) => [filing.id, filing]));
  const entries = [...each].map(([id, filing]) => {
    const { filing: wanted } = choose({ filing: presentFiling(filing) }) as { filing?: FilingView };
    return [id, wanted] as const;
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, FilingView] => entry[1] !== undefined));
}
