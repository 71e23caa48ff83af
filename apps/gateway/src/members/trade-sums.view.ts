import { ApiProperty } from '@nestjs/swagger';
import type { TradeGroup, TradeSums } from '#rotunda/persistence';

const COUNT = { type: 'integer' } as const;
const DOLLARS = { type: Number, description: 'US dollars' } as const;
const ISO_DATE = { type: String, format: 'date', nullable: true } as const;

/** What some trades come to. Amounts are bands, so a sum has two bounds. */
export class TradeSumsView {
  @ApiProperty(COUNT)
  trades!: number;
  @ApiProperty({ ...DOLLARS, description: 'US dollars: the lower ends of the bands together' })
  amount_min!: number;
  @ApiProperty({ ...DOLLARS, description: 'US dollars: the upper ends together, of the bands that have one' })
  amount_max!: number;
  @ApiProperty({
    ...COUNT,
    description: 'Trades without an upper end, such as "Over $50,000,000": `amount_max` lacks them',
  })
  open_ended!: number;
  @ApiProperty({ ...COUNT, description: 'Trades whose amount was not understood: both sums lack them' })
  unknown_amounts!: number;
}

/** The trades of one group together, and by what was done. */
export class TradeTotalsView {
  @ApiProperty({ description: 'Of all types' })
  all!: TradeSumsView;
  @ApiProperty()
  purchases!: TradeSumsView;
  @ApiProperty({ description: 'Full and partial ones' })
  sales!: TradeSumsView;
  @ApiProperty()
  exchanges!: TradeSumsView;
  @ApiProperty({ description: 'The type was not understood' })
  unknown_types!: TradeSumsView;
  @ApiProperty({ ...ISO_DATE, description: 'Of the trades whose date is known and possible' })
  first_traded_on!: string | null;
  @ApiProperty(ISO_DATE)
  last_traded_on!: string | null;
  @ApiProperty(ISO_DATE)
  last_filed_on!: string | null;
}

export class MonthTotalsView extends TradeTotalsView {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2025-03',
    description: 'Of the trade, not of the filing; null where its date is missing or impossible',
  })
  month!: string | null;
}

export const presentTotals = (group: TradeGroup): TradeTotalsView => ({
  all: presentSums(group.all),
  purchases: presentSums(group.purchases),
  sales: presentSums(group.sales),
  exchanges: presentSums(group.exchanges),
  unknown_types: presentSums(group.unknownTypes),
  first_traded_on: group.firstTradedOn,
  last_traded_on: group.lastTradedOn,
  last_filed_on: group.lastFiledOn,
});

export const presentMonth = (group: TradeGroup): MonthTotalsView => ({ month: group.key, ...presentTotals(group) });

const presentSums = (sums: TradeSums): TradeSumsView => ({
  trades: sums.trades,
  amount_min: sums.amountMin,
  amount_max: sums.amountMax,
  open_ended: sums.openEnded,
  unknown_amounts: sums.unknownAmounts,
});
