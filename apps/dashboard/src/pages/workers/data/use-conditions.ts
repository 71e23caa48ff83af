import type { UseQueryResult } from '@tanstack/react-query';
import { useConnection } from '../../../api/live/use-live.js';
import { useNats } from '../../../api/live/use-nats.js';
import type { Schema } from '../../../api/types.js';
import { useNow } from '../../../ui/use-now.js';
import { type Condition, conditionOf, type Worker } from './worker-condition.js';

/** What each worker is doing, as time goes by. While nothing comes in, nobody is called silent. */
export function useConditions(query: UseQueryResult<Schema<'WorkerList'>>): (worker: Worker) => Condition {
  const now = useNow();
  const connection = useConnection();
  const nats = useNats();
  const isHearing = connection === 'open' && nats === 'there';
  const heard = { workers: query.data?.workers ?? [], heardAt: isHearing ? query.dataUpdatedAt : now, now };
  return (worker) => conditionOf(worker, heard);
}
