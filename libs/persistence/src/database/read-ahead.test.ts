import { expect, it } from 'vitest';
import { readAhead } from './read-ahead.js';

/** Gives the numbers up to `last`, and fails at `fault`. */
function numbers(last: number, fault = Infinity) {
  const log: string[] = [];
  let count = 0;
  const read = async (): Promise<number | null> => {
    const number = (count += 1);
    log.push(`reads ${number}`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`has ${number}`);
    if (number === fault) throw new Error('gone');
    return number > last ? null : number;
  };
  return { log, read };
}

it('reads one batch ahead, in order, and each once', async () => {
  const { log, read } = numbers(2);
  for await (const number of readAhead(read)) log.push(`works on ${number}`);
  expect(log).toEqual(['reads 1', 'has 1', 'reads 2', 'works on 1', 'has 2', 'reads 3', 'works on 2', 'has 3']);
});

it('has ended its last read when the consumer stops early', async () => {
  const { log, read } = numbers(9);
  for await (const number of readAhead(read)) if (number === 2) break;
  expect(log.at(-1)).toBe('has 3');
});

it('throws an error after the batches before it', async () => {
  const { log, read } = numbers(9, 3);
  const seen: number[] = [];
  const all = async (): Promise<void> => {
    for await (const number of readAhead(read)) {
      await expect.poll(() => log).toContain(`has ${number + 1}`);
      seen.push(number);
    }
  };
  await expect(all()).rejects.toThrow('gone');
  expect(seen).toEqual([1, 2]);
});
