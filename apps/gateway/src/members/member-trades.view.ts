import { ApiProperty } from '@nestjs/swagger';
import type { AssetGroup, MemberTrades } from '#rotunda/persistence';
import { Noticed } from '../disclosures/noticed.js';
import { USE_NOTICE } from '../http/use-notice.js';
import { MonthTotalsView, presentMonth, presentTotals, TradeTotalsView } from './trade-sums.view.js';

export class AssetTotalsView extends TradeTotalsView {
  @ApiProperty({ type: String, nullable: true, description: 'Null: without one, so the trades with its name' })
  ticker!: string | null;
  @ApiProperty({ description: 'As one of its trades has it' })
  asset_name!: string;
}

export class MemberTradesView extends Noticed {
  @ApiProperty({ example: 'S900001' })
  bioguide!: string;
  @ApiProperty()
  totals!: TradeTotalsView;
  @ApiProperty({ type: [MonthTotalsView], description: 'Months with a trade, the oldest first' })
  months!: MonthTotalsView[];
  @ApiProperty({ type: [AssetTotalsView], description: 'The 200 that were traded most' })
  assets!: AssetTotalsView[];
  @ApiProperty({ type: 'integer', description: 'How many assets were traded' })
  asset_count!: number;
}

export const presentMemberTrades = (bioguide: string, trades: MemberTrades): MemberTradesView => ({
  bioguide,
  totals: presentTotals(trades.total),
  months: trades.months.map(presentMonth),
  assets: trades.assets.map(presentAsset),
  asset_count: trades.assetCount,
  notice: USE_NOTICE,
});

const presentAsset = (asset: AssetGroup): AssetTotalsView => ({
  ticker: asset.ticker,
  asset_name: asset.name ?? '',
  ...presentTotals(asset),
});
