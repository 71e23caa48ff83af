import { createInterface } from 'node:readline/promises';
import { UsageError } from '../exit-codes.js';

/** Who is asked, and where the answer is typed. */
interface Asked {
  input?: NodeJS.ReadStream;
  output?: NodeJS.WriteStream;
}

/**
 * Whether the operator wants it, who is asked at a terminal. Elsewhere nobody can be asked, and `--yes` has to say so.
 *
 * @param what will be done, as a sentence without its end: `daily is deleted`
 * @throws UsageError
 */
export async function confirm(
  what: string,
  isSure: boolean,
  { input = process.stdin, output = process.stderr }: Asked = {},
): Promise<boolean> {
  if (isSure) return true;
  if (!input.isTTY || !output.isTTY) throw new UsageError(`${what}: say --yes if you want that`);
  const terminal = createInterface({ input, output });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${what}. Go on? [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
