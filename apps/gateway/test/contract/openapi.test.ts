import { createConfig, lintFromString } from '@redocly/openapi-core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentedApi } from '../documented-api.js';

/** Paths that Celery’s users know, such as `tasks/scrape/{chamber}` beside `tasks/{id}/retry`; the router is clear. */
const KNOWN_WARNINGS = ['no-ambiguous-paths', 'no-unused-components'];
const MOST_WARNINGS = 20;

interface Operation {
  summary?: string;
  parameters?: { in?: string; $ref?: string }[];
  responses: Record<string, { $ref?: string; content?: object; description?: string }>;
  'x-needs'?: string;
}

let document: OpenAPIObject;
let operations: [name: string, operation: Operation][];

beforeAll(async () => {
  document = await documentedApi();
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]): [string, Operation] => [
      `${method} ${path}`,
      operation,
    ]),
  );
});

describe('the OpenAPI document', () => {
  it('passes the recommended rules of redocly', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    const shown = found.map(
      ({ severity, ruleId, message, location }) => `${severity} ${ruleId}: ${message} ${location[0]?.pointer}`,
    );
    const surprises = shown.filter(
      (_, at) => found[at]!.severity === 'error' || !KNOWN_WARNINGS.includes(found[at]!.ruleId),
    );
    expect(surprises).toEqual([]);
    expect(found.length).toBeLessThan(MOST_WARNINGS);
  });

  it('has each error of each operation', () => {
    const lacking = operations.flatMap(([name, { responses, ...operation }]) => {
      const wanted = [
        ...(operation['x-needs'] ? ['401', '403', '429', '503'] : []),
        ...(name.includes('/api/') ? ['400', '414', '421'] : []),
        ...(name.startsWith('get ') ? [] : ['413', '415']),
      ];
      return wanted.filter((status) => !responses[status]).map((status) => `${name}: ${status}`);
    });
    expect(lacking).toEqual([]);
    expect(operations.filter(([, { summary }]) => !summary)).toEqual([]);
  });

  it('has the notice and the ETag with each list of disclosed data', () => {
    for (const path of ['trades', 'filings', 'members', 'late', 'coverage', 'documents/{sha256}']) {
      const operation = document.paths[`/api/v1/${path}`]?.get as unknown as Operation;
      expect(operation.responses['200'], path).toMatchObject({
        headers: { 'Use-Notice': expect.anything(), Link: expect.anything(), ETag: expect.anything() },
      });
      expect(operation.responses['304']).toEqual({ $ref: '#/components/responses/NotModified' });
    }
  });
});
