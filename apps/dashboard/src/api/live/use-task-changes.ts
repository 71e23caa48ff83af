import { useEffect, useRef } from 'react';
import type { Schema } from '../types.js';
import { useLive } from './use-live.js';

type Task = Schema<'TaskView'>;

/** Between two updates of the page. */
const LEAST_PAUSE_MS = 200;

/**
 * Hands over the tasks that changed together, in a frame of their own: a first one at once, thousands of them a few
 * times a second.
 */
export function useTaskChanges(patch: (changes: ReadonlyMap<string, Task>) => void): void {
  const changes = useRef(new Map<string, Task>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const handedOver = useRef(0);
  const latest = useRef(patch);
  useEffect(() => {
    latest.current = patch;
  });
  const handOver = (): void => {
    timer.current = undefined;
    handedOver.current = performance.now();
    const batch = changes.current;
    changes.current = new Map();
    latest.current(batch);
  };
  useLive(['task'], ({ data }) => {
    changes.current.set(data.id, data);
    const waitMs = Math.max(0, handedOver.current + LEAST_PAUSE_MS - performance.now());
    timer.current ??= setTimeout(() => requestAnimationFrame(handOver), waitMs);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
