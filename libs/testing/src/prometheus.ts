import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

/** Whether `prometheus` and `promtool` are on PATH. Tests that need them are skipped without, after one warning. */
export function hasPrometheus(): boolean {
  const isThere = isOnPath('prometheus') && isOnPath('promtool');
  if (!isThere) console.warn('No prometheus and promtool on PATH: the tests that need them are skipped.');
  return isThere;
}
