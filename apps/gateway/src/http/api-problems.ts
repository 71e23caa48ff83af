import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem, PROBLEM_MEDIA_TYPE } from './problem.js';

const MEANINGS = {
  400: 'Malformed JSON, or an invalid path, query or header parameter',
  401: 'A key or a session is needed, or the one sent is not valid',
  403: 'The role is too small (`needed_role`), or a foreign page asks',
  404: 'Not found',
  409: 'Too late: it has already ended, or was already decided or changed',
  412: 'Somebody changed it since you read it',
  413: 'The body is too large',
  415: 'The content type is not JSON',
  422: 'Well-formed JSON with invalid fields; `errors` lists them',
  429: 'Too many requests, or too many wrong keys; Retry-After says when to try again',
  503: 'NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again',
  504: 'The worker does not answer',
} as const;

/** Documents the errors of an operation, as problem+json. */
export function ApiProblems(...statuses: (keyof typeof MEANINGS)[]): MethodDecorator & ClassDecorator {
  const content = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(Problem) } } };
  return applyDecorators(
    ApiExtraModels(Problem),
    ...statuses.map((status) => ApiResponse({ status, description: MEANINGS[status], content })),
  );
}
