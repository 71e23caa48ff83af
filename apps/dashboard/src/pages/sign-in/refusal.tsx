import { ApiError } from '../../api/problem.js';
import { Notice } from '../../ui/notice.js';
import { durationText } from '../../ui/time-text.js';

interface Props {
  error: Error;
  way: 'key' | 'password';
  /** Seconds until the next try. */
  wait: number;
}

const WRONG = {
  key: 'This key is not valid: it is wrong, revoked or has expired.',
  password: 'This password is wrong.',
};

/** Why somebody was not let in, and what to do. */
export function Refusal({ error, way, wait }: Props): React.JSX.Element {
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 429)
    return (
      <Notice tone="warning">
        <span>
          Too many tries. {/* Told once, not each second. */}
          <span aria-live="off" className="numbers">
            {wait > 0 ? `You can try again in ${durationText(wait * 1_000)}.` : 'You can try again now.'}
          </span>
        </span>
      </Notice>
    );
  return <Notice tone="bad">{status === 401 ? WRONG[way] : error.message}</Notice>;
}
