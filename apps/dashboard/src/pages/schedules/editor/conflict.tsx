import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import type { ScheduleEntry } from '../use-schedules.js';
import { changesBetween } from './draft.js';
import styles from './editor.module.css';

interface Props {
  before: ScheduleEntry | null;
  now: ScheduleEntry | null;
  takeTheirs: () => void;
  keepMine: () => void;
}

/** Somebody changed the schedule while it was edited here: what, and whose version goes on. */
export const Conflict = ({ before, now, takeTheirs, keepMine }: Props): React.JSX.Element => (
  <Notice tone="bad">
    <div className={styles['conflict']}>
      <strong>
        {now ? 'Somebody changed this schedule while you edited it.' : 'Somebody deleted this schedule meanwhile.'}
      </strong>
      {before && now && (
        <ul>
          {changesBetween(before, now).map((change) => (
            <li key={change}>
              <code>{change}</code>
            </li>
          ))}
        </ul>
      )}
    </div>
    <span className={styles['buttons']}>
      {now && (
        <Button size="small" onClick={takeTheirs}>
          Use the new version
        </Button>
      )}
      <Button size="small" onClick={keepMine}>
        {now ? 'Keep mine' : 'Keep mine, to create it again'}
      </Button>
    </span>
  </Notice>
);
