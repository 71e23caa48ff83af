import { type Query, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveEventType } from './live-events.js';
import { useLive } from './use-live.js';

/** Changes that come together cause one request; and a change is on the page within a second. */
const WITHIN_MS = 400;

/** A request that takes longer is given up for a new one. */
const PATIENCE_MS = 10_000;

/** Fetches queries again, by the beginning of their keys, after events of these types; always after `reset`. */
export function useRefreshOn(types: readonly LiveEventType[], ...keys: readonly (readonly unknown[])[]): void {
  const refresh = useRefresh(...keys);
  useLive([...types, 'reset'] as LiveEventType[], refresh);
}

const isWithoutData = ({ state }: Query): boolean => state.data === undefined;

/** @returns what fetches queries again soon; calls that come together cause one request */
export function useRefresh(...keys: readonly (readonly unknown[])[]): () => void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busyUntil = useRef(0);
  const isAskedAgain = useRef(false);
  useEffect(() => () => clearTimeout(timer.current), []);

  const fetchAgain = async (): Promise<void> => {
    timer.current = undefined;
    const until = Date.now() + PATIENCE_MS;
    busyUntil.current = until;
    // A first request goes on, and its answer may be older than the event.
    const isFirst = keys.some((queryKey) => client.isFetching({ queryKey, predicate: isWithoutData }) > 0);
    await Promise.all(keys.map((queryKey) => client.invalidateQueries({ queryKey })));
    if (busyUntil.current !== until) return;
    busyUntil.current = 0;
    if (isAskedAgain.current || isFirst) refresh();
  };
  // A new request cancels the one before: with an event each second and a slow network none would ever end.
  const refresh = (): void => {
    isAskedAgain.current = Date.now() < busyUntil.current;
    if (!isAskedAgain.current) timer.current ??= setTimeout(() => void fetchAgain(), WITHIN_MS);
  };
  return refresh;
}
