import { answer, api } from '../../../api/client.js';
import { useMay } from '../../../api/session.js';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { attempt } from '../../../ui/overlays/toasts.js';
import styles from './schedule-panel.module.css';

/** Shipped schedules that somebody deleted: easily forgotten, and what they collected is missing from then on. */
export function MissingSchedules({ names }: { names: string[] }): React.JSX.Element | null {
  const mayAct = useMay('act');
  if (names.length === 0) return null;
  const restore = (name: string): Promise<void> =>
    attempt(
      answer(api.POST('/api/v1/schedules/{name}/reset', { params: { path: { name } } })),
      () => `${name} is as it was shipped.`,
    );
  return (
    <Notice tone="neutral">
      <span>
        {names.join(', ')} {names.length === 1 ? 'was' : 'were'} deleted. Rotunda ships{' '}
        {names.length === 1 ? 'this schedule' : 'these schedules'}.
      </span>
      {mayAct && (
        <span className={styles['actions']}>
          {names.map((name) => (
            <Button key={name} size="small" onClick={() => void restore(name)}>
              Put {name} back
            </Button>
          ))}
        </span>
      )}
    </Notice>
  );
}
