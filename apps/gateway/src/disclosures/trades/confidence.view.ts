import { ApiProperty } from '@nestjs/swagger';
import type { Confidence, PaperField } from '#rotunda/domain';

const share = (field: string) => ({
  ...{ type: Number, nullable: true, minimum: 0, maximum: 1, example: 0.998 },
  description: `Of the ${field}: the share of readings this sure that are right; null where a reviewer typed it`,
});

/** How surely a row was read from a scan. */
export class ConfidenceView implements Record<PaperField, Confidence[PaperField]> {
  @ApiProperty(share('owner'))
  owner!: number | null;
  @ApiProperty(share('asset'))
  asset_name!: number | null;
  @ApiProperty(share('type'))
  type!: number | null;
  @ApiProperty(share('day of the trade'))
  traded_on!: number | null;
  @ApiProperty(share('day of the notice'))
  notified_on!: number | null;
  @ApiProperty(share('amount'))
  amount!: number | null;
}
