import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

const read = (path: string): Promise<string> => readFile(new URL(`../${path}`, import.meta.url), 'utf8');
const SHOWN_BY = /`([\w./-]+\.ts)`: "([^"]+)"/g;

it('each threat of docs/security.md names a test that is there', async () => {
  const rows = (await read('docs/security.md'))
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) {
    const tests = [...row.matchAll(SHOWN_BY)];
    expect(tests, row).not.toEqual([]);
    for (const [, file, name] of tests) expect(await read(file!), `${file}: ${name}`).toContain(name);
  }
});
