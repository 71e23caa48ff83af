import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import type { Schema } from '../../../api/types.js';
import { Notice } from '../../../ui/notice.js';
import type { Tone } from '../../../ui/state-badge.js';
import type { Found } from './use-task.js';
import { RelativeTime } from '../../../ui/time.js';

type Why = Schema<'WhyView'>;

const REFRESH_MS = 5_000;

const TITLES: Record<Why['reason'], string> = {
  running: 'It runs.',
  ended: 'It has ended.',
  waiting_for_retry: 'It waits for its next try.',
  expired: 'It has expired.',
  not_published: 'Its command is on its way into the queue.',
  command_lost: 'Its command is lost.',
  chamber_paused: 'Its chamber is paused.',
  breaker_open: 'The site refused us.',
  waiting_for_postgres: 'Postgres is away.',
  no_worker: 'No worker takes it.',
  workers_busy: 'All workers are busy.',
  queued: 'It is about to start.',
  group: 'Its children wait.',
};

/** These do not pass by themselves. */
const NEEDS_SOMEONE: readonly Why['reason'][] = ['expired', 'command_lost', 'no_worker', 'chamber_paused'];

/** Why a task that has not ended does not run. */
export function WhyNotice({ task }: { task: Found }): React.ReactNode {
  const { id } = task;
  useRefreshOn(['site', 'worker-gone'], ['task', id, 'why']);
  const { data: why } = useQuery({
    queryKey: ['task', id, 'why'],
    queryFn: ({ signal }) => answer(api.GET('/api/v1/tasks/{id}/why', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH_MS,
  });
  if (!why || why.reason === 'running' || why.reason === 'ended') return null;
  const isRetry = why.reason === 'waiting_for_retry' && task.error;
  const tone: Tone = NEEDS_SOMEONE.includes(why.reason) ? 'warning' : 'neutral';
  return (
    <Notice tone={tone}>
      <span>
        <strong>{TITLES[why.reason]}</strong>{' '}
        {isRetry ? `Its last attempt failed with ${isRetry.code}: ${isRetry.message}` : why.message}
      </span>
      {why.until !== undefined && <RelativeTime at={why.until} />}
    </Notice>
  );
}
