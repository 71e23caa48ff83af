import { STATUS_CODES } from 'node:http';
import { HttpException, HttpStatus } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Role, ROLES } from '#rotunda/contracts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

export class FieldProblem {
  @ApiProperty({ example: 'days_back' })
  field!: string;

  @ApiProperty({ example: 'days_back must be a whole number of days' })
  message!: string;
}

/** The body of every error answer (RFC 9457). */
export class Problem {
  /** `about:blank` means: nothing beyond the status. */
  @ApiProperty({ example: 'urn:rotunda:problem:invalid-fields' })
  type!: string;

  @ApiProperty({ example: 'Unprocessable Entity' })
  title!: string;

  @ApiProperty({ example: 422 })
  status!: number;

  @ApiProperty({ description: 'What is wrong, and what to do about it' })
  detail!: string;

  @ApiProperty({ description: 'The requested path', example: '/api/v1/tasks/scrape/house' })
  instance!: string;

  @ApiPropertyOptional({
    description: 'The task of the refused command, if the command may have arrived anyway',
  })
  task_id?: string;

  @ApiPropertyOptional({ enum: ROLES, description: 'The role that the refused request needs' })
  needed_role?: Role;

  @ApiPropertyOptional({ type: [FieldProblem] })
  errors?: FieldProblem[];
}

interface ProblemExtras {
  errors?: FieldProblem[];
  retryAfterSeconds?: number;
  taskId?: string;
  neededRole?: Role;
  headers?: Record<string, string>;
  cause?: unknown;
}

/** An error with a type of its own and, where useful, further fields. */
export class ProblemException extends HttpException {
  constructor(
    status: HttpStatus,
    readonly kind: string,
    detail: string,
    readonly more: ProblemExtras = {},
  ) {
    super(detail, status, { cause: more.cause });
  }
}

export const titleOf = (status: number): string => STATUS_CODES[status] ?? 'Error';
