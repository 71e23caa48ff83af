import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { type Connection, live } from './live.js';
import type { LiveEvent, LiveEventType } from './live-events.js';

/** Whether changes come in. */
export const useConnection = (): Connection => useSyncExternalStore(live.watch, live.connection);

/** Calls `handle` for each event of these types while the component is shown. */
export function useLive<Type extends LiveEventType>(
  types: readonly Type[],
  handle: (event: Extract<LiveEvent, { type: Type }>) => void,
): void {
  const latest = useEffectEvent((event: LiveEvent) => {
    if ((types as readonly string[]).includes(event.type)) handle(event as Extract<LiveEvent, { type: Type }>);
  });
  useEffect(() => live.listen((event) => latest(event)), []);
}
