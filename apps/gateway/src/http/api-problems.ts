import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { Problem, PROBLEM_MEDIA_TYPE } from './problem.js';

const MEANINGS = {
  400: 'Malformed JSON, or a parameter of path, query or header that is not what it must be',
  404: 'There is no such thing',
  409: 'Too late: it has ended, was decided or was changed already',
  412: 'Somebody changed it since you read it',
  413: 'The body is too large',
  415: 'The body is not sent as JSON',
  422: 'Well-formed JSON whose fields are not what they must be; `errors` names each',
  503: 'NATS or Postgres is away, or the queue is full; Retry-After says when to try again',
} as const;

/** Documents which errors an operation answers with, as problem+json. */
export function ApiProblems(...statuses: (keyof typeof MEANINGS)[]): MethodDecorator & ClassDecorator {
  const content = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(Problem) } } };
  return applyDecorators(
    ApiExtraModels(Problem),
    ...statuses.map((status) => ApiResponse({ status, description: MEANINGS[status], content })),
  );
}
