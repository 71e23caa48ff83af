import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiResponse, type ApiResponseNoStatusOptions, getSchemaPath } from '@nestjs/swagger';
import { Problem, PROBLEM_MEDIA_TYPE, titleOf } from './problem.js';

const MEANINGS = {
  400: 'Malformed JSON, or an invalid path, query or header parameter',
  401: 'A key or a session is needed, or the one sent is not valid',
  403: 'The role is too small (`needed_role`), or a foreign page asks',
  404: 'Not found',
  409: 'Too late: it has already ended, or was already decided or changed',
  412: 'Somebody changed it since you read it',
  413: 'The body is too large',
  414: 'The URL, or a part of its path, is too long',
  415: 'The content type is not JSON',
  421: 'The gateway does not answer to this host name',
  422: 'Well-formed JSON with invalid fields; `errors` lists them',
  429: 'Too many requests, or too many wrong keys; Retry-After says when to try again',
  503: 'NATS or Postgres is unavailable, or the queue is full; Retry-After says when to try again',
  504: 'The worker does not answer',
} as const;

export type ProblemStatus = keyof typeof MEANINGS;
export const PROBLEM_STATUSES = Object.keys(MEANINGS).map(Number) as ProblemStatus[];

const KINDS: Partial<Record<ProblemStatus, string>> = {
  400: 'invalid-fields',
  422: 'invalid-fields',
  503: 'database-unavailable',
};
const DETAILS: Partial<Record<ProblemStatus, string>> = {
  400: 'limit must be at most 500.',
  404: 'There is no trade 29990000-0000-4000-8000-000000000000; /api/v1/trades lists the trades.',
  422: 'days_back must be a whole number of days.',
  503: 'Postgres does not answer; is it running? Try again shortly.',
};

const RETRY_AFTER = { description: 'Seconds until it is worth trying again', schema: { type: 'integer' } } as const;

const exampleOf = (status: ProblemStatus): Problem => ({
  type: KINDS[status] ? `urn:rotunda:problem:${KINDS[status]}` : 'about:blank',
  title: titleOf(status),
  status,
  detail: DETAILS[status] ?? MEANINGS[status],
  instance: '/api/v1/trades',
});

/** An error in the OpenAPI document, as problem+json. */
export const problemResponse = (status: ProblemStatus): ApiResponseNoStatusOptions & { description: string } => ({
  description: MEANINGS[status],
  content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: getSchemaPath(Problem) }, example: exampleOf(status) } },
  ...(status === 429 || status === 503 ? { headers: { 'Retry-After': RETRY_AFTER } } : {}),
});

/** Documents the errors of an operation. */
export const ApiProblems = (...statuses: ProblemStatus[]): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiExtraModels(Problem),
    ...statuses.map((status) => ApiResponse({ status, ...problemResponse(status) })),
  );
