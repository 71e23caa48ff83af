import { ApiProperty } from '@nestjs/swagger';
import type { Page, TickerFiler, TickerTrades, TradedTicker } from '#rotunda/persistence';
import { Noticed } from '../disclosures/noticed.js';
import { NEXT_CURSOR } from '../http/list-params.js';
import { USE_NOTICE } from '../http/use-notice.js';
import { presentMember } from '../members/member.view.js';
import { MonthTotalsView, presentMonth, presentTotals, TradeTotalsView } from '../members/trade-sums.view.js';

const COUNT = { type: 'integer' } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

export class TradedTickerView {
  @ApiProperty({ example: 'BRK.B' })
  ticker!: string;
  @ApiProperty({ description: 'As the last of the trades names it' })
  asset_name!: string;
  @ApiProperty({ ...COUNT, description: 'That match the filters' })
  trades!: number;
  @ApiProperty(COUNT)
  purchases!: number;
  @ApiProperty({ ...COUNT, description: 'Full and partial ones' })
  sales!: number;
  @ApiProperty({ ...NULLABLE_TEXT, format: 'date' })
  last_traded_on!: string | null;
}

export class TickerPage extends Noticed {
  @ApiProperty({ type: [TradedTickerView] })
  data!: TradedTickerView[];
  @ApiProperty(NEXT_CURSOR)
  next_cursor!: string | null;
}

class AssetNameView {
  @ApiProperty()
  name!: string;
  @ApiProperty(COUNT)
  trades!: number;
}

export class TickerFilerView extends TradeTotalsView {
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Null where the filer is not matched to a member' })
  bioguide!: string | null;
  @ApiProperty({ description: 'As the member writes it; of others, as the filing has it' })
  name!: string;
  @ApiProperty({ type: String, enum: ['senate', 'house'], nullable: true, description: 'Of the member’s last term' })
  chamber!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'CA' })
  state!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  party!: string | null;
}

export class TickerTradesView extends Noticed {
  @ApiProperty({ example: 'BRK.B' })
  ticker!: string;
  @ApiProperty({ type: [AssetNameView], description: 'What its assets are called: the 20 commonest names' })
  asset_names!: AssetNameView[];
  @ApiProperty({ ...COUNT, description: 'How many names there are' })
  asset_name_count!: number;
  @ApiProperty()
  totals!: TradeTotalsView;
  @ApiProperty({ type: [MonthTotalsView], description: 'Months with a trade, the oldest first' })
  months!: MonthTotalsView[];
  @ApiProperty({ type: [TickerFilerView], description: 'Who traded it most often comes first' })
  filers!: TickerFilerView[];
}

export const presentTickers = ({ items, nextCursor }: Page<TradedTicker>): TickerPage => ({
  data: items.map(({ assetName, lastTradedOn, ...counts }) => ({
    ...counts,
    asset_name: assetName,
    last_traded_on: lastTradedOn,
  })),
  next_cursor: nextCursor,
  notice: USE_NOTICE,
});

export const presentTicker = (trades: TickerTrades): TickerTradesView => ({
  ticker: trades.ticker,
  asset_names: trades.assetNames,
  asset_name_count: trades.assetNameCount,
  totals: presentTotals(trades.total),
  months: trades.months.map(presentMonth),
  filers: trades.filers.map(presentFiler),
  notice: USE_NOTICE,
});

function presentFiler({ member, ...filer }: TickerFiler): TickerFilerView {
  const term = member?.terms.at(-1);
  return {
    bioguide: member?.bioguide ?? null,
    name: member ? presentMember(member).name : (filer.name ?? ''),
    ...{ chamber: term?.chamber ?? null, state: term?.state ?? null, party: term?.party ?? null },
    ...presentTotals(filer),
  };
}
