import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const BESIDE_THE_REPOSITORY = fileURLToPath(new URL('../../../../shared/fixtures', import.meta.url));

/**
 * The folder of real documents: beside the repository, or where ROTUNDA_FIXTURES says; null, with one warning, where
 * there is none. Tests read the documents there, and are skipped without them.
 */
export function fixturesFolder(): string | null {
  const folder = resolve(process.env['ROTUNDA_FIXTURES'] ?? BESIDE_THE_REPOSITORY);
  if (existsSync(folder)) return folder;
  console.warn(`No real documents in ${folder}: the tests that read them are skipped.`);
  return null;
}
