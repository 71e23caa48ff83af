import { expect, it, onTestFinished } from 'vitest';
import { PaperPool } from './paper-pool.js';

it('reads the sheets before the one that breaks the thread', async () => {
  const module = new URL('../../test/sample-paper-worker.js', import.meta.url);
  const pool = new PaperPool<number>({ name: 'sample', module, resourceLimits: {} });
  onTestFinished(() => pool.close());
  const sheets = [1, 2, 3, 4].map((sheet) => ({ url: null, sheet }));
  const scan = { chamber: 'house', externalId: null, filedOn: null, sheets, parserVersion: 'sample/1' } as const;
  expect(await pool.read(3, scan)).toBe(2);
  expect(await pool.read(9, scan)).toBe(4);
});
