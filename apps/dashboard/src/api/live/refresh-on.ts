import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { LiveEventType } from './live-events.js';
import { useLive } from './use-live.js';

/** Changes that come together cause one request; and a change is on the page within a second. */
const WITHIN_MS = 400;

/** Fetches queries again, by the beginning of their keys, after events of these types; always after `reset`. */
export function useRefreshOn(types: readonly LiveEventType[], ...keys: readonly (readonly unknown[])[]): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useLive([...types, 'reset'] as LiveEventType[], () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      for (const queryKey of keys) void client.invalidateQueries({ queryKey });
    }, WITHIN_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
