import { useSyncExternalStore } from 'react';
import { live } from './live.js';

/** Whether the gateway says that it has lost NATS. */
export const useNats = (): 'there' | 'away' => (useSyncExternalStore(live.watch, live.hasNats) ? 'there' : 'away');
