import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Chamber } from '#rotunda/contracts';

const INTERRUPTED = 130;

/**
 * Runs a program of a chamber's scraper (`dist/apps/<chamber>-scraper/src/<name>.js`) at this terminal. Returns its exit
 * code. A child process, because apps don't import each other.
 */
async function runScraperProgram(
  chamber: Chamber,
  name: string,
  args: readonly string[],
  stdio: StdioOptions = 'inherit',
): Promise<number> {
  const program = fileURLToPath(new URL(`../../../../${chamber}-scraper/src/${name}.js`, import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', program, ...args], { stdio });
  // Ctrl-C also reaches the child, which is in the same terminal. We end after it.
  const wait = (): void => undefined;
  process.on('SIGINT', wait);
  const terminate = (): void => void child.kill('SIGTERM');
  process.on('SIGTERM', terminate);
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? INTERRUPTED;
}

/** The verb `parse`, with its options and files. @returns the exit code: 1 if any file could not be read */
export const parse = (chamber: Chamber, args: readonly string[]): Promise<number> =>
  runScraperProgram(chamber, 'parse-files', args, ['ignore', 'inherit', 'inherit']);

/** The verb `run`. @param args the command's fields */
export const run = (chamber: Chamber, kind: string, args: object, isPrinted: boolean): Promise<number> =>
  runScraperProgram(chamber, 'run', [kind, JSON.stringify(args), ...(isPrinted ? ['--print'] : [])]);
