import { useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../api/session.js';
import { type Connection } from '../../api/live/live.js';
import { useConnection } from '../../api/live/use-live.js';
import { Button } from '../../ui/button.js';
import { chooseTheme, THEMES, useTheme } from '../../ui/theme.js';
import { capital } from '../../ui/text.js';
import { signOut } from '../signing-out.js';
import styles from './layout.module.css';

const STATES: Record<Connection, string> = {
  connecting: 'Connecting',
  open: 'Live',
  lost: 'No connection',
  paused: 'Paused',
};

/** Connection, theme and user. */
export function Foot(): React.JSX.Element {
  const queryClient = useQueryClient();
  const session = useSession();
  const connection = useConnection();
  const { chosen } = useTheme();
  return (
    <div className={styles['foot']}>
      <span className={styles['connection']} role="status">
        <span className={styles['dot']} data-state={connection} />
        {STATES[connection]}
      </span>
      <div className={styles['themes']} role="group" aria-label="Theme">
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="button"
            className={styles['theme']}
            aria-pressed={theme === chosen}
            onClick={() => chooseTheme(theme)}
          >
            {capital(theme)}
          </button>
        ))}
      </div>
      <a href="/api/docs">API documentation</a>
      {session.keys_required && (
        <>
          <span className="muted">
            {session.name ?? 'Signed in'} ({session.role})
          </span>
          <Button size="small" onClick={() => void signOut(queryClient)}>
            Sign out
          </Button>
        </>
      )}
    </div>
  );
}
