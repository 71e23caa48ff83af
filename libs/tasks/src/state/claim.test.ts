import { describe, expect, it } from 'vitest';
import { type Claimant, decideClaim } from './claim.js';
import {
  cancelRequested,
  failed,
  handedBack,
  nextRun,
  pending,
  retrying,
  revoked,
  started,
  succeeded,
} from './task-transitions.js';

const QUEUED = '2026-11-23T02:00:00.000Z';
const NOW = new Date('2026-11-23T02:10:00Z');
const ERROR = { code: 'SiteUnavailable', message: 'the site is down' };
const MINUTE_MS = 60_000;

const command = {
  id: 'daily-house-20261123T020000Z',
  run: 1,
  chamber: 'house' as const,
  name: 'scrape' as const,
  args: { days_back: 1 },
  maxRetries: 3,
  streamSequence: 7,
  queuedAt: QUEUED,
};
const claimant: Claimant = {
  worker: 'worker-b',
  now: NOW,
  expiresAt: undefined,
  limits: { TASK_MAX_CRASHES: 2, TASK_HARD_LIMIT_MS: 60 * MINUTE_MS, TASK_HEARTBEAT_MS: 10_000 },
  writtenAt: new Date('2026-11-23T02:09:30Z'),
};
const waiting = pending(command);
const running = started(waiting, 'worker-a', '2026-11-23T02:05:00.000Z');

