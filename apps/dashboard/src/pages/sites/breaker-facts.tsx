import type { Site } from '../../api/sites.js';
import { Facts } from '../../ui/facts.js';
import { Badge, type Tone } from '../../ui/state-badge.js';
import { countText, plural } from '../../ui/text.js';
import { RelativeTime } from '../../ui/time.js';

type Breaker = Site['breaker'];

const STATES: Record<Breaker['state'], [tone: Tone, word: string]> = {
  closed: ['good', 'Closed: the site is asked'],
  open: ['bad', 'Open: the site is left alone'],
  half_open: ['warning', 'Half open: one worker probes it'],
};

export function BreakerFacts({ breaker }: { breaker: Breaker }): React.JSX.Element {
  const [tone, word] = STATES[breaker.state];
  const badge = <Badge tone={tone}>{word}</Badge>;
  return (
    <Facts
      facts={[
        ['State', badge],
        ['What the site said', breaker.reason],
        ['Refusals in a row', countText(breaker.failures)],
        ['Since', breaker.opened_at && relative(breaker.opened_at)],
        ['Next try', breaker.probe_at && relative(breaker.probe_at)],
        ['Opened', breaker.trips ? `${plural(breaker.trips, 'time')} since the last document` : null],
      ]}
    />
  );
}

const relative = (at: string): React.JSX.Element => <RelativeTime at={at} />;
