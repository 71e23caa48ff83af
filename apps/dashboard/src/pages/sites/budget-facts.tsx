import { Link } from '@tanstack/react-router';
import type { Site } from '../../api/sites.js';
import { Facts } from '../../ui/facts.js';
import { durationText } from '../../ui/time-text.js';
import { RelativeTime } from '../../ui/time.js';
import { useNow } from '../../ui/use-now.js';

/** One request at a time, by whichever worker has its turn. */
export function BudgetFacts({ budget }: { budget: Site['budget'] }): React.JSX.Element {
  const now = useNow();
  if (!budget) return <p className="muted">No worker has asked this site yet.</p>;
  const { holder, held_until: heldUntil, next_request_at: next, rest_ms: rest, interval_ms: interval } = budget;
  const isHeld = holder !== null && heldUntil !== null && Date.parse(heldUntil) > now;
  return (
    <Facts
      facts={[
        ['Held by', isHeld ? worker(holder) : 'Nobody'],
        ['Next request', Date.parse(next) > now ? relative(next) : 'At any time'],
        ['Interval', interval === undefined ? null : durationText(interval)],
        ['The site asked for', rest ? `a rest of ${durationText(rest)}` : null],
      ]}
    />
  );
}

const relative = (at: string): React.JSX.Element => <RelativeTime at={at} />;
const worker = (id: string): React.JSX.Element => <Link to="/workers">{id}</Link>;
