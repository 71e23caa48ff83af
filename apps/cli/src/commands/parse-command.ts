import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Chamber } from '#rotunda/contracts';

/**
 * The verb `parse`: reads documents of a chamber from files, needs neither NATS nor Postgres, and prints a JSON object
 * for each on stdout. The scraper of the chamber does it in a process of its own; nobody imports an app.
 *
 * @returns the exit code: 1 if any file could not be read
 */
export async function parse(chamber: Chamber, files: readonly string[]): Promise<number> {
  const program = fileURLToPath(new URL(`../../../${chamber}-scraper/src/parse-files.js`, import.meta.url));
  const child = spawn(process.execPath, [program, ...files], { stdio: ['ignore', 'inherit', 'inherit'] });
  process.on('SIGTERM', () => child.kill());
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