describe('decideClaim', () => {
  it('starts a command that has not been entered yet', () => {
    const claim = decideClaim(null, command, claimant);
    expect(claim).toMatchObject({ kind: 'started', state: { state: 'STARTED', worker: 'worker-b', stream_seq: 7 } });
    expect(claim.kind === 'started' && claim.state.attempts).toEqual([
      { n: 1, worker: 'worker-b', started: NOW.toISOString(), finished: null },
    ]);
  });

  it('gives a check no retries, even if an older gateway entered it with some', () => {
    const check = { ...command, name: 'check' as const };
    expect(decideClaim(null, check, claimant)).toMatchObject({ state: { max_retries: 0 } });
    const entered = { ...pending(check), max_retries: 3 };
    expect(decideClaim(entered, check, claimant)).toMatchObject({ kind: 'started', state: { max_retries: 0 } });
    expect(decideClaim(waiting, command, claimant)).toMatchObject({ state: { max_retries: 3 } });
  });

  it.each([
    ['succeeded', succeeded(running, { status: 'success', chamber: 'house', checks: [] }, QUEUED)],
    ['failed', failed(running, ERROR, QUEUED)],
    ['was revoked', revoked(waiting, ERROR, QUEUED)],
  ])('does not start a task that %s', (_how, state) => {
    expect(decideClaim(state, command, claimant)).toEqual({ kind: 'settled' });
  });

  it('treats a second message of the same run as a copy, unless the first one is gone', () => {
    const again = { ...command, streamSequence: 9 };
    expect(decideClaim(running, again, claimant)).toEqual({ kind: 'copy', of: 7 });
    expect(decideClaim(waiting, again, claimant)).toEqual({ kind: 'copy', of: 7 });
    const claim = decideClaim(waiting, again, { ...claimant, originalIsGone: true });
    expect(claim).toMatchObject({ kind: 'started', state: { stream_seq: 9 } });
  });

  it('ignores a message of an earlier run, and starts a later one', () => {
    const secondRun = { ...waiting, run: 2 };
    expect(decideClaim(secondRun, command, claimant)).toEqual({ kind: 'settled' });
    const ended = failed(running, ERROR, QUEUED);
    const claim = decideClaim(ended, { ...command, run: 2 }, claimant);
    expect(claim).toMatchObject({ kind: 'started', state: { run: 2, retries: 0, crashes: 0 } });
    expect(claim.kind === 'started' && claim.state.attempts.map(({ n }) => n)).toEqual([1, 2]);
    expect(claim.kind === 'started' && claim.state.error).toBeUndefined();
  });

  it('takes the group from the command if the entry lacks it', () => {
    const group = { id: 'g', size: 2 };
    const claim = decideClaim(waiting, { ...command, args: {}, group }, claimant);
    expect(claim).toMatchObject({ kind: 'started', state: { group, args: { days_back: 1 } } });
  });

  it('waits for the rest of a retry delay', () => {
    const state = retrying(running, ERROR, QUEUED, '2026-11-23T02:12:00.000Z');
    expect(decideClaim(state, command, claimant)).toEqual({ kind: 'wait', delayMs: 2 * MINUTE_MS });
  });

  it('does not start a command that expired before its first attempt', () => {
    const expired = { ...claimant, expiresAt: '2026-11-23T02:05:00Z' };
    expect(decideClaim(waiting, command, expired)).toMatchObject({
      kind: 'expired',
      state: { state: 'REVOKED', error: { code: 'Expired' } },
    });
    expect(decideClaim(handedBack(running, QUEUED), command, expired).kind).toBe('started');
  });

  it('does not start a later run that expired before its first attempt, whatever happened to earlier runs', () => {
    const expired = { ...claimant, expiresAt: '2026-11-23T02:05:00Z' };
    const claim = decideClaim(failed(running, ERROR, QUEUED), { ...command, run: 2 }, expired);
    expect(claim).toMatchObject({ kind: 'expired', state: { run: 2, state: 'REVOKED', error: { code: 'Expired' } } });
    const secondRun = started(nextRun(failed(running, ERROR, QUEUED), { ...command, run: 2 }), 'worker-a', QUEUED);
    expect(decideClaim(secondRun, { ...command, run: 2 }, expired).kind).toBe('started');
  });

  it('takes over from a lost worker, which counts as a crash and not as a retry', () => {
    const claim = decideClaim(running, command, claimant);
    expect(claim).toMatchObject({ kind: 'started', state: { worker: 'worker-b', crashes: 1, retries: 0 } });
    expect(claim.kind === 'started' && claim.state.attempts[0]).toMatchObject({ error: { code: 'WorkerLost' } });
  });

  it('gives up a task that kills its workers', () => {
    const claim = decideClaim({ ...running, crashes: 2 }, command, claimant);
    expect(claim).toMatchObject({ kind: 'failed', state: { state: 'FAILURE', error: { code: 'WorkerLost' } } });
  });

  it('does not repeat an attempt that was lost after the hard limit', () => {
    const state = started(waiting, 'worker-a', '2026-11-23T01:00:00.000Z');
    const claim = decideClaim(state, command, claimant);
    expect(claim).toMatchObject({ kind: 'failed', state: { error: { code: 'TimeLimitExceeded' } } });
  });

  it('repeats it if there is no hard limit', () => {
    const state = started(waiting, 'worker-a', '2026-11-23T01:00:00.000Z');
    const unlimited = { ...claimant, limits: { ...claimant.limits, TASK_HARD_LIMIT_MS: 0 } };
    expect(decideClaim(state, command, unlimited)).toMatchObject({ kind: 'started', state: { crashes: 1 } });
  });

  it('does not count the time after the worker was lost, e.g. a power cut', () => {
    const state = started(waiting, 'worker-a', '2026-11-23T01:00:00.000Z');
    const lastSign = new Date('2026-11-23T01:20:00Z');
    const claim = decideClaim(state, command, { ...claimant, writtenAt: lastSign });
    expect(claim).toMatchObject({ kind: 'started', state: { crashes: 1 } });
    const endedByItsWatchdog = { ...claimant, writtenAt: new Date('2026-11-23T01:59:45Z') };
    expect(decideClaim(state, command, endedByItsWatchdog)).toMatchObject({
      kind: 'failed',
      state: { error: { code: 'TimeLimitExceeded' } },
    });
  });

  it('does not start a cancelled task that waits for its retry', () => {
    const state = cancelRequested(retrying(running, ERROR, QUEUED, '2026-11-23T02:12:00.000Z'), QUEUED);
    expect(decideClaim(state, command, claimant)).toMatchObject({ kind: 'expired', state: { state: 'REVOKED' } });
  });

  it('honours a cancel request that the lost worker did not see', () => {
    const claim = decideClaim(cancelRequested(running, QUEUED), command, claimant);
    expect(claim).toMatchObject({ kind: 'expired', state: { state: 'REVOKED', error: { code: 'Revoked' } } });
  });

  it('counts a stop neither as a crash nor as a retry', () => {
    const claim = decideClaim(handedBack(running, QUEUED), command, claimant);
    expect(claim).toMatchObject({ kind: 'started', state: { crashes: 0, retries: 0 } });
  });
});
