import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { confirm } from './confirm.js';

/** A terminal at which somebody types an answer. */
function terminal(answer: string, isTTY = true) {
  const [input, output] = [new PassThrough(), new PassThrough()].map((stream) => Object.assign(stream, { isTTY }));
  input!.write(`${answer}\n`);
  return { input: input as unknown as NodeJS.ReadStream, output: output as unknown as NodeJS.WriteStream };
}

it.each([
  ['y', true],
  ['Yes', true],
  ['', false],
  ['n', false],
  ['yesterday', false],
])('takes the answer "%s" as %s', async (answer, isSure) => {
  expect(await confirm('All of it is deleted', false, terminal(answer))).toBe(isSure);
});

it('asks nobody who said --yes, and refuses a script that did not', async () => {
  expect(await confirm('All of it is deleted', true, terminal('n'))).toBe(true);
  await expect(confirm('All of it is deleted', false, terminal('y', false))).rejects.toThrow('say --yes');
});
