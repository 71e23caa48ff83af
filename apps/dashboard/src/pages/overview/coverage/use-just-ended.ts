import { useState } from 'react';
import { useLive } from '../../../api/live/use-live.js';
import type { Task } from '../../../api/tasks.js';
import { AT_THE_END_MS } from './use-coverage.js';

const KEPT = 50;

/** Tasks whose days are not in the coverage yet, because they ended after it was asked for: these are no gap. */
export function useJustEnded(updatedAt: number): Task[] {
  const [ended, setEnded] = useState<{ task: Task; at: number }[]>([]);
  useLive(['task'], ({ data }) => {
    if (data.state === 'SUCCESS') setEnded((before) => [...before.slice(-KEPT), { task: data, at: Date.now() }]);
  });
  return ended.filter(({ at }) => updatedAt < at + AT_THE_END_MS).map(({ task }) => task);
}
