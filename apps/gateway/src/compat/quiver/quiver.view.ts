import { ApiProperty } from '@nestjs/swagger';
import type { Trade } from '#rotunda/persistence';
import { amountText, assetText, filerName, houseSeat, termOf, typeWord } from '../vendor-words.js';

const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_DAY = { type: String, format: 'date', nullable: true } as const;
const PARTY_LETTERS: Record<string, string> = { Democrat: 'D', Republican: 'R', Independent: 'I' };
const STATUS_WORDS = { new: 'New', amended: 'Amended', deleted: 'Deleted' } as const;

/** A trade as Quiver's `bulk/congresstrading` has it. */
export class QuiverTradeView {
  @ApiProperty({ description: '`-` for an asset without a ticker', example: 'EXA' })
  Ticker!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Code (House) or word (Senate) of the form', example: 'ST' })
  TickerType!: string | null;
  @ApiProperty({ description: 'The asset as filed', example: 'Example Corp' })
  Company!: string;
  @ApiProperty({ ...NULLABLE_DAY, example: '2026-03-01' })
  Traded!: string | null;
  @ApiProperty({ ...NULLABLE_DAY, example: '2026-03-20' })
  Filed!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'Sale (Partial)' })
  Transaction!: string | null;
  @ApiProperty({
    ...NULLABLE_TEXT,
    description: 'The lower end of the band; with `version=V2` the band, such as `$1,001 - $15,000`',
    example: '1001.0',
  })
  Trade_Size_USD!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'House only', example: 'New' })
  Status!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  Subholding!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  Description!: string | null;
  @ApiProperty(NULLABLE_TEXT)
  Comments!: string | null;
  @ApiProperty({ description: 'As filed while nobody knows the member', example: 'Testina Sample' })
  Name!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Null while nobody knows the member', example: 'S900001' })
  BioGuideID!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, example: 'D' })
  Party!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'House only', example: 'AK00' })
  District!: string | null;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Postal code', example: 'AK' })
  State!: string | null;
  @ApiProperty({ enum: ['Representatives', 'Senate'] })
  Chamber!: string;
  @ApiProperty({ format: 'date', description: 'When Rotunda first had it', example: '2026-03-21' })
  Quiver_Upload_Time!: string;
  @ApiProperty({ format: 'date', description: 'When this reading of it was stored', example: '2026-03-21' })
  last_modified!: string;
  @ApiProperty({ ...NULLABLE_TEXT, description: 'Always null: prices are licensed' })
  excess_return!: null;
}

export function presentForQuiver(trade: Trade, isBand: boolean): QuiverTradeView {
  const { filing, amountMin } = trade;
  const term = termOf(trade);
  return {
    Ticker: trade.ticker ?? '-',
    TickerType: trade.assetType,
    Company: assetText(trade),
    Traded: trade.tradedOn,
    Filed: filing.filedOn,
    Transaction: typeWord(trade),
    Trade_Size_USD: isBand ? amountText(trade) : amountMin === null ? null : decimal(amountMin),
    Status: trade.rowStatus && STATUS_WORDS[trade.rowStatus],
    Subholding: trade.subholding,
    Description: trade.description,
    Comments: trade.comment,
    Name: filerName(trade),
    BioGuideID: filing.memberId,
    Party: term?.party ? (PARTY_LETTERS[term.party] ?? term.party) : null,
    District: filing.chamber === 'house' ? houseSeat(trade) : null,
    State: term?.state ?? null,
    Chamber: filing.chamber === 'senate' ? 'Senate' : 'Representatives',
    Quiver_Upload_Time: dayOf(trade.firstSeenAt),
    last_modified: dayOf(trade.recordedAt),
    excess_return: null,
  };
}

/** `1001.0`, `509.87` */
const decimal = (amount: number): string => (Number.isInteger(amount) ? amount.toFixed(1) : String(amount));

const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
