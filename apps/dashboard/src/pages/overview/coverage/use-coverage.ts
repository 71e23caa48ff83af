import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { answer, api } from '../../../api/client.js';
import { useLive } from '../../../api/live/use-live.js';
import type { Schema } from '../../../api/types.js';

export type Coverage = Schema<'CoverageView'>;
export type ChamberCoverage = Coverage['chambers'][number];

const QUERY_KEY = ['coverage'];
/** It counts all filings: too much for each event of a scrape, which come once a second. */
const WHILE_RUNNING_MS = 3_000;
export const AT_THE_END_MS = 300;

/** What is stored by month; it fills while a scrape runs. */
export function useCoverage(): UseQueryResult<Coverage> {
  const client = useQueryClient();
  const timer = useRef<{ due: number; id: ReturnType<typeof setTimeout> }>(undefined);
  const refreshIn = (ms: number): void => {
    const due = Date.now() + ms;
    if (timer.current && timer.current.due <= due) return;
    clearTimeout(timer.current?.id);
    const id = setTimeout(() => {
      timer.current = undefined;
      void client.invalidateQueries({ queryKey: QUERY_KEY });
    }, ms);
    timer.current = { due, id };
  };
  useLive(['task', 'reset'], (event) => {
    if (event.type === 'reset') refreshIn(AT_THE_END_MS);
    else if (event.data.name !== 'check') refreshIn(event.data.times.finished ? AT_THE_END_MS : WHILE_RUNNING_MS);
  });
  useEffect(() => () => clearTimeout(timer.current?.id), []);
  return useQuery({ queryKey: QUERY_KEY, queryFn: ({ signal }) => answer(api.GET('/api/v1/coverage', { signal })) });
}
