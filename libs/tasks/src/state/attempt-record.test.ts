import type { TaskState } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { evidenced, failed, handedBack, pending, retrying, started } from './task-transitions.js';

const NOW = '2026-11-23T02:00:00.000Z';
const ERROR = { code: 'SiteUnavailable', message: 'the site is down', stack: 'at …' };
const EVIDENCE = { url: 'https://site.test/', status: 503, headers: { server: 'nginx' } };
const waiting = pending({
  ...{ id: 'a', run: 1, chamber: 'house', name: 'scrape', args: {}, maxRetries: 3 },
  ...{ streamSequence: 1, queuedAt: NOW },
});

const tried = (state: TaskState): TaskState => retrying(evidenced(started(state, 'w', NOW), EVIDENCE), ERROR, NOW, NOW);

describe('the record of a failed attempt', () => {
  it('has its error, and the evidence if its work kept any', () => {
    const withNothing = failed(evidenced(started(tried(waiting), 'w', NOW), undefined), ERROR, NOW);
    expect(withNothing.attempts).toEqual([
      { n: 1, worker: 'w', started: NOW, finished: NOW, error: ERROR, evidence: EVIDENCE },
      { n: 2, worker: 'w', started: NOW, finished: NOW, error: ERROR },
    ]);
  });

  it('is complete for the last ten only: a task that fails for ever must still fit into a message', () => {
    let state = waiting;
    for (let n = 1; n <= 14; n++) state = tried(state);
    const { stack: _stack, ...inBrief } = ERROR;
    expect(state.attempts.map(({ n }) => n)).toEqual(Array.from({ length: 14 }, (_, i) => i + 1));
    for (const attempt of state.attempts.slice(0, 4)) {
      expect(attempt).toEqual({ n: attempt.n, worker: 'w', started: NOW, finished: NOW, error: inBrief });
    }
    for (const attempt of state.attempts.slice(4)) expect(attempt).toMatchObject({ error: ERROR, evidence: EVIDENCE });
  });

  it('is dropped after a hundred later ones: attempts that cost no retry may go on for ever', () => {
    let state = waiting;
    for (let n = 1; n <= 250; n++) state = handedBack(started(state, 'w', NOW), NOW, ERROR);
    expect(state.attempts.map(({ n }) => n)).toEqual(Array.from({ length: 100 }, (_, i) => 151 + i));
  });
});
