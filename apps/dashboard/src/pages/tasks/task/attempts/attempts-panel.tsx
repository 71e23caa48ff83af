import { Panel } from '../../../../ui/panel.js';
import { Badge, type Tone } from '../../../../ui/state-badge.js';
import { RelativeTime } from '../../../../ui/time.js';
import { durationText } from '../../../../ui/time-text.js';
import { type Outcome, outcomeOf } from '../timeline/steps.js';
import type { Task } from '../use-task.js';
import { AttemptError } from './attempt-error.js';
import { Evidence } from './evidence.js';
import styles from './attempts.module.css';

type Attempt = Task['attempts'][number];

const TONES: Record<Outcome, Tone> = {
  ...({ queued: 'neutral', due: 'neutral', running: 'active', success: 'good' } as const),
  ...({ failed: 'bad', lost: 'bad', handed_back: 'warning', revoked: 'neutral' } as const),
};

/** Each attempt with its error and what the site had answered, newest first. */
export function AttemptsPanel({ task }: { task: Task }): React.ReactNode {
  if (task.attempts.length === 0) return null;
  const newestFirst = task.attempts.toReversed();
  const open = newestFirst.find(({ error }) => error)?.n;
  return (
    <Panel title="Attempts" flush>
      <ol className={styles['attempts']}>
        {newestFirst.map((attempt) => (
          <li key={attempt.n}>
            <AttemptItem attempt={attempt} outcome={outcomeOf(attempt, task)} isOpen={attempt.n === open} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface Props {
  attempt: Attempt;
  outcome: Outcome;
  isOpen: boolean;
}

function AttemptItem({ attempt, outcome, isOpen }: Props): React.JSX.Element {
  const { error, evidence } = attempt;
  const head = <Head attempt={attempt} outcome={outcome} />;
  if (!error && !evidence) return <div className={styles['head']}>{head}</div>;
  return (
    <details open={isOpen}>
      <summary className={styles['head']}>{head}</summary>
      <div className={styles['body']}>
        {error && <AttemptError error={error} />}
        {evidence && <Evidence evidence={evidence} />}
      </div>
    </details>
  );
}

function Head({ attempt, outcome }: Omit<Props, 'isOpen'>): React.JSX.Element {
  const { n, worker, started, finished, error } = attempt;
  return (
    <>
      <strong>Attempt {n}</strong>
      <Badge tone={TONES[outcome]}>{error?.code ?? outcome}</Badge>
      <span className={styles['worker']}>{worker}</span>
      <span className="muted numbers">
        {finished !== null && `${durationText(Date.parse(finished) - Date.parse(started))} · `}
        <RelativeTime at={started} />
      </span>
    </>
  );
}
