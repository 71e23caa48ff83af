import { createInterface } from 'node:readline';

/** Whether a person can be asked. */
export const canAsk = (input: NodeJS.ReadStream = process.stdin): boolean => input.isTTY;

/** Asks a person, on standard error. Anything but yes is no, also the end of the input and Ctrl-C. */
export function confirm(
  question: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<boolean> {
  const asking = createInterface({ input, output });
  return new Promise<boolean>((resolve) => {
    asking.once('close', () => resolve(false));
    asking.question(`${question} [y/N] `, (answer) => resolve(/^y(es)?$/i.test(answer.trim())));
  }).finally(() => asking.close());
}
