import { Link } from '@tanstack/react-router';
import { answer, api } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { Button, buttonClass } from '../../../ui/button.js';
import { Confirm } from '../../../ui/overlays/confirm.js';
import { attempt, tell } from '../../../ui/overlays/toasts.js';
import type { ScheduleEntry } from '../use-schedules.js';
import styles from './schedule-panel.module.css';

interface Props {
  schedule: ScheduleEntry;
  isShipped: boolean;
}

export function ScheduleActions({ schedule: { name, paused_at }, isShipped }: Props): React.JSX.Element | null {
  if (!useMay('act')) return null;
  const params = { path: { name } };
  const run = (): Promise<void> =>
    attempt(answer(api.POST('/api/v1/schedules/{name}/run', { params })), ({ task_id, message }) => (
      <>
        {message}{' '}
        <Link to="/tasks/$id" params={{ id: task_id }}>
          Show it
        </Link>
      </>
    ));
  const pause = (): Promise<void> =>
    attempt(answer(api.POST('/api/v1/schedules/{name}/pause', { params })), () => `${name} is paused.`);
  const resume = (): Promise<void> =>
    attempt(answer(api.POST('/api/v1/schedules/{name}/resume', { params })), () => `${name} goes on.`);
  return (
    <div className={styles['actions']}>
      <Button size="small" onClick={() => void run()}>
        Run now
      </Button>
      {paused_at ? (
        <Button size="small" onClick={() => void resume()}>
          Resume
        </Button>
      ) : (
        <Button size="small" onClick={() => void pause()}>
          Pause
        </Button>
      )}
      <Link to="/schedules" search={{ edit: name }} className={buttonClass({ size: 'small' })}>
        Edit
      </Link>
      {isShipped && <ResetButton name={name} />}
      <DeleteButton name={name} isShipped={isShipped} />
    </div>
  );
}

export const ResetButton = ({ name }: { name: string }): React.JSX.Element => (
  <Confirm
    label="Reset"
    size="small"
    title={`Reset ${name}?`}
    verb="Reset"
    act={async () => {
      await answer(api.POST('/api/v1/schedules/{name}/reset', { params: { path: { name } } }));
      tell(`${name} is as it was shipped.`);
    }}
  >
    It becomes as it was shipped: its ticks, its command, and not paused. What was edited is lost.
  </Confirm>
);

export const DeleteButton = ({ name, isShipped }: { name: string; isShipped: boolean }): React.JSX.Element => (
  <Confirm
    label="Delete"
    kind="danger"
    size="small"
    title={`Delete ${name}?`}
    verb="Delete"
    act={async () => {
      await answer(api.DELETE('/api/v1/schedules/{name}', { params: { path: { name } } }));
      tell(`${name} is deleted.`);
    }}
  >
    It ticks no more. The tasks that it has published go on.{' '}
    {isShipped ? 'It can be put back later.' : 'This can’t be undone.'}
  </Confirm>
);
