import { describe, expect, it } from 'vitest';
import type { TaskState } from '#rotunda/contracts';
import { ended, task } from '../../../test/tasks/task-samples.js';
import { withLive } from './task-history.js';

const queuedAt = (id: string, queued: string, changes: Partial<TaskState> = {}): TaskState =>
  task(id, { times: { queued, started: null, finished: null }, ...changes });
const idsOf = (states: TaskState[]): string[] => states.map(({ id }) => id);

const RECORDED = [queuedAt('c', '2026-01-03T00:00:00.000Z'), queuedAt('b', '2026-01-02T00:00:00.000Z')];

describe('withLive', () => {
  it('shows the live state in place of the recorded one', () => {
    const live = [{ ...RECORDED[0]!, state: 'STARTED' as const }];
    expect(withLive(RECORDED, live, {}, true).map(({ state }) => state)).toEqual(['STARTED', 'PENDING']);
  });

  it('drops tasks that no longer match and adds those that match now', () => {
    const live = [
      { ...RECORDED[0]!, state: 'STARTED' as const },
      queuedAt('d', '2026-01-04T00:00:00.000Z'),
      ended('e', new Date('2026-01-05T00:00:00Z')),
    ];
    expect(idsOf(withLive(RECORDED, live, { states: ['PENDING'] }, true))).toEqual(['d', 'b']);
  });

  it('leaves a task that belongs on a later page to that page', () => {
    const live = [queuedAt('new', '2026-01-04T00:00:00.000Z'), queuedAt('a', '2026-01-01T00:00:00.000Z')];
    expect(idsOf(withLive(RECORDED, live, {}, false))).toEqual(['new', 'c', 'b']);
    expect(idsOf(withLive(RECORDED, live, {}, true))).toEqual(['new', 'c', 'b', 'a']);
  });

  it('adds nothing to later pages, which the first one has shown', () => {
    const live = [queuedAt('new', '2026-01-04T00:00:00.000Z')];
    expect(idsOf(withLive(RECORDED, live, { cursor: 'x' }, true))).toEqual(['c', 'b']);
  });

  it('keeps to the requested range', () => {
    const live = [queuedAt('new', '2026-01-04T00:00:00.000Z')];
    const to = new Date('2026-01-04T00:00:00.000Z');
    expect(idsOf(withLive(RECORDED, live, { to }, true))).toEqual(['c', 'b']);
    expect(idsOf(withLive([], live, { from: to }, true))).toEqual(['new']);
  });
});
