import { Link } from '@tanstack/react-router';
import { answer, api } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { Button, buttonClass } from '../../../ui/button.js';
import { Confirm } from '../../../ui/overlays/confirm.js';
import { attempt, tell } from '../../../ui/overlays/toasts.js';
import { plural } from '../../../ui/text.js';
import styles from './task.module.css';
import { isFinal } from './task-words.js';
import { type Found, isGroup, type Task } from './use-task.js';

const toId = (id: string) => ({ params: { path: { id } } });

/** What the state allows, for those who may. */
export function TaskActions({ found }: { found: Found }): React.ReactNode {
  if (!useMay('act')) return null;
  return (
    <div className={styles['actions']}>
      {!isGroup(found) && <RunAgain task={found} />}
      <Retry found={found} />
      {!isFinal(found.state) && (
        <>
          <Cancel found={found} />
          {found.state === 'STARTED' && <Terminate found={found} />}
        </>
      )}
    </div>
  );
}

const RunAgain = ({ task: { chamber, name, args } }: { task: Task }): React.JSX.Element => (
  <Link to="/run" search={{ chamber, name, args }} className={buttonClass()}>
    Run again with changes
  </Link>
);

function Retry({ found }: { found: Found }): React.ReactNode {
  const retry = () => answer(api.POST('/api/v1/tasks/{id}/retry', toId(found.id)));
  const waits = isGroup(found) ? found.children.filter(retriable).length : Number(retriable(found));
  if (waits === 0) return null;
  if (waits > 1)
    return (
      <Confirm
        label="Retry"
        title={`Retry ${plural(waits, 'task')}?`}
        verb={`Retry ${plural(waits, 'task')}`}
        act={async () => tell((await retry()).message)}
      >
        The children that did not succeed run again; if all did, all of them. Those that run or wait in the queue go on.
      </Confirm>
    );
  return (
    <Button onClick={() => void attempt(retry(), ({ message }) => message)}>
      {found.state === 'RETRY' ? 'Retry now' : 'Retry'}
    </Button>
  );
}

const retriable = ({ state }: { state: string }): boolean => isFinal(state) || state === 'RETRY';

const Cancel = ({ found }: { found: Found }): React.JSX.Element => (
  <Confirm
    label="Cancel"
    kind="danger"
    title={`Cancel this ${isGroup(found) ? 'group' : 'task'}?`}
    verb={`Cancel ${unended(found)}`}
    act={async () => tell((await answer(api.POST('/api/v1/tasks/cancel/{id}', toId(found.id)))).message)}
  >
    What waits does not run. What runs is stopped within seconds; what it has stored stays.
  </Confirm>
);

const Terminate = ({ found }: { found: Found }): React.JSX.Element => (
  <Confirm
    label="Terminate"
    kind="danger"
    title={`Terminate this ${isGroup(found) ? 'group' : 'task'}?`}
    verb={`Terminate ${unended(found)}`}
    act={async () => tell((await answer(api.POST('/api/v1/tasks/{id}/terminate', toId(found.id)))).message)}
  >
    For a worker that is stuck: the task is REVOKED at once, and what its worker still writes is refused. Cancel lets it
    end properly.
  </Confirm>
);

const unended = (found: Found): string =>
  isGroup(found)
    ? plural(found.size - found.children.filter(({ state }) => isFinal(state)).length, 'task')
    : 'the task';
