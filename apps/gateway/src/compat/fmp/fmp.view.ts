import { ApiProperty } from '@nestjs/swagger';
import type { Trade } from '#rotunda/persistence';
import {
  amountText,
  assetText,
  assetWord,
  filerName,
  houseSeat,
  ownerWord,
  termOf,
  typeWord,
} from '../vendor-words.js';

/** A trade as FMP's `senate-latest` and its siblings have it: each field is a text, empty where nobody knows. */
export class FmpTradeView {
  @ApiProperty({ example: 'EXA' })
  symbol!: string;
  @ApiProperty({ description: 'When it was filed', example: '2026-03-20' })
  disclosureDate!: string;
  @ApiProperty({ example: '2026-03-01' })
  transactionDate!: string;
  @ApiProperty({ description: 'Empty while nobody knows which member filed it', example: 'Testina' })
  firstName!: string;
  @ApiProperty({ example: 'Sample' })
  lastName!: string;
  @ApiProperty({ description: 'The whole name; as filed while nobody knows the member', example: 'Testina Sample' })
  office!: string;
  @ApiProperty({ description: 'The seat of a representative, the state of a senator', example: 'AK00' })
  district!: string;
  @ApiProperty({ description: 'Empty while it is not known', example: 'Spouse' })
  owner!: string;
  @ApiProperty({ example: 'Example Corp' })
  assetDescription!: string;
  @ApiProperty({ example: 'Stock' })
  assetType!: string;
  @ApiProperty({ example: 'Sale (Partial)' })
  type!: string;
  @ApiProperty({ example: '$1,001 - $15,000' })
  amount!: string;
  @ApiProperty({ example: '' })
  comment!: string;
  @ApiProperty({ description: 'The document on the chamber’s site' })
  link!: string;
  @ApiProperty({ enum: ['True', 'False', ''], description: 'Empty where the form does not say: always in the Senate' })
  capitalGainsOver200USD!: string;
}

export const presentForFmp = (trade: Trade): FmpTradeView => ({
  symbol: trade.ticker ?? '',
  disclosureDate: trade.filing.filedOn ?? '',
  transactionDate: trade.tradedOn ?? '',
  firstName: trade.member?.name.first ?? '',
  lastName: trade.member?.name.last ?? '',
  office: filerName(trade),
  district: (trade.filing.chamber === 'house' ? houseSeat(trade) : termOf(trade)?.state) ?? '',
  owner: ownerWord(trade) ?? '',
  assetDescription: assetText(trade),
  assetType: assetWord(trade) ?? '',
  type: typeWord(trade) ?? '',
  amount: amountText(trade),
  comment: trade.comment ?? trade.description ?? '',
  link: trade.filing.documentUrl,
  capitalGainsOver200USD: trade.capGainsOver200 === null ? '' : trade.capGainsOver200 ? 'True' : 'False',
});
