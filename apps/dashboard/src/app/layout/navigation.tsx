import { Link, type LinkProps } from '@tanstack/react-router';
import {
  Activity,
  CalendarClock,
  ChartNoAxesCombined,
  Globe,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MailWarning,
  Play,
  ScrollText,
} from 'lucide-react';
import { useDeadLetterCount } from '../../api/live/use-dead-letter-count.js';
import { type Role, useMay } from '../../api/session.js';
import { countText } from '../../ui/text.js';
import styles from './layout.module.css';

export interface Place {
  to: NonNullable<LinkProps['to']>;
  name: string;
  icon: LucideIcon;
  needs: Role;
  /** For the palette: words that also mean it. */
  words?: string;
}

/** The pages of the navigation, in its order. */
export const PLACES: Place[] = [
  { to: '/', name: 'Overview', icon: LayoutDashboard, needs: 'look', words: 'home health coverage' },
  { to: '/tasks', name: 'Tasks', icon: ListChecks, needs: 'look', words: 'runs history search' },
  { to: '/run', name: 'Run a task', icon: Play, needs: 'act', words: 'scrape reparse check start new' },
  { to: '/schedules', name: 'Schedules', icon: CalendarClock, needs: 'look', words: 'cron beat timer' },
  { to: '/workers', name: 'Workers', icon: Activity, needs: 'look', words: 'memory cpu drain' },
  { to: '/throughput', name: 'Throughput', icon: ChartNoAxesCombined, needs: 'look', words: 'latency p95 figures' },
  { to: '/dead-letters', name: 'Dead letters', icon: MailWarning, needs: 'look', words: 'failed replay' },
  { to: '/sites', name: 'Sites', icon: Globe, needs: 'look', words: 'breaker pause budget senate house' },
  { to: '/keys', name: 'Keys', icon: KeyRound, needs: 'admin', words: 'access roles users passwords' },
  { to: '/audit', name: 'Audit', icon: ScrollText, needs: 'admin', words: 'who did what' },
];

export const Navigation = (): React.JSX.Element => (
  <nav className={styles['nav']} aria-label="Pages">
    {PLACES.map((place) => (
      <PlaceLink key={place.name} place={place} />
    ))}
  </nav>
);

function PlaceLink({ place: { to, name, icon: Icon, needs } }: { place: Place }): React.JSX.Element | null {
  if (!useMay(needs)) return null;
  return (
    <Link to={to} className={styles['link']} activeOptions={{ exact: to === '/', includeSearch: false }}>
      <Icon aria-hidden="true" />
      {name}
      {to === '/dead-letters' && <DeadLetterCount />}
    </Link>
  );
}

/** Nothing where there are none: then nobody has to look. */
function DeadLetterCount(): React.JSX.Element | null {
  const count = useDeadLetterCount();
  if (!count) return null;
  return (
    <>
      {' '}
      <span className={styles['count']}>{countText(count)}</span>
    </>
  );
}
