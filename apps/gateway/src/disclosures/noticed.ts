import { ApiProperty } from '@nestjs/swagger';
import { USE_NOTICE } from '../http/use-notice.js';

/** What every answer with disclosures carries. */
export class Noticed {
  @ApiProperty({ description: 'What the law says about the use of disclosures', example: USE_NOTICE })
  notice!: string;
}
