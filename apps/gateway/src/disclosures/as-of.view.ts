import { ApiProperty } from '@nestjs/swagger';

/** How well the archive remembers the instant of `as_of`. */
export class AsOfView {
  @ApiProperty({ format: 'date-time', description: 'The instant' })
  at!: string;
  @ApiProperty({
    description:
      'False if it is before `exact_from`: the trades are as they were, their filings as they were at `exact_from`',
  })
  exact!: boolean;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: 'Since when changes of filings are kept; null: from the first one on',
  })
  exact_from!: string | null;
}

/** @param since the begin of the history; null if it is whole */
export const presentAsOf = (asOf: Date, since: Date | null): AsOfView => ({
  at: asOf.toISOString(),
  exact: since === null || asOf >= since,
  exact_from: since?.toISOString() ?? null,
});
