import { ApiProperty } from '@nestjs/swagger';
import type { Trade } from '#rotunda/persistence';
import { amountText, assetText, assetWord, filerName, ownerWord, typeWord } from '../vendor-words.js';

const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_DAY = { type: String, format: 'date', nullable: true } as const;

/** A trade as OpenBB's model `GovernmentTrades` has it. */
export class OpenBbTradeView {
  @ApiProperty({ ...NULLABLE_TEXT, example: 'EXA' })
  symbol!: string | null;
  @ApiProperty({ ...NULLABLE_DAY, description: 'When it was filed', example: '2026-03-20' })
  date!: string | null;
  @ApiProperty({ ...NULLABLE_DAY, example: '2026-03-01' })
  transaction_date!: string | null;
  @ApiProperty({ example: 'Testina Sample' })
  representative!: string;
  @ApiProperty({ enum: ['House', 'Senate'] })
  chamber!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Null while it is not known', example: 'Spouse' })
  owner!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'Stock' })
  asset_type!: string | null;
  @ApiProperty({ example: 'Example Corp' })
  asset_description!: string;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'Sale (Partial)' })
  transaction_type!: string | null;
  @ApiProperty({ example: '$1,001 - $15,000' })
  amount!: string;
  @ApiProperty(NULLABLE_TEXT)
  comment!: string | null;
  @ApiProperty({ description: 'The document on the chamber’s site' })
  url!: string;
}

/** The envelope of OpenBB’s answers (`OBBject`). */
export class OpenBbAnswer {
  @ApiProperty({ type: [OpenBbTradeView], description: 'The newest filing first' })
  results!: OpenBbTradeView[];
  @ApiProperty({ example: 'rotunda' })
  provider!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Always null' })
  warnings!: null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Always null' })
  chart!: null;
  @ApiProperty({ type: 'object', properties: { notice: { type: 'string' } }, required: ['notice'] })
  extra!: { notice: string };
}

export const presentForOpenBb = (trade: Trade): OpenBbTradeView => ({
  symbol: trade.ticker,
  date: trade.filing.filedOn,
  transaction_date: trade.tradedOn,
  representative: filerName(trade),
  chamber: trade.filing.chamber === 'senate' ? 'Senate' : 'House',
  owner: ownerWord(trade),
  asset_type: assetWord(trade),
  asset_description: assetText(trade),
  transaction_type: typeWord(trade),
  amount: amountText(trade),
  comment: trade.comment ?? trade.description,
  url: trade.filing.documentUrl,
});
