import { ApiProperty } from '@nestjs/swagger';
import { REVIEW_CODES } from '#rotunda/domain';
import { ANY_FIELDS } from '../../http/json-schemas.js';

/** Why a person should look at a filing. */
export class ReviewReasonView {
  @ApiProperty({ enum: REVIEW_CODES, description: 'Never changes its meaning, whatever the sentence says' })
  code!: string;
  @ApiProperty({ ...ANY_FIELDS, description: 'By code', example: { rows: [3], more: 0 } })
  params!: object;
}
