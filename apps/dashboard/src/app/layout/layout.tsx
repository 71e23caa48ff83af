import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { live } from '../../api/live/live.js';
import { useNats } from '../../api/live/use-nats.js';
import { useConnection } from '../../api/live/use-live.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Palette } from '../palette/palette.js';
import { Foot } from './foot.js';
import { Navigation } from './navigation.js';
import { useAllPages } from './use-all-pages.js';
import styles from './layout.module.css';

export function Layout(): React.JSX.Element {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // Another page closes the menu.
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === path;
  const hasBegun = useSyncExternalStore(live.watch, live.hasBegun);
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, []);
  useAllPages();
  return (
    <div className={styles['layout']}>
      <a href="#content" className={styles['skip']}>
        Skip to the content
      </a>
      <aside className={styles['side']} {...(isOpen && { 'data-open': true })}>
        <div className={styles['bar']}>
          <Link to="/" className={styles['brand']}>
            <img src="/assets/icon.svg" alt="" width="26" height="26" />
            Rotunda
          </Link>
          <Button
            kind="plain"
            className={styles['menu']}
            aria-expanded={isOpen}
            onClick={() => setOpenAt(isOpen ? null : path)}
          >
            Menu
          </Button>
        </div>
        <div className={styles['fold']}>
          <Palette />
          <Navigation />
          <Foot />
        </div>
      </aside>
      <main id="content" className={styles['main']} tabIndex={-1}>
        <ConnectionNotice />
        {hasBegun && <Outlet />}
      </main>
    </div>
  );
}

/** What is shown may be old: nobody should have to find that out. */
function ConnectionNotice(): React.JSX.Element | null {
  const connection = useConnection();
  const isNatsAway = useNats() === 'away';
  if (connection === 'lost')
    return (
      <Notice tone="bad">
        <span>The gateway does not answer. What you see is from before; it goes on by itself when it is back.</span>
      </Notice>
    );
  if (isNatsAway)
    return (
      <Notice tone="warning">
        <span>NATS is away: tasks wait, and their states are from before.</span>
      </Notice>
    );
  return null;
}
