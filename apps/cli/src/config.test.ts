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
