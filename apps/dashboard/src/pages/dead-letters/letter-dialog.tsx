import { Link } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import { useMay } from '../../api/session.js';
import { Button } from '../../ui/button.js';
import { Code } from '../../ui/code.js';
import { Facts } from '../../ui/facts.js';
import { Confirm } from '../../ui/overlays/confirm.js';
import { Dialog, DialogButtons } from '../../ui/overlays/dialog.js';
import { attempt, tell } from '../../ui/overlays/toasts.js';
import { StateBadge } from '../../ui/state-badge.js';
import { capital, plural } from '../../ui/text.js';
import { Time } from '../../ui/time.js';
import type { DeadLetter } from './page.js';
import styles from './dead-letters.module.css';

interface Props {
  letter: DeadLetter;
  close: () => void;
}

/** All of one letter: why the task was given up, its command, and what can be done. */
export function LetterDialog({ letter, close }: Props): React.JSX.Element {
  const { sequence, task_id, run, chamber, name, attempts, error, died_at, state, replayed_as, body } = letter;
  return (
    <Dialog isOpen close={close} title={`Dead letter ${sequence}`} isWide>
      <div className={styles['reason']}>
        <strong>{error.code}</strong>
        <p>{error.message}</p>
      </div>
      <Facts
        facts={[
          ['Kind', `${capital(chamber)} ${name}`],
          [
            'Task',
            <Link key="task" to="/tasks/$id" params={{ id: task_id }}>
              {task_id}
            </Link>,
          ],
          ['Given up', <Time key="died" at={died_at} />],
          ['After', `run ${run}, ${plural(attempts, 'attempt')}`],
          ['Task now', state ? <StateBadge key="state" state={state} /> : 'No longer known'],
          ['Replayed as', replayed_as === null ? null : `run ${replayed_as}`],
        ]}
      />
      <Code text={readable(body)} label="Command" />
      <LetterActions letter={letter} close={close} />
    </Dialog>
  );
}

/** A body that is not JSON is shown as it came. */
function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function LetterActions({ letter: { sequence, replayed_as }, close }: Props): React.JSX.Element {
  const client = useQueryClient();
  const mayAct = useMay('act');
  const mayDelete = useMay('admin');
  const params = { path: { sequence } };
  const replay = async (): Promise<void> => {
    await attempt(
      answer(api.POST('/api/v1/tasks/dead-letters/{sequence}/replay', { params })),
      ({ message }) => message,
    );
    await client.invalidateQueries({ queryKey: ['dead-letters'] });
  };
  const remove = async (): Promise<void> => {
    await answer(api.DELETE('/api/v1/tasks/dead-letters/{sequence}', { params }));
    tell(`Dead letter ${sequence} is deleted.`);
    close();
    await client.invalidateQueries({ queryKey: ['dead-letters'] });
  };
  return (
    <DialogButtons>
      <Button onClick={close}>Close</Button>
      {mayDelete && (
        <Confirm label="Delete" kind="danger" title={`Delete dead letter ${sequence}?`} verb="Delete" act={remove}>
          Its task stays as it is. This can’t be undone.
        </Confirm>
      )}
      {mayAct && replayed_as === null && (
        <Button kind="primary" onClick={() => void replay()}>
          Replay
        </Button>
      )}
    </DialogButtons>
  );
}
