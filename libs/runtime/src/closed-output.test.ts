import { PassThrough } from 'node:stream';
import { expect, it, vi } from 'vitest';
import { endWithReader } from './closed-output.js';

it('exits quietly when the reader is gone, and on no other error', () => {
  const output = new PassThrough();
  const exit = vi.fn<(code: number) => void>();
  endWithReader([output as never], exit);
  output.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
  expect(exit).toHaveBeenCalledExactlyOnceWith(141);
  const full = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  expect(() => output.emit('error', full)).toThrow('no space left');
});
