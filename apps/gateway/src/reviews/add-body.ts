import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsNumber, IsOptional, IsUUID } from 'class-validator';
import { type Owner, OWNERS, type RowStatus, TRANSACTION_TYPES, type TransactionType } from '#rotunda/domain';
import type { AddedRow } from '#rotunda/persistence';
import { Sentence } from '../http/sentence.js';
import { CountedFromOne } from './counted-from-one.js';
import { FitsItsField } from './field-values.js';

const NULLABLE_DATE = { type: String, format: 'date', nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;
const NULLABLE_DOLLARS = { type: Number, nullable: true, description: 'US dollars' } as const;
const BOX_MESSAGE = 'box must be four numbers: left, bottom, right, top in PDF points';

/** A row that no parser read. Null: the document has nothing there, or something unknown. */
export class AddBody {
  @ApiProperty({ description: 'Page of the filing, from 1' })
  @CountedFromOne('page must be the page of the filing, a whole number from 1')
  page!: number;

  @ApiPropertyOptional({
    ...NULLABLE_TEXT,
    format: 'uuid',
    description: 'The trade, or the row that waits, that stands above it; by default it is the last of the filing',
  })
  @IsOptional()
  @IsUUID('all', { message: 'after must be the UUID of a row of the filing' })
  after?: string | null;

  @ApiPropertyOptional({
    ...{ type: [Number], minItems: 4, maxItems: 4, nullable: true },
    description: 'left, bottom, right, top in PDF points',
  })
  @IsOptional()
  @IsArray({ message: BOX_MESSAGE })
  @ArrayMinSize(4, { message: BOX_MESSAGE })
  @ArrayMaxSize(4, { message: BOX_MESSAGE })
  @IsNumber({}, { each: true, message: BOX_MESSAGE })
  box?: [number, number, number, number] | null;

  @ApiProperty({ enum: OWNERS, nullable: true })
  @FitsItsField()
  owner!: Owner | null;

  @ApiProperty({ example: 'Example Corp' })
  @FitsItsField()
  asset_name!: string;

  @ApiProperty({ enum: TRANSACTION_TYPES, nullable: true })
  @FitsItsField()
  type!: TransactionType | null;

  @ApiProperty(NULLABLE_DATE)
  @FitsItsField()
  traded_on!: string | null;

  @ApiProperty(NULLABLE_DATE)
  @FitsItsField()
  notified_on!: string | null;

  @ApiProperty(NULLABLE_DOLLARS)
  @FitsItsField()
  amount_min!: number | null;

  @ApiProperty({ ...NULLABLE_DOLLARS, description: 'US dollars; null for an open-ended band' })
  @FitsItsField()
  amount_max!: number | null;

  @ApiProperty({ description: 'An open-ended band' })
  @FitsItsField()
  amount_over!: boolean;

  @ApiPropertyOptional(NULLABLE_TEXT)
  @IsOptional()
  @FitsItsField()
  asset_type?: string | null;

  @ApiPropertyOptional(NULLABLE_TEXT)
  @IsOptional()
  @FitsItsField()
  ticker?: string | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true })
  @IsOptional()
  @FitsItsField()
  cap_gains_over_200?: boolean | null;

  @ApiPropertyOptional(NULLABLE_TEXT)
  @IsOptional()
  @FitsItsField()
  row_status?: RowStatus | null;

  @ApiPropertyOptional(NULLABLE_TEXT)
  @IsOptional()
  @FitsItsField()
  description?: string | null;

  @ApiPropertyOptional(NULLABLE_TEXT)
  @IsOptional()
  @FitsItsField()
  comment?: string | null;

  @ApiPropertyOptional({ type: String, description: 'Why, if the common reason does not apply', maxLength: 1000 })
  @IsOptional()
  @Sentence(1000)
  reason?: string | null;
}

export const toAddedRow = (body: AddBody): AddedRow => ({
  page: body.page,
  afterId: body.after?.toLowerCase() ?? null,
  box: body.box ?? null,
  reason: body.reason ?? null,
  content: {
    owner: body.owner,
    assetName: body.asset_name,
    assetType: body.asset_type ?? null,
    ticker: body.ticker ?? null,
    type: body.type,
    tradedOn: body.traded_on,
    notifiedOn: body.notified_on,
    amountMin: body.amount_min,
    amountMax: body.amount_max,
    amountOver: body.amount_over,
    capGainsOver200: body.cap_gains_over_200 ?? null,
    rowStatus: body.row_status ?? null,
    description: body.description ?? null,
    comment: body.comment ?? null,
  },
});
