import type { Chamber } from '../chambers.js';
import type { Command } from './command.js';

/** What the result of every kind says; the rest is the kind's own. */
export interface KindResult {
  /** `partial`: something of it could not be done. */
  status: 'success' | 'partial';
  chamber: Chamber;
}

/**
 * All that is declared of a kind of task. Its subjects, consumers, readiness, route, gates, slots, retries and dead
 * letters follow from here; what it does is a handler in the scraper: docs/adding-a-task.md.
 */
export interface TaskKind<C extends Command = Command, R extends KindResult = KindResult> {
  /** Whose scrapers do it. */
  chambers: readonly Chamber[];
  /** What the body of its command must be, in a message as in a request. */
  command: new () => C;
  /** Never set: it carries the type of what a handler returns. */
  result?: R;
  /** What it does, for the API's page and `GET tasks/registered`. */
  summary: string;
  /**
   * What must be there before a command is taken up; until then it waits in the queue, at no cost. `site`: neither paused
   * nor refusing us, its terms accepted.
   */
  needs: readonly ('site' | 'postgres')[];
  /** Takes one of the worker's `WORKER_CONCURRENCY` slots; else there is one slot for its kind alone. */
  sharesSlots: boolean;
  /** A failed attempt is followed by up to `TASK_MAX_RETRIES` further ones. */
  isRetried: boolean;
  /** What fails for good becomes a dead letter, so that it can be replayed. */
  isBuried: boolean;
}
