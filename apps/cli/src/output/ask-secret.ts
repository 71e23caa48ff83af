import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** Asks a person for a line, on standard error, and shows nothing of it. Ctrl-C ends the program as elsewhere. */
export function askSecret(
  question: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  // As a terminal it takes the input raw, so that the terminal does not show what is typed either.
  const asking = createInterface({ input, output: nowhere, terminal: true });
  output.write(question);
  return new Promise<string>((resolve) => {
    asking.once('SIGINT', () => {
      output.write('\n');
      // Node gives the terminal its mode back.
      process.kill(process.pid, 'SIGINT');
    });
    asking.once('line', resolve);
    asking.once('close', () => resolve(''));
  }).finally(() => {
    asking.close();
    output.write('\n');
  });
}
