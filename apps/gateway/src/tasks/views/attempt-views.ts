import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type AttemptEvidence, TASK_ERROR_CODES, type TaskAttempt } from '#rotunda/contracts';

export class TaskErrorView {
  @ApiProperty({
    description: `One of ${Object.values(TASK_ERROR_CODES).join(', ')}, or the name of an unexpected error`,
    example: TASK_ERROR_CODES.siteUnavailable,
  })
  code!: string;
  @ApiProperty()
  message!: string;
  @ApiPropertyOptional({ description: 'Stack trace; a long one is cut' })
  stack?: string;
}

export class AttemptEvidenceView implements AttemptEvidence {
  @ApiProperty({ description: 'The last URL that the site was asked for' })
  url!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'HTTP status of the answer; null if there was none' })
  status!: number | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Headers of the answer, without cookies; long ones are cut',
  })
  headers!: Record<string, string>;
  @ApiPropertyOptional({ description: 'SHA-256 of the answer’s body, as far as it came' })
  page_sha256?: string;
  @ApiPropertyOptional({ description: 'SHA-256 of a screenshot (PNG), if a browser was used' })
  screenshot_sha256?: string;
  @ApiPropertyOptional({ description: 'Path of the answer’s body in this API', example: '/api/v1/documents/3f2c…' })
  page?: string;
  @ApiPropertyOptional({ description: 'Path of the screenshot in this API' })
  screenshot?: string;
}

export class TaskAttemptView implements TaskAttempt {
  @ApiProperty({ type: 'integer', description: 'From 1, over all runs of the task' })
  n!: number;
  @ApiProperty()
  worker!: string;
  @ApiProperty({ format: 'date-time' })
  started!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: 'Null while it runs' })
  finished!: string | null;
  @ApiPropertyOptional({
    type: TaskErrorView,
    description: 'How it failed; only the last ten attempts have a stack trace',
  })
  error?: TaskErrorView;
  @ApiPropertyOptional({
    type: AttemptEvidenceView,
    description: 'The last exchange with the site before the failure, for the last ten attempts',
  })
  evidence?: AttemptEvidenceView;
}
