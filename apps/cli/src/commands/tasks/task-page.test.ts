import { expect, it } from 'vitest';
import { pageOf, type ShownTask } from './task-page.js';

const PAPER = { hasColours: false, width: Infinity };
const AT = '2026-11-23T02:00:00.000Z';
const task = {
  ...({ v: 1, id: 'a', chamber: 'house', name: 'scrape', args: { days_back: 7 }, state: 'FAILURE', run: 1 } as const),
  ...{ retries: 0, max_retries: 3, crashes: 0, worker: null, stream_seq: 1 },
  times: { queued: AT, started: AT, finished: '2026-11-23T02:00:07.500Z' },
  progress: { phase: 'fetching', done: 1, total: 3, saved: 2, skipped: 0, errors: 0 },
  error: { code: 'SiteUnavailable', message: 'the site\nis down' },
  attempts: [{ n: 1, worker: 'w', started: AT, finished: AT, error: { code: 'SiteUnavailable', message: 'down' } }],
} satisfies ShownTask;

it('shows a task for people: what it is, how far it came, and how each attempt ended', () => {
  expect(pageOf(task, 'http://gateway.test', PAPER)).toEqual([
    'house.scrape  FAILURE at 2026-11-23T02:00:07.500Z after 7.5 s',
    'id        a',
    'args      {"days_back":7}',
    `queued    ${AT}`,
    'progress  fetching: 1 of 3 filings; 2 trades saved, 0 already stored, 0 unreadable',
    'error     SiteUnavailable: the site is down',
    '',
    'Attempts:',
    'NO.  STARTED                    TOOK  WORKER  ERROR',
    `  1  ${AT}  0.0 s  w       SiteUnavailable`,
    'attempt 1 of a: SiteUnavailable: down',
  ]);
});

it('shows a group with a line for each of its tasks', () => {
  const group = { id: 'g', state: 'FAILURE', size: 2, children: [task], times: task.times, unknown_children: ['b'] };
  const lines = pageOf(group, 'http://gateway.test', PAPER);
  expect(lines[0]).toMatch(/^group of 2 tasks {2}FAILURE/);
  expect(lines).toContain('unreadable  b');
  expect(lines.find((line) => line.startsWith('a '))).toMatch(/FAILURE +fetching: 1 of 3 filings.* SiteUnavailable$/);
});
