import { expect, it } from 'vitest';
import { describeError } from './task-errors.js';

it('an error is stored with its stack, cut if it is long', () => {
  const error = new Error('no table', { cause: new Error('line 3') });
  expect(describeError(error)).toEqual({ code: 'Error', message: 'no table (line 3)', stack: error.stack });
  error.stack = `Error: no table\n${'    at somewhere (file.js:1:1)\n'.repeat(50)}`;
  const { stack } = describeError(error);
  expect(stack!.split('\n')).toHaveLength(21);
  expect(stack).toMatch(/^Error: no table\n[^]*\n… \(cut: 52 lines in all\)$/);
});

it('a secret in an error is not stored', () => {
  const url = 'postgres://rotunda:hunter2@db/rotunda';
  const error = new Error(`${url} is away`, { cause: new Error(`no answer from ${url}`) });
  expect(JSON.stringify(describeError(error))).not.toContain('hunter2');
  expect(describeError(url)).toEqual({ code: 'Error', message: 'postgres://[redacted]@db/rotunda' });
});

it('an overlong message is cut', () => {
  const { message, stack } = describeError(new Error('x'.repeat(100_000)));
  expect(message).toMatch(/^x+… \(cut\)$/);
  expect(message.length + stack!.length).toBeLessThan(7_000);
  expect(describeError('y'.repeat(5_000)).message.length).toBeLessThan(3_000);
});
