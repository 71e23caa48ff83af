import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { longTimer } from './long-timer.js';

const DAY_MS = 24 * 60 * 60 * 1_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([1, 30, 365])('fires after %d days, and not before', (days) => {
  const work = vi.fn<() => void>();
  longTimer(work, days * DAY_MS);
  vi.advanceTimersByTime(days * DAY_MS - 1);
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(work).toHaveBeenCalledOnce();
});

it('never fires once it was cleared, not in its second part either', () => {
  const work = vi.fn<() => void>();
  const timer = longTimer(work, 60 * DAY_MS);
  vi.advanceTimersByTime(40 * DAY_MS);
  timer.clear();
  vi.advanceTimersByTime(40 * DAY_MS);
  expect(work).not.toHaveBeenCalled();
});
