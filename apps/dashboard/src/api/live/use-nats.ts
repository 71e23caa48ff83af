import { useState } from 'react';
import { useLive } from './use-live.js';

/** Whether the gateway says that it has lost NATS. */
export function useNats(): 'there' | 'away' {
  const [isThere, setThere] = useState(true);
  useLive(['nats'], ({ data }) => setThere(data.connected));
  return isThere ? 'there' : 'away';
}
