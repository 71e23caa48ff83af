import { expect, it } from 'vitest';
import { orLate } from './or-late.js';

const never = (): Promise<never> => new Promise(() => undefined);
const late = (): never => {
  throw new Error('too late');
};

it('is what the work comes to, if that is in time', async () => {
  expect(await orLate(Promise.resolve(1), 60_000, late)).toBe(1);
  await expect(orLate(Promise.reject(new Error('failed')), 60_000, late)).rejects.toThrow('failed');
});

it('is otherwise what `late` returns or throws', async () => {
  expect(await orLate(never(), 1, () => null)).toBeNull();
  await expect(orLate(never(), 1, late)).rejects.toThrow('too late');
});

it('drops what fails later', async () => {
  let fail!: (error: Error) => void;
  const work = new Promise<never>((_resolve, reject) => (fail = reject));
  expect(await orLate(work, 1, () => null)).toBeNull();
  // Without a handler of its own, this would be an unhandled rejection, which fails the run.
  fail(new Error('later'));
  await new Promise((resolve) => setImmediate(resolve));
});
