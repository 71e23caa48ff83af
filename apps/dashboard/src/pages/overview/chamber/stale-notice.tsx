import { Link } from '@tanstack/react-router';
import { Notice } from '../../../ui/notice.js';
import type { ChamberOverview } from '../use-overview.js';

type Stale = NonNullable<ChamberOverview['stale']>;

interface Props {
  stale: Stale;
  lastRun: ChamberOverview['last_run'];
}

/** Why the data are too old, or will be, and what to do about it. */
export const StaleNotice = ({ stale, lastRun }: Props): React.JSX.Element => (
  <Notice tone={stale.code === 'never_succeeded' ? 'neutral' : 'warning'}>
    <span>{stale.message}</span>
    <WayOut code={stale.code} lastRun={lastRun} />
  </Notice>
);

function WayOut({ code, lastRun }: { code: Stale['code']; lastRun: Props['lastRun'] }): React.JSX.Element | null {
  if (code === 'nothing_scheduled') return <Link to="/schedules">Add a schedule</Link>;
  if (code === 'schedules_paused') return <Link to="/schedules">Resume a schedule</Link>;
  if (code === 'chamber_paused') return <Link to="/sites">Resume the chamber</Link>;
  if (!lastRun) return null;
  return (
    <Link to="/tasks/$id" params={{ id: lastRun.id }}>
      What the last run says
    </Link>
  );
}
