import type { TaskState, TaskStateName } from '#rotunda/contracts';
import { describe, expect, it } from 'vitest';
import { type Evidence, violations } from './invariants.js';

const TICK = 'daily-house-20261123T020000Z';
const RESULT = { stats: { saved: 2 } } as unknown as NonNullable<TaskState['result']>;

function state(id: string, name: TaskStateName, workers: string[] = []): TaskState {
  const attempts = workers.map((worker, i) => ({ n: i + 1, worker, started: '', finished: null }));
  return {
    id,
    state: name,
    run: 1,
    attempts,
    ...(name === 'SUCCESS' ? { result: RESULT } : {}),
  } as unknown as TaskState;
}

const row = (ordinal: number) => ({ ordinal, revision: 1, isSuperseded: false, marker: 'right', firstTask: 'a' });

/** Evidence of a system that kept every promise: the worker w2 took task `a` over in the middle. */
const whole = (): Evidence => ({
  histories: new Map([
    ['a', [state('a', 'STARTED', ['w1']), state('a', 'STARTED', ['w1', 'w2']), state('a', 'SUCCESS', ['w1', 'w2'])]],
    [TICK, [state(TICK, 'SUCCESS', ['w1'])]],
  ]),
  accepted: ['a'],
  ticks: [TICK],
  queued: 0,
  expected: new Map([['f1', { rows: 2, marker: 'right', task: 'a' }]]),
  filings: new Map([['f1', { status: 'parsed', rows: [row(0), row(1)] }]]),
  writes: [
    { filing: 'f1', task: 'a', worker: 'w1', attempt: 1 },
    { filing: 'f1', task: 'a', worker: 'w2', attempt: 2 },
  ],
  outbox: [{ id: 'm1', sent: true }],
  announced: ['m1'],
});

const history = (evidence: Evidence, id: string): TaskState[] => evidence.histories.get(id)!;
const filing = (evidence: Evidence) => evidence.filings.get('f1')!;

/** A change to the evidence, and the sentence that it must cause. */
const BREAKS: [does: (evidence: Evidence) => unknown, finds: RegExp][] = [
  [(e) => e.histories.delete('a'), /^everyTaskEnds: a was accepted and is unknown/],
  [(e) => history(e, 'a').pop(), /^everyTaskEnds: a is STARTED and has no end/],
  [(e) => history(e, 'a').push(state('a', 'FAILURE', ['w1', 'w2'])), /^everyCommandSucceeds: a is FAILURE/],
  [
    (e) => history(e, 'a').push(state('a', 'STARTED', ['w1', 'w2'])),
    /^finalStatesStay: a was SUCCESS and became STARTED/,
  ],
  [
    (e) => history(e, 'a').push({ ...state('a', 'STARTED', ['w1', 'w2', 'w2']), run: 2 }),
    /^finalStatesStay: a was SUCCESS and became STARTED/,
  ],
  [
    (e) => history(e, 'a').push({ ...state('a', 'SUCCESS', ['w1', 'w2', 'w2']), run: 2 }),
    /^runsAreAskedFor: nobody asked for run 2 of a$/,
  ],
  [(e) => (history(e, 'a')[1]!.attempts[1]!.n = 1), /^attemptsAreNumbered: a has the attempts 1, 1/],
  [
    (e) => history(e, 'a').splice(2, 0, state('a', 'STARTED', ['w1']), state('a', 'STARTED', ['w1', 'w2'])),
    /^attemptsStay: a had the attempts 1 \(w1\), 2 \(w2\), and then 1 \(w1\)$/,
  ],
  [
    (e) => history(e, 'a').unshift(state('a', 'STARTED', ['w0'])),
    /^attemptsStay: a had the attempts 1 \(w0\), and then 1 \(w1\)$/,
  ],
  [(e) => history(e, 'a').shift(), /^attemptsStay: a had the attempts none, and then 1 \(w1\), 2 \(w2\)$/],
  [(e) => e.histories.delete(TICK), /^ticksHappenOnce: the tick .* was lost/],
  [(e) => e.ticks.pop(), /^ticksHappenOnce: nobody asked for the tick/],
  [(e) => history(e, TICK).push(state(TICK, 'SUCCESS', ['w1'])), /^ticksHappenOnce: .* was done 2 times/],
  [(e) => (e.queued = 1), /^nothingIsQueued: 1 commands/],
  [(e) => e.filings.delete('f1'), /^filingsAreStoredOnce: filing f1 is missing/],
  [(e) => (filing(e).status = 'listed'), /^filingsAreStoredOnce: filing f1 is listed/],
  [(e) => filing(e).rows.push(row(2)), /^filingsAreStoredOnce: .* 3 rows in place of 2/],
  [(e) => (filing(e).rows[1]!.ordinal = 0), /^filingsAreStoredOnce: .* several rows for one place/],
  [(e) => (filing(e).rows[1]!.revision = 2), /^filingsAreStoredOnce: .* written over/],
  [(e) => (filing(e).rows[1]!.marker = 'old'), /^filingsAreStoredOnce: .* outdated reading/],
  [(e) => (filing(e).rows[1]!.firstTask = 'b'), /^countsAgree: a says it stored 2 rows; 1 carry its id/],
  [
    (e) => (e.writes = e.writes.toReversed()),
    /^noZombieWrites: attempt 1 of a \(w1\) stored filing f1 after attempt 2/,
  ],
  [(e) => (e.writes[0]!.attempt = null), /^noZombieWrites: w1 stored filing f1 for a, which it never began/],
  [(e) => (e.outbox[0]!.sent = false), /^newsAreToldOnce: announcement m1 still waits/],
  [(e) => e.announced.pop(), /^newsAreToldOnce: announcement m1 was never made/],
  [(e) => e.announced.push('m1'), /^newsAreToldOnce: announcement m1 was made 2 times/],
];

describe('the checker', () => {
  it('finds nothing in a system that kept its promises', () => {
    expect(violations(whole())).toEqual([]);
  });

  it.each(BREAKS)('finds a broken promise: %s', (does, finds) => {
    const evidence = whole();
    does(evidence);
    expect(violations(evidence)).toContainEqual(expect.stringMatching(finds));
  });
});
