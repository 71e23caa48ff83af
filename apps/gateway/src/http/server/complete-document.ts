import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_STATUSES, type ProblemStatus, problemResponse } from '../api-problems.js';
import { DISCLOSURES_EXTENSION } from '../disclosures.js';
import { USE_NOTICE_HEADERS } from '../use-notice.js';
import { allowNull } from './nullable-views.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = Exclude<Operation['responses'][string], undefined | { $ref: string }>;

const TEXT = { type: 'string' } as const;

const HEADERS = {
  ETag: { description: 'Of the body before it is compressed', schema: TEXT, example: 'W/"mYw9Qk1o9Yd0Xy5sVbq0Zg"' },
  'Cache-Control': { description: 'Keep it, and ask each time whether it still holds', schema: TEXT },
  'Use-Notice': {
    description: 'What the law says about the use of disclosures',
    schema: TEXT,
    example: USE_NOTICE_HEADERS['use-notice'],
  },
  Link: { description: 'The law itself', schema: TEXT, example: USE_NOTICE_HEADERS.link },
} as const;

const IF_NONE_MATCH = {
  name: 'If-None-Match',
  in: 'header',
  required: false,
  description: 'The `ETag` of an earlier answer: 304 if it would be the same again',
  schema: TEXT,
} as const;

const refer = (kind: string, name: string): { $ref: string } => ({ $ref: `#/components/${kind}/${name}` });

/** Adds what the gateway does on every route, whatever its controller says: docs/data-api.md. */
export function completeDocument(document: OpenAPIObject): OpenAPIObject {
  const components = (document.components ??= {});
  components.schemas = allowNull(components.schemas ?? {});
  components.headers = HEADERS;
  components.parameters = { IfNoneMatch: IF_NONE_MATCH };
  components.responses = { NotModified: { description: 'The answer is the one that If-None-Match names' } };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      if (path.startsWith('/health/')) describeHealth(path, operation);
      else completeOperation(method, operation);
      referToProblems(operation, components.responses);
    }
  }
  return document;
}

function completeOperation(method: string, operation: Operation): void {
  const asksForRole = 'x-needs' in operation;
  const isRead = method === 'get';
  addProblems(operation, [
    400,
    414,
    421,
    ...(asksForRole ? [503 as const] : []),
    ...(isRead ? [] : ([413, 415] as const)),
  ]);
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!/^20\d$/.test(status) || !response || '$ref' in response) continue;
    if (DISCLOSURES_EXTENSION in operation) addHeaders(response, ['Use-Notice', 'Link']);
    if (isRead && !isStream(response)) {
      addHeaders(response, ['ETag', 'Cache-Control']);
      operation.parameters = [...(operation.parameters ?? []), refer('parameters', 'IfNoneMatch')];
      operation.responses['304'] = refer('responses', 'NotModified');
    }
  }
}

/** Each of them is on nearly every operation: said once, they are half of the document less. */
function referToProblems({ responses }: Operation, said: Record<string, unknown>): void {
  for (const status of PROBLEM_STATUSES) {
    if (!isDeepStrictEqual(responses[status], problemResponse(status))) continue;
    said[`Problem${status}`] = responses[status];
    responses[status] = refer('responses', `Problem${status}`);
  }
}

function describeHealth(path: string, operation: Operation): void {
  operation.summary ??= path.endsWith('live')
    ? 'Says that the process runs'
    : 'Says whether all that it needs is there';
  addProblems(operation, [414, 421]);
}

const STREAMS = ['text/event-stream', 'application/x-ndjson'];

const isStream = ({ content = {} }: Response): boolean => STREAMS.some((type) => type in content);

function addProblems({ responses }: Operation, statuses: readonly ProblemStatus[]): void {
  for (const status of statuses) responses[status] ??= problemResponse(status);
}

function addHeaders(response: Response, names: (keyof typeof HEADERS)[]): void {
  response.headers = {
    ...response.headers,
    ...Object.fromEntries(names.map((name) => [name, refer('headers', name)])),
  };
}
