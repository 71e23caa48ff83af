import { durationText, until } from '../../../../ui/time-text.js';
import type { Outcome, Step } from './steps.js';

const WORDS: Record<Outcome, string> = {
  queued: 'waits in the queue',
  due: 'is due',
  running: 'runs',
  success: 'done',
  failed: 'failed',
  handed_back: 'handed back',
  lost: 'worker lost',
  revoked: 'cancelled',
};

/** `SiteUnavailable`, `handed back: SiteClosed`, `runs` */
export function outcomeText({ outcome, error }: Step): string {
  if (outcome === 'failed' && error) return error.code;
  if (outcome === 'handed_back' && error && error.code !== 'WorkerStopped') return `handed back: ${error.code}`;
  return WORDS[outcome];
}

/** How long it ran; of a wait, how long it has lasted, or when it ends. */
export function lengthText({ outcome, run, wait }: Step, now: number): string {
  if (outcome === 'due' && wait) return until(wait.to - now);
  const span = run ?? wait;
  if (!span) return '';
  return durationText(run ? span.to - span.from : Math.max(0, Math.min(span.to, now) - span.from));
}
