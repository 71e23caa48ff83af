import { ApiProperty } from '@nestjs/swagger';
import { REVIEW_CODES } from '#rotunda/domain';

/** Why a person should look at a filing. */
export class ReviewReasonView {
  @ApiProperty({ enum: REVIEW_CODES, description: 'Never changes its meaning, whatever the sentence says' })
  code!: string;
  @ApiProperty({ type: Object, example: { rows: [3], more: 0 } })
  params!: object;
}
