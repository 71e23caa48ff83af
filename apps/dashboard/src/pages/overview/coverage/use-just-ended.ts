import { useState } from 'react';
import { useTaskChanges } from '../../../api/live/use-task-changes.js';
import type { Task } from '../../../api/tasks.js';
import { AT_THE_END_MS } from './use-coverage.js';

const KEPT = 50;

/** Tasks whose days are not in the coverage yet, because they ended after it was asked for: these are no gap. */
export function useJustEnded(updatedAt: number): Task[] {
  const [ended, setEnded] = useState<{ task: Task; at: number }[]>([]);
  useTaskChanges((changes) => {
    const at = Date.now();
    const more = [...changes.values()].filter(({ state }) => state === 'SUCCESS').map((task) => ({ task, at }));
    if (more.length > 0) setEnded((before) => [...before, ...more].slice(-KEPT));
  });
  return ended.filter(({ at }) => updatedAt < at + AT_THE_END_MS).map(({ task }) => task);
}
