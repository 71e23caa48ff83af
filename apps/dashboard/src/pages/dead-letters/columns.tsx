import { Link } from '@tanstack/react-router';
import { StateBadge } from '../../ui/state-badge.js';
import type { Column } from '../../ui/table/column.js';
import { capital, countText } from '../../ui/text.js';
import { RelativeTime } from '../../ui/time.js';
import type { DeadLetter } from './page.js';
import styles from './dead-letters.module.css';

export const COLUMNS: Column<DeadLetter>[] = [
  {
    id: 'reason',
    header: 'Reason',
    width: 'minmax(14rem, 3fr)',
    cell: ({ error }) => (
      <span title={error.message}>
        <strong>{error.code}</strong> <span className="muted">{error.message}</span>
      </span>
    ),
  },
  {
    id: 'task',
    header: 'Task',
    width: 'minmax(7rem, 10rem)',
    cell: ({ task_id, chamber, name }) => (
      <Link to="/tasks/$id" params={{ id: task_id }} title={task_id}>
        {capital(chamber)} {name}
      </Link>
    ),
  },
  { id: 'died', header: 'Given up', width: '7rem', cell: ({ died_at }) => <RelativeTime at={died_at} /> },
  {
    id: 'attempts',
    header: 'Attempts',
    width: '5.5rem',
    isNumber: true,
    isOptional: true,
    cell: ({ attempts }) => countText(attempts),
  },
  {
    id: 'now',
    header: 'Task now',
    width: '12rem',
    isOptional: true,
    cell: ({ state, replayed_as }) => (
      <span className={styles['now']}>
        {state ? <StateBadge state={state} /> : <span className="muted">Unknown</span>}
        {replayed_as !== null && <span className="muted">run {replayed_as}</span>}
      </span>
    ),
  },
];
