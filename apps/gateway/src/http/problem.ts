import { STATUS_CODES } from 'node:http';
import { HttpException, HttpStatus } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export class FieldProblem {
  @ApiProperty({ example: 'days_back' })
  field!: string;

  @ApiProperty({ example: 'days_back must be a whole number of days' })
  message!: string;
}

/** The body of every answer that tells of an error (RFC 9457). */
export class Problem {
  /** `about:blank` says that there is no more to it than the status. */
  @ApiProperty({ example: 'urn:rotunda:problem:invalid-fields' })
  type!: string;

  @ApiProperty({ example: 'Unprocessable Entity' })
  title!: string;

  @ApiProperty({ example: 422 })
  status!: number;

  @ApiProperty({ description: 'What is wrong, and what to do about it' })
  detail!: string;

  @ApiProperty({ description: 'The path that was asked for', example: '/api/v1/tasks/scrape/house' })
  instance!: string;

  @ApiPropertyOptional({
    description: 'The task that the refused command would be, where it may have arrived all the same',
  })
  task_id?: string;

  @ApiPropertyOptional({ type: [FieldProblem] })
  errors?: FieldProblem[];
}

/** An error with more to say than its status and a sentence. */
export class ProblemException extends HttpException {
  constructor(
    status: HttpStatus,
    readonly kind: string,
    detail: string,
    readonly more: { errors?: FieldProblem[]; retryAfterSeconds?: number; taskId?: string; cause?: unknown } = {},
  ) {
    super(detail, status, { cause: more.cause });
  }
}

export const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';
