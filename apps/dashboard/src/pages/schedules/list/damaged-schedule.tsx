import { Link } from '@tanstack/react-router';
import { useMay } from '../../../api/session.js';
import { buttonClass } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { DeleteButton, ResetButton } from './schedule-actions.js';
import styles from './schedule-panel.module.css';

interface Props {
  name: string;
  reason: string;
  isShipped: boolean;
}

/** An entry that no scheduler can use: why, and the ways out. */
export function DamagedSchedule({ name, reason, isShipped }: Props): React.JSX.Element {
  const mayAct = useMay('act');
  return (
    <Notice tone="bad">
      <span>
        <strong>{name} is damaged and never fires.</strong> {reason}
      </span>
      {mayAct && (
        <span className={styles['actions']}>
          <Link to="/schedules" search={{ edit: name }} className={buttonClass({ size: 'small' })}>
            Write it anew
          </Link>
          {isShipped && <ResetButton name={name} />}
          <DeleteButton name={name} isShipped={isShipped} />
        </span>
      )}
    </Notice>
  );
}
