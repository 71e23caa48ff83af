import { expect, it } from 'vitest';
import { childEnvironment } from './config.js';

it('passes our environment on with some values replaced, and without files that would win over them', () => {
  const ours = {
    PATH: '/bin',
    DATABASE_URL: 'postgres://theirs',
    DATABASE_URL_FILE: '/run/secret',
    NATS_URL_FILE: '/x',
  };
  expect(childEnvironment({ DATABASE_URL: 'postgres://ours' }, ours)).toEqual({
    PATH: '/bin',
    DATABASE_URL: 'postgres://ours',
    NATS_URL_FILE: '/x',
  });
});

it('withholds settings, with their files, unless the child has a value of its own', () => {
  const ours = { PATH: '/bin', DATABASE_URL: 'postgres://owner', DATABASE_READ_URL_FILE: '/run/read' };
  const withheld = ['DATABASE_URL', 'DATABASE_READ_URL'];
  expect(childEnvironment({}, ours, withheld)).toEqual({ PATH: '/bin' });
  expect(childEnvironment({ DATABASE_URL_FILE: '/run/write' }, ours, withheld)).toEqual({
    PATH: '/bin',
    DATABASE_URL_FILE: '/run/write',
  });
});
