import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Chamber } from '#rotunda/contracts';

const INTERRUPTED = 130;

/**
 * Runs a program of a chamber's scraper (`dist/apps/<chamber>-scraper/src/<name>.js`) at this terminal. Returns its exit
 * code. Apps don't import each other: a process is what they have in common.
 */
export async function runScraperProgram(chamber: Chamber, name: string, args: string[]): Promise<number> {
  const program = fileURLToPath(new URL(`../../../${chamber}-scraper/src/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], { stdio: 'inherit' });
  // A Ctrl-C reaches the child as well, being in the same terminal: it ends in its own time, and we after it.
  const wait = (): void => undefined;
  process.on('SIGINT', wait);
  const terminate = (): void => void child.kill('SIGTERM');
  process.on('SIGTERM', terminate);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? INTERRUPTED;
}
