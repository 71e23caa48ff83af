import { readFile, writeFile } from 'node:fs/promises';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { expect, it } from 'vitest';
import { documentedApi } from '../../gateway/test/documented-api.js';

const FILE = new URL('../src/api/schema.d.ts', import.meta.url);

it('src/api/schema.d.ts has the types of the gateway’s OpenAPI document; npm run dashboard:api rewrites it', async () => {
  const generated = astToString(await openapiTS((await documentedApi()) as OpenAPI3));
  if (process.env['UPDATE_API_CLIENT']) await writeFile(FILE, generated);
  expect(await readFile(FILE, 'utf8')).toBe(generated);
});
