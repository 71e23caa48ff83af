import { Link, type LinkProps } from '@tanstack/react-router';
import {
  Activity,
  CalendarClock,
  ChartCandlestick,
  ChartNoAxesCombined,
  ClockAlert,
  FileText,
  Globe,
  KeyRound,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MailWarning,
  Play,
  ScrollText,
  Users,
} from 'lucide-react';
import { Fragment } from 'react';
import { useDeadLetterCount } from '../../api/live/use-dead-letter-count.js';
import { type Role, useMay } from '../../api/session.js';
import { countText } from '../../ui/text.js';
import styles from './layout.module.css';

export interface Place {
  to: NonNullable<LinkProps['to']>;
  name: string;
  icon: LucideIcon;
  needs: Role;
  /** The heading that it stands under. */
  group?: 'Data' | 'Operation';
  /** For the palette: words that also mean it. */
  words?: string;
}

/** The pages of the navigation, in its order. */
export const PLACES: Place[] = [
  { to: '/', name: 'Overview', icon: LayoutDashboard, needs: 'look', words: 'home health coverage' },
  {
    group: 'Data',
    to: '/filings',
    name: 'Filings',
    icon: FileText,
    needs: 'look',
    words: 'newest disclosures reports ptr',
  },
  {
    group: 'Data',
    to: '/members',
    name: 'Members',
    icon: Users,
    needs: 'look',
    words: 'senators representatives people',
  },
  {
    group: 'Data',
    to: '/tickers',
    name: 'Tickers',
    icon: ChartCandlestick,
    needs: 'look',
    words: 'stocks symbols assets',
  },
  { group: 'Data', to: '/late', name: 'Late', icon: ClockAlert, needs: 'look', words: '45 days stock act overdue' },
  { group: 'Operation', to: '/tasks', name: 'Tasks', icon: ListChecks, needs: 'look', words: 'runs history search' },
  {
    group: 'Operation',
    to: '/run',
    name: 'Run a task',
    icon: Play,
    needs: 'act',
    words: 'scrape reparse check start new',
  },
  {
    group: 'Operation',
    to: '/schedules',
    name: 'Schedules',
    icon: CalendarClock,
    needs: 'look',
    words: 'cron beat timer',
  },
  { group: 'Operation', to: '/workers', name: 'Workers', icon: Activity, needs: 'look', words: 'memory cpu drain' },
  {
    group: 'Operation',
    to: '/throughput',
    name: 'Throughput',
    icon: ChartNoAxesCombined,
    needs: 'look',
    words: 'latency p95 figures',
  },
  {
    group: 'Operation',
    to: '/dead-letters',
    name: 'Dead letters',
    icon: MailWarning,
    needs: 'look',
    words: 'failed replay',
  },
  {
    group: 'Operation',
    to: '/sites',
    name: 'Sites',
    icon: Globe,
    needs: 'look',
    words: 'breaker pause budget senate house',
  },
  {
    group: 'Operation',
    to: '/keys',
    name: 'Keys',
    icon: KeyRound,
    needs: 'admin',
    words: 'access roles users passwords',
  },
  { group: 'Operation', to: '/audit', name: 'Audit', icon: ScrollText, needs: 'admin', words: 'who did what' },
];

/** The first one has no heading. */
const GROUPS = [undefined, 'Data', 'Operation'] as const;

export const Navigation = (): React.JSX.Element => (
  <nav className={styles['nav']} aria-label="Pages">
    {GROUPS.map((group) => (
      <Fragment key={group ?? 'first'}>
        {group !== undefined && <span className={styles['group']}>{group}</span>}
        {PLACES.filter((place) => place.group === group).map((place) => (
          <PlaceLink key={place.name} place={place} />
        ))}
      </Fragment>
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
