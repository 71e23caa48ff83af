import { Link } from '@tanstack/react-router';
import type { TasksHealth } from '../../api/health.js';
import { Notice } from '../../ui/notice.js';
import { RelativeTime } from '../../ui/time.js';

/** What else stops the chamber: breaker and terms have notices of their own. */
const CODES = new Set<TasksHealth['degraded'][number]['code']>(['LayoutChanged', 'WorkersDraining']);

export const Layouts = ({ degraded }: Pick<TasksHealth, 'degraded'>): React.JSX.Element[] =>
  degraded
    .filter(({ code }) => CODES.has(code))
    .map(({ code, message, task_id: id, at }) => (
      <Notice key={code} tone="bad">
        <span>
          {message} {at && <RelativeTime at={at} />}
        </span>
        {id && (
          <Link to="/tasks/$id" params={{ id }}>
            The task that found it
          </Link>
        )}
      </Notice>
    ));
