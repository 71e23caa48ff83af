import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type AttemptEvidence, TASK_ERROR_CODES, type TaskAttempt, type TaskState } from '#rotunda/contracts';
import { documentPath } from '../../documents/document-path.js';
import type { FoundTask } from '../lookup/found-task.js';

export class TaskErrorView {
  @ApiProperty({
    description: `One of ${Object.values(TASK_ERROR_CODES).join(', ')}, or the name of an unexpected error`,
    example: TASK_ERROR_CODES.siteUnavailable,
  })
  code!: string;
  @ApiProperty()
  message!: string;
  @ApiPropertyOptional({ description: 'Where in the program; a long one is cut' })
  stack?: string;
}

export class AttemptEvidenceView implements AttemptEvidence {
  @ApiProperty({ description: 'What the site was asked for last' })
  url!: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'Of the answer; null where there was none' })
  status!: number | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'Of the answer, without cookies; long ones are cut',
  })
  headers!: Record<string, string>;
  @ApiPropertyOptional({ description: 'Of the answer, as far as it came' })
  page_sha256?: string;
  @ApiPropertyOptional({ description: 'Of a picture (PNG) of the page, where a browser was used' })
  screenshot_sha256?: string;
  @ApiPropertyOptional({ description: 'Where the answer can be had', example: '/api/v1/documents/3f2c…' })
  page?: string;
  @ApiPropertyOptional({ description: 'Where the picture can be had' })
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
  @ApiPropertyOptional({ type: TaskErrorView, description: 'How it failed. The last ten attempts have their stacks' })
  error?: TaskErrorView;
  @ApiPropertyOptional({
    type: AttemptEvidenceView,
    description: 'The last exchange with the site before it failed, of the last ten attempts',
  })
  evidence?: AttemptEvidenceView;
}

export type ShownTask = FoundTask & { attempts?: TaskAttemptView[] };

/** The task, or the group with its children, and where what its attempts saw can be had. */
export function presentTask(task: FoundTask): ShownTask {
  return 'children' in task ? { ...task, children: task.children.map(withLinks) } : withLinks(task);
}

const withLinks = (task: TaskState): TaskState & { attempts: TaskAttemptView[] } => ({
  ...task,
  attempts: task.attempts.map((attempt) =>
    attempt.evidence ? { ...attempt, evidence: linked(attempt.evidence) } : attempt,
  ),
});

const linked = (evidence: AttemptEvidence): AttemptEvidenceView => ({
  ...evidence,
  ...(evidence.page_sha256 && { page: documentPath(evidence.page_sha256) }),
  ...(evidence.screenshot_sha256 && { screenshot: documentPath(evidence.screenshot_sha256) }),
});
