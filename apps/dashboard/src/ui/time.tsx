import { useNow } from './use-now.js';
import { ago, localText, until, utcText } from './time-text.js';

/** An instant in UTC; on hover in the reader's own time too. */
export const Time = ({ at, seconds = true }: { at: string; seconds?: boolean }): React.JSX.Element => (
  <time dateTime={at} title={`${localText(at)}\n${at}`} className="numbers">
    {utcText(at, seconds)}
  </time>
);

/** What was told just now may lie a little ahead of our clock, which moves once a second. */
const CLOCK_MS = 2_000;

/** `3 min ago`, `in 2 h`: it follows the clock; the instant itself on hover. */
export function RelativeTime({ at }: { at: string }): React.JSX.Element {
  const now = useNow();
  const instant = Date.parse(at);
  return (
    <time dateTime={at} title={`${utcText(at)}\n${localText(at)}`} className="numbers">
      {instant > now + CLOCK_MS ? until(instant - now) : ago(now - instant)}
    </time>
  );
}
