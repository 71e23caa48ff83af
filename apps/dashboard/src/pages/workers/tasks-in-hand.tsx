import { Link } from '@tanstack/react-router';
import type { Schema } from '../../api/types.js';
import { Progress } from '../../ui/progress.js';
import { countText } from '../../ui/text.js';
import type { Worker } from './data/worker-condition.js';
import styles from './workers.module.css';

export interface TasksInHandProps {
  worker: Worker;
  tasks: ReadonlyMap<string, Schema<'TaskView'>>;
}

/** What a worker is doing, each with a link and how far it is. */
export const TasksInHand = ({ worker: { active }, tasks }: TasksInHandProps): React.JSX.Element =>
  active.length === 0 ? (
    <span className="muted">Nothing</span>
  ) : (
    <ul className={styles['tasks']}>
      {active.map(({ task_id, name, lane }) => (
        <li key={task_id} className={styles['task']}>
          <Link to="/tasks/$id" params={{ id: task_id }} className={styles['id']} title={task_id}>
            <strong>{lane === 'long' ? `long ${name}` : name}</strong> <code>{task_id}</code>
          </Link>
          <TaskProgress task={tasks.get(task_id)} id={task_id} />
        </li>
      ))}
    </ul>
  );

function TaskProgress({ task, id }: { task: Schema<'TaskView'> | undefined; id: string }): React.JSX.Element | null {
  if (!task) return null;
  const { done, total } = task.progress;
  return (
    <div className={styles['progress']}>
      <Progress done={done} total={total} label={`Progress of ${id}`} />
      {total > 0 && (
        <span className="numbers muted">
          {countText(done)} / {countText(total)}
        </span>
      )}
    </div>
  );
}
