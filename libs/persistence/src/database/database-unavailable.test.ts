import { describe, expect, it } from 'vitest';
import { isDatabaseUnavailable } from './database-unavailable.js';

const failure = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

describe('isDatabaseUnavailable', () => {
  it.each([
    ['a refused connection', failure('connect ECONNREFUSED', { code: 'ECONNREFUSED' })],
    ['a host with two addresses', new AggregateError([failure('x', { code: 'ECONNREFUSED' })])],
    ['a server that shuts down', failure('terminating', { driverError: failure('terminating', { code: '57P01' }) })],
    ['a server that is full', failure('sorry', { driverError: failure('sorry', { code: '53300' }) })],
    ['a connection that broke', failure('Connection terminated unexpectedly')],
    ['a query without an answer', failure('x', { driverError: failure('Query read timeout') })],
    ['a connection that was given up', failure('Client was closed and is not queryable')],
    ['a connection that had an error', failure('Client has encountered a connection error and is not queryable')],
    ['a missing socket', failure('connect ENOENT /run/pg', { code: 'ENOENT', syscall: 'connect' })],
    ['a pool without a free connection', failure('timeout exceeded when trying to connect')],
  ])('knows %s', (_what, error) => {
    expect(isDatabaseUnavailable(error)).toBe(true);
  });

  it.each([
    ['a wrong query', failure('syntax error', { driverError: failure('syntax error', { code: '42601' }) })],
    ['a missing file', failure('ENOENT: no such file', { code: 'ENOENT', syscall: 'open' })],
    ['a missing program', failure('spawn chromium ENOENT', { code: 'ENOENT', syscall: 'spawn chromium' })],
    ['an error of ours', new TypeError('x is not a function')],
    ['no error at all', 'ECONNREFUSED'],
  ])('does not count %s', (_what, error) => {
    expect(isDatabaseUnavailable(error)).toBe(false);
  });
});
