import { expect, it } from 'vitest';
import type { TaskState } from '#rotunda/contracts';
import { waitingTask } from '../../../contracts/test/sample-task.js';
import { outcomeOf } from './attempt-outcome.js';
import { CANCELLED, failed, handedBack, retrying, revoked, started, succeeded } from './task-transitions.js';

const NOW = '2026-11-27T12:00:00.000Z';
const ERROR = { code: 'SiteUnavailable', message: 'away' };
const running = started(waitingTask('t', NOW), 'worker', NOW);
const result = (status: 'success' | 'partial') => ({ status, chamber: 'house' }) as NonNullable<TaskState['result']>;

it.each([
  [running, null],
  [succeeded(running, result('success'), NOW), 'success'],
  [succeeded(running, result('partial'), NOW), 'partial'],
  [failed(running, ERROR, NOW), 'failure'],
  [retrying(running, ERROR, NOW, NOW), 'retry'],
  [handedBack(running, NOW), 'handed_back'],
  [handedBack(started(retrying(running, ERROR, NOW, NOW), 'worker', NOW), NOW), 'handed_back'],
  [revoked(running, CANCELLED, NOW), 'revoked'],
])('the attempt that led to %o ended as %s', (state, outcome) => {
  expect(outcomeOf(state)).toBe(outcome);
});
