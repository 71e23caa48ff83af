import { expect, it } from 'vitest';
import { whyItFailed } from './failed-attempt.js';

const GATEWAY = 'http://127.0.0.1:8080';
const error = { code: 'SiteUnavailable', message: 'the site is down' };

it('says how the last failed attempt failed, and where to see what the site answered', () => {
  const evidence = { url: 'https://site.test/a', status: 503, page: '/api/v1/documents/ab', screenshot: '/x/cd' };
  const task = { id: 'a', attempts: [{ n: 1, error }, { n: 2, error, evidence }, { n: 3 }] };
  expect(whyItFailed(task, GATEWAY)).toEqual([
    'attempt 2 of a: SiteUnavailable: the site is down',
    '  last request: https://site.test/a (answered 503)',
    '  page: http://127.0.0.1:8080/api/v1/documents/ab',
    '  screenshot: http://127.0.0.1:8080/x/cd',
  ]);
});

it('says so for each task of a group, and nothing about those that went well', () => {
  const evidence = { url: 'https://site.test/b', status: null };
  const children = [
    { id: 'g-house-1', attempts: [{ n: 1 }] },
    { id: 'g-senate-1', attempts: [{ n: 1, error, evidence }] },
  ];
  expect(whyItFailed({ id: 'g', children }, GATEWAY)).toEqual([
    'attempt 1 of g-senate-1: SiteUnavailable: the site is down',
    '  last request: https://site.test/b (no answer)',
  ]);
});
