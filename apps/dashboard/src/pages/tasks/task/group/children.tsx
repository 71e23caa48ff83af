import { Link, useNavigate } from '@tanstack/react-router';
import { Empty } from '../../../../ui/notice.js';
import { Panel } from '../../../../ui/panel.js';
import { Progress } from '../../../../ui/progress.js';
import { StateBadge } from '../../../../ui/state-badge.js';
import type { Column } from '../../../../ui/table/column.js';
import { DataTable } from '../../../../ui/table/data-table.js';
import { capital, countText, plural } from '../../../../ui/text.js';
import { durationText } from '../../../../ui/time-text.js';
import type { Group, Task } from '../use-task.js';
import { argsText } from './folded.js';
import styles from './children.module.css';

const COLUMNS: Column<Task>[] = [
  { id: 'state', header: 'State', width: '7.25rem', cell: ({ state }) => <StateBadge state={state} /> },
  {
    id: 'task',
    header: 'Task',
    width: 'minmax(9rem, 2fr)',
    cell: (task) => (
      <Link to="/tasks/$id" params={{ id: task.id }} title={task.id}>
        {capital(task.chamber)} {argsText(task)}
      </Link>
    ),
  },
  {
    id: 'progress',
    header: 'Filings',
    width: 'minmax(8rem, 1fr)',
    isOptional: true,
    cell: (task) => <Done task={task} />,
  },
  { id: 'saved', header: 'Saved', width: '5rem', isNumber: true, cell: ({ progress }) => countText(progress.saved) },
  {
    id: 'skipped',
    header: 'Before',
    width: '5rem',
    isNumber: true,
    isOptional: true,
    cell: ({ progress }) => countText(progress.skipped),
  },
  {
    id: 'errors',
    header: 'Not parsed',
    width: '6rem',
    isNumber: true,
    isOptional: true,
    cell: ({ progress }) => countText(progress.errors),
  },
  { id: 'lasted', header: 'Lasted', width: '6rem', isNumber: true, isOptional: true, cell: (task) => lasted(task) },
  {
    id: 'error',
    header: 'Error',
    width: 'minmax(6rem, 1fr)',
    isOptional: true,
    cell: ({ error }) => <span title={error?.message}>{error?.code}</span>,
  },
];

/** The children of a group that are known. */
export function Children({ group }: { group: Group }): React.JSX.Element {
  const navigate = useNavigate();
  const missing = group.size - group.children.length - (group.unknown_children?.length ?? 0);
  return (
    <Panel title="Children" flush>
      <DataTable
        label="Children"
        rows={inOrder(group.children)}
        columns={COLUMNS}
        keyOf={({ id }) => id}
        open={({ id }) => void navigate({ to: '/tasks/$id', params: { id } })}
        empty={<Empty title="No child is known yet." />}
        maxHeight="26rem"
        {...(missing > 0 && { foot: `${plural(missing, 'child is', 'children are')} not in the queue yet.` })}
      />
    </Panel>
  );
}

const Done = ({ task: { state, progress } }: { task: Task }): React.JSX.Element => (
  <span className={styles['done']}>
    {state === 'STARTED' && <Progress done={progress.done} total={progress.total} label="Filings that are done" />}
    <span className="numbers">
      {countText(progress.done)} of {countText(progress.total)}
    </span>
  </span>
);

/** Their ids end with a number. */
const inOrder = (children: readonly Task[]): Task[] =>
  children.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));

const lasted = ({ times: { started, finished } }: Task): string =>
  started !== null && finished !== null ? durationText(Date.parse(finished) - Date.parse(started)) : '';
