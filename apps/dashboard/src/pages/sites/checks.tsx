import { Link } from '@tanstack/react-router';
import { answer, api } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import type { Chamber } from '../../api/sites.js';
import type { Task } from '../../api/tasks.js';
import { Button } from '../../ui/button.js';
import { Loaded } from '../../ui/loaded.js';
import { attempt } from '../../ui/overlays/toasts.js';
import { StateBadge } from '../../ui/state-badge.js';
import { capital } from '../../ui/text.js';
import { RelativeTime } from '../../ui/time.js';
import { useChecks } from './use-checks.js';
import styles from './sites.module.css';

/** What the last checks of the site found. */
export function Checks({ chamber }: { chamber: Chamber }): React.JSX.Element {
  const checks = useChecks(chamber);
  const may = useMay('act');
  const check = (): Promise<void> =>
    attempt(
      answer(api.POST('/api/v1/tasks/check/{chamber}', { params: { path: { chamber } }, body: {} })),
      ({ message }) => message,
    );
  return (
    <section className={styles['part']}>
      <header className={styles['partHead']}>
        <h3>Last checks</h3>
        {may && (
          <Button size="small" onClick={() => void check()} aria-label={`Check now: ${capital(chamber)}`}>
            Check now
          </Button>
        )}
      </header>
      <Loaded query={checks}>
        {(loaded) =>
          loaded.length === 0 ? (
            <p className="muted">The site has not been checked yet.</p>
          ) : (
            <ol className={styles['checks']}>
              {loaded.map((task) => (
                <Check key={`${task.id}:${task.run}`} task={task} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </section>
  );
}

const Check = ({ task: { id, state, times, error, result } }: { task: Task }): React.JSX.Element => (
  <li className={styles['check']}>
    <span className={styles['line']}>
      <StateBadge state={state} />
      <Link to="/tasks/$id" params={{ id }}>
        <RelativeTime at={times.finished ?? times.queued} />
      </Link>
    </span>
    {error && <span className={styles['details']}>{error.message}</span>}
    {result && 'checks' in result && (
      <span className={styles['details']}>
        {result.checks.map(({ name, detail }) => `${capital(name)} ${detail}`).join('. ')}.
      </span>
    )}
  </li>
);
