import { Link } from '@tanstack/react-router';
import { Progress } from '../../ui/progress.js';
import { StateBadge } from '../../ui/state-badge.js';
import type { Column } from '../../ui/table/column.js';
import { countText, plural } from '../../ui/text.js';
import { durationText } from '../../ui/time-text.js';
import { RelativeTime } from '../../ui/time.js';
import { useNow } from '../../ui/use-now.js';
import { durationOf, type TaskRow } from './rows/task-row.js';
import styles from './tasks.module.css';

/** What the ids of all workers of a chamber begin with: the column before says it. */
const SCRAPER = /^\w+-scraper-/;

/** The columns of the list. On a phone those remain that say what a task is and how it goes. */
export const COLUMNS: Column<TaskRow>[] = [
  { id: 'state', header: 'State', width: '6.75rem', cell: ({ state }) => <StateBadge state={state} /> },
  { id: 'kind', header: 'Task', width: 'minmax(9.25rem, 0.6fr)', cell: (row) => <Kind row={row} /> },
  {
    ...{ id: 'args', header: 'Arguments', width: 'minmax(9rem, 1.2fr)', isOptional: true },
    cell: (row) => <Arguments row={row} />,
  },
  {
    ...{ id: 'outcome', header: 'Progress or result', width: 'minmax(9rem, 1fr)', isOptional: true },
    cell: (row) => <Outcome row={row} />,
  },
  {
    ...{ id: 'worker', header: 'Worker', width: 'minmax(7rem, 0.7fr)', isOptional: true },
    cell: ({ worker }) => worker && <span title={worker}>{worker.replace(SCRAPER, '')}</span>,
  },
  {
    ...{ id: 'queued', header: 'Queued', width: '7.5rem', isNumber: true },
    cell: ({ times }) => <RelativeTime at={times.queued} />,
  },
  {
    ...{ id: 'duration', header: 'Duration', width: '6.5rem', isNumber: true, isOptional: true },
    cell: (row) => <Duration row={row} />,
  },
  {
    ...{ id: 'attempts', header: 'Attempts', width: '5.5rem', isNumber: true, isOptional: true },
    cell: (row) => <Attempts row={row} />,
  },
];

const Kind = ({ row: { id, name, chamber } }: { row: TaskRow }): React.JSX.Element => (
  <Link to="/tasks/$id" params={{ id }} preload={false} title={id} className={styles['kind']}>
    {chamber}.{name}
  </Link>
);

const Arguments = ({ row: { args, group } }: { row: TaskRow }): React.JSX.Element => (
  <span className={styles['pair']}>
    {group && (
      <Link
        to="/tasks/$id"
        params={{ id: group.id }}
        preload={false}
        className={styles['group']}
        title={`Group ${group.id}`}
      >
        group of {countText(group.size)}
      </Link>
    )}
    <span className={styles['cut']} title={args}>
      {args}
    </span>
  </span>
);

function Outcome({ row: { state, progress, outcome, error } }: { row: TaskRow }): React.JSX.Element | null {
  if (state === 'STARTED')
    return (
      <span className={styles['running']}>
        <Progress done={progress.done} total={progress.total} label={progress.phase} />
        <span className="numbers muted">
          {progress.total > 0 ? `${countText(progress.done)} of ${countText(progress.total)}` : progress.phase}
        </span>
      </span>
    );
  if (error)
    return (
      <span className={styles['cut']} title={error.message}>
        <span className={styles['error']}>{error.code}</span> <span className="muted">{error.message}</span>
      </span>
    );
  return <span className={styles['cut']}>{outcome}</span>;
}

function Duration({ row }: { row: TaskRow }): React.JSX.Element | null {
  return row.times.finished || !row.times.started ? <Text row={row} now={0} /> : <Running row={row} />;
}
const Running = ({ row }: { row: TaskRow }): React.JSX.Element => <Text row={row} now={useNow()} />;

function Text({ row, now }: { row: TaskRow; now: number }): React.JSX.Element | null {
  const ms = durationOf(row, now);
  return ms === null ? null : <>{durationText(ms)}</>;
}

const Attempts = ({ row: { attempts, retries } }: { row: TaskRow }): React.JSX.Element => (
  <span title={`${plural(attempts, 'attempt')}, ${plural(retries, 'retry', 'retries')} of the present run`}>
    {attempts}
    {retries > 0 && <span className={styles['retries']}> ↻{retries}</span>}
  </span>
);
