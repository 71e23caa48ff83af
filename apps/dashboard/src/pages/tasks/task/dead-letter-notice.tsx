import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answer, api } from '../../../api/client.js';
import { useRefreshOn } from '../../../api/live/refresh-on.js';
import { Notice } from '../../../ui/notice.js';
import type { Task } from './use-task.js';

/** A task that failed for good leaves a dead letter: from there its original command can be sent again. */
export function DeadLetterNotice({ task: { id, chamber, name, run, error } }: { task: Task }): React.ReactNode {
  const queryKey = ['dead-letters', 'of', id];
  useRefreshOn(['dead-letters'], queryKey);
  const { data } = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/v1/tasks/dead-letters', {
          params: { query: { chamber, name, limit: 100, ...(error && { code: error.code }) } },
          signal,
        }),
      ),
  });
  const letter = data?.data.find((one) => one.task_id === id && one.run === run);
  if (!letter) return null;
  return (
    <Notice tone="neutral">
      <span>Its command is kept as dead letter {letter.sequence}, and can be replayed from there.</span>
      <Link to="/dead-letters" search={{ chamber, name, ...(error && { code: error.code }) }}>
        Dead letters like it
      </Link>
    </Notice>
  );
}
