import { Link } from '@tanstack/react-router';
import { countText } from '../../../ui/text.js';
import type { BulkOutcome } from './bulk-outcome.js';
import styles from './bulk.module.css';

/** Why some are left as they are: by code, with one of them. */
export function Refused({ refused }: Pick<BulkOutcome, 'refused'>): React.JSX.Element | null {
  if (refused.length === 0) return null;
  return (
    <ul className={styles['refused']} aria-label="Left as they are">
      {refused.map(({ code, count, message, task_id }) => (
        <li key={code}>
          <span className="numbers">{countText(count)}</span> <code>{code}</code>
          <span className="muted">{message}</span>
          {task_id && (
            <Link to="/tasks/$id" params={{ id: task_id }}>
              Example
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
